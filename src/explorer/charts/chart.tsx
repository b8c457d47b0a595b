import { type ReactNode, useMemo } from 'react'
import type { Grid } from '../data/grid.js'
import { spanOf } from '../data/period.js'
import type { Chart as Kind } from '../data/state.js'
import { useWords } from '../i18n/words.js'
import { BarChart } from './bar-chart.js'
import { barsOf } from './bars.js'
import { type ChartSeries, chartSeriesOf } from './chart-series.js'
import { LineChart, shapes } from './line-chart.js'
import { linesOf, mostLines } from './lines.js'
import { useWidth } from './use-width.js'

export function Chart({ grid, kind, title }: { grid: Grid; kind: Kind; title: string }): ReactNode {
  const { words, language } = useWords()
  const [ref, width] = useWidth<HTMLDivElement>()
  const groups = useMemo(() => chartSeriesOf(grid, kind, words, language), [grid, kind, words, language])
  const isEmpty = groups.every(({ marks }) => marks.length === 0)
  const says = words.chartSays(words.charts[kind], title)
  return (
    <div ref={ref} className="drawing">
      {width > 0 && isEmpty && <p className="quiet">{words.nothingDrawn}</p>}
      {width > 0 && !isEmpty && kind === 'lines' && <DrawnLines {...{ grid, groups, width }} title={says} />}
      {width > 0 && !isEmpty && kind !== 'lines' && <DrawnBars {...{ kind, groups, width }} title={says} />}
    </div>
  )
}

function DrawnBars({
  kind,
  groups,
  width,
  title,
}: {
  kind: Kind
  groups: readonly ChartSeries[]
  width: number
  title: string
}): ReactNode {
  const { words } = useWords()
  const bars = useMemo(() => barsOf(groups, width, kind === 'shares' ? 100 : null), [groups, width, kind])
  return (
    <>
      <BarChart bars={bars} width={width} title={title} />
      {bars.shown < bars.of && <p className="quiet">{words.barsCut(bars.shown, bars.of)}</p>}
      {kind === 'shares' && <p className="quiet">{words.sharesOverlap}</p>}
      {kind === 'growth' && (
        <p className="quiet key">
          <svg width="16" height="14" aria-hidden="true" className="chart">
            <path d="M8,1l6,6l-6,6l-6,-6z" className="other" />
          </svg>
          {words.computedMark}
        </p>
      )}
    </>
  )
}

function DrawnLines({
  grid,
  groups,
  width,
  title,
}: {
  grid: Grid
  groups: readonly ChartSeries[]
  width: number
  title: string
}): ReactNode {
  const { words } = useWords()
  const lines = useMemo(
    () => linesOf(groups, grid.periods, width, (period) => words.period(spanOf(period))),
    [groups, grid, width, words],
  )
  return (
    <>
      <LineChart lines={lines} width={width} title={title} />
      <ul className={lines.lines.some(({ nameAt }) => nameAt !== null) ? 'legend unseen' : 'legend'}>
        {lines.lines.map(({ group }, index) => (
          <li key={group.key} className="line" data-series={index}>
            <svg width="26" height="14" aria-hidden="true" className="chart">
              <path d="M0,7H26" className="stroke" />
              <path d={shapes[index]} transform="translate(13,7)" className="dot" />
            </svg>
            {group.label}
          </li>
        ))}
      </ul>
      {grid.periods.length < 2 && <p className="quiet">{words.onePeriod}</p>}
      {groups.length > mostLines && <p className="quiet">{words.linesCut(lines.lines.length, groups.length)}</p>}
    </>
  )
}
