import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react'
import type { Desk } from '../data/use-desk.js'

interface Line {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Draws a line from the last marked number of the active figure to its entry, where both are in view side by side. */
export function Connection({ within, own }: { within: RefObject<HTMLElement | null>; own: Desk }): ReactNode {
  const [line, setLine] = useState<Line | null>(null)
  useLayoutEffect(() => {
    const { current } = within
    if (current === null) return undefined
    const measure = (): void => setLine(lineIn(current))
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(current)
    current.addEventListener('scroll', measure, true)
    window.addEventListener('resize', measure)
    return () => {
      sizes.disconnect()
      current.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
    }
  }, [within, own.active, own.open, own.order, own.drafts])
  if (line === null) return null
  const [x, y] = line.from
  const [right, level] = line.to
  const bend = right - 12
  return (
    <svg className="connection" aria-hidden="true">
      <circle cx={x + 5} cy={y} r="3" />
      <path d={`M${x + 5} ${y}H${bend}V${level}H${right}`} />
    </svg>
  )
}

function lineIn(desk: HTMLElement): Line | null {
  const text = desk.querySelector<HTMLElement>('.text')
  const list = desk.querySelector<HTMLElement>('.figures')
  const entry = list?.querySelector<HTMLElement>('li[data-active]')
  const mark = [...desk.querySelectorAll<HTMLElement>('.number[data-active]')].at(-1)
  if (text === null || list === null || entry == null || mark === undefined) return null
  const [origin, page, frame] = [desk, text, list].map((each) => each.getBoundingClientRect())
  const end = [...mark.getClientRects()].at(-1)
  const row = entry.getBoundingClientRect()
  if (origin === undefined || page === undefined || frame === undefined || end === undefined) return null
  const y = end.bottom - 2
  const level = row.top + 24
  const isSideBySide = frame.left >= page.right
  if (!isSideBySide || y < page.top || y > page.bottom || level < frame.top || level > frame.bottom) return null
  return { from: [end.right - origin.left, y - origin.top], to: [row.left - origin.left, level - origin.top] }
}
