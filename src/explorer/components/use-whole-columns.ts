import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Makes a table scroll by whole columns, because a number partly hidden behind the fixed column can be misread. */
export function useWholeColumns<E extends HTMLElement>(what: unknown, startsAtEnd: boolean): RefObject<E | null> {
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return undefined
    settle(box)
    box.scrollLeft = startsAtEnd ? box.scrollWidth : 0
    const observer = new ResizeObserver(() => settle(box))
    observer.observe(box)
    return () => observer.disconnect()
  }, [what, startsAtEnd])
  return ref
}

function settle(box: HTMLElement): void {
  box.style.paddingRight = '0'
  const [first = 0, ...columns] = [...box.querySelectorAll<HTMLElement>('thead th')].map(
    (header) => header.getBoundingClientRect().width,
  )
  const room = box.clientWidth - first
  let used = 0
  for (const width of columns.toReversed()) {
    if (used + width > room) break
    used += width
  }
  const isWhole = box.scrollWidth <= box.clientWidth || used === 0
  box.style.scrollPaddingLeft = `${first}px`
  box.style.paddingRight = isWhole ? '0' : `${room - used}px`
}
