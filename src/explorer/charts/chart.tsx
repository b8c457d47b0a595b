import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Grid } from '../data/grid.js'
import type { Chart as Kind } from '../data/state.js'
import { useWords } from '../i18n/words.js'
import { BarChart } from './bar-chart.js'
import { chartSeriesOf } from './chart-series.js'
import { LineChart } from './line-chart.js'

export function Chart({ grid, kind, title }: { grid: Grid; kind: Kind; title: string }): ReactNode {
  const { words, language } = useWords()
  const [ref, width] = useWidth<HTMLDivElement>()
  const groups = useMemo(() => chartSeriesOf(grid, kind, words, language), [grid, kind, words, language])
  const isEmpty = groups.every(({ marks }) => marks.length === 0)
  const props = { groups, width, title: words.chartSays(words.charts[kind], title) }
  return (
    <div ref={ref} className="drawing">
      {width > 0 && isEmpty && <p className="quiet">{words.nothingDrawn}</p>}
      {width > 0 && !isEmpty && kind === 'lines' && <LineChart {...props} periods={grid.periods} />}
      {width > 0 && !isEmpty && kind !== 'lines' && <BarChart {...props} kind={kind} />}
    </div>
  )
}

/** Returns the width of an element in pixels, measured before the first paint; 0 until then. */
function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const measure = (): void => setWidth(Math.floor(element.getBoundingClientRect().width))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
