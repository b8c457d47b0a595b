/** Returns the first `size` of a list in order, by way of a heap of so many whose root is the last of them. */
export function firstInOrder<T>(list: readonly T[], size: number, compare: (a: T, b: T) => number): readonly T[] {
  if (list.length <= size * 4) return list.toSorted(compare).slice(0, size)
  const heap = list.slice(0, size)
  const sink = (start: number): void => {
    for (let at = start; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let last = at
      if (left < size && compare(heap[left] as T, heap[last] as T) > 0) last = left
      if (right < size && compare(heap[right] as T, heap[last] as T) > 0) last = right
      if (last === at) return
      ;[heap[at], heap[last]] = [heap[last] as T, heap[at] as T]
      at = last
    }
  }
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at)
  for (let index = size; index < list.length; index++) {
    const each = list[index] as T
    if (size === 0 || compare(each, heap[0] as T) >= 0) continue
    heap[0] = each
    sink(0)
  }
  return heap.sort(compare)
}
