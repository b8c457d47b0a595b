/** The places of series by the ids of their categories, in arrays: a Map of lists takes thirty times as much memory. */
export class PlacesByCategory {
  readonly #categories: Int32Array
  readonly #starts: Int32Array
  readonly #places: Int32Array

  constructor(categoriesOf: readonly (readonly number[])[]) {
    const counts = new Map<number, number>()
    for (const categories of categoriesOf)
      for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1)
    this.#categories = Int32Array.from(counts.keys()).sort()
    this.#starts = new Int32Array(counts.size + 1)
    const next = new Map<number, number>()
    for (const [index, category] of this.#categories.entries()) {
      const start = this.#starts[index] as number
      next.set(category, start)
      this.#starts[index + 1] = start + (counts.get(category) as number)
    }
    this.#places = new Int32Array(this.#starts.at(-1) as number)
    for (const [place, categories] of categoriesOf.entries())
      for (const category of categories) {
        const at = next.get(category) as number
        this.#places[at] = place
        next.set(category, at + 1)
      }
  }

  of(category: number): Int32Array {
    let [low, high] = [0, this.#categories.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#categories[middle] as number) < category) low = middle + 1
      else high = middle
    }
    const [start, end] = this.#categories[low] === category ? [this.#starts[low], this.#starts[low + 1]] : [0, 0]
    return this.#places.subarray(start, end)
  }
}
