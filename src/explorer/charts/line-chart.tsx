import { type ReactNode, useMemo } from 'react'
import { spanOf } from '../data/period.js'
import { useWords } from '../i18n/words.js'
import type { ChartSeries } from './chart-series.js'
import { type Dot, linesOf, mostLines } from './lines.js'
import { fitted } from './scale.js'

interface Props {
  readonly groups: readonly ChartSeries[]
  readonly periods: readonly string[]
  readonly width: number
  readonly title: string
}

export function LineChart({ groups, periods, width, title }: Props): ReactNode {
  const { words } = useWords()
  const lines = useMemo(
    () => linesOf(groups, periods, width, (period) => words.period(spanOf(period))),
    [groups, periods, width, words],
  )
  const { scale, left, right, bottom, height, dates } = lines
  return (
    <>
      <svg role="img" aria-label={title} width={width} height={height} className="chart">
        {scale.ticks.map(({ at, text }) => (
          <g key={text} className="tick">
            <line x1={left} x2={right} y1={at} y2={at} />
            <text x={left - 8} y={at + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        <line x1={left} x2={right} y1={scale.at(0)} y2={scale.at(0)} className="zero" />
        {dates.map(({ at, text }) => (
          <g key={at} className="tick">
            <line x1={at} x2={at} y1={bottom} y2={bottom + 5} />
            <text x={at} y={bottom + 20} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        {lines.lines.map(({ group, dots, path, nameAt }, index) => (
          <g key={group.key} className="line" data-series={index}>
            <path d={path} className="stroke" />
            {dots.map((dot) => (
              <Shape key={dot.mark.period} dot={dot} series={index} />
            ))}
            {nameAt !== null && (
              <text x={right + 8} y={nameAt + 4}>
                {fitted(group.label, width - right - 8)}
              </text>
            )}
          </g>
        ))}
      </svg>
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
      {periods.length < 2 && <p className="quiet">{words.onePeriod}</p>}
      {groups.length > mostLines && <p className="quiet">{words.linesCut(lines.lines.length, groups.length)}</p>}
    </>
  )
}

const shapes: readonly string[] = [
  'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z',
  'M-4,-4h8v8h-8z',
  'M0,-5l5,9h-10z',
  'M0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z',
  'M0,5l5,-9h-10z',
  'M-5,-1.5h3.5v-3.5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5z',
  'M-5,-2.5h10v5h-10z',
  'M-2.5,-5h5v10h-5z',
]

function Shape({ dot: { x, y, mark }, series }: { dot: Dot; series: number }): ReactNode {
  return (
    <g transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`} data-end={mark.end} data-period={mark.period}>
      {mark.end === 'open' && <path d="M0,-7V-20M-4,-15L0,-20L4,-15" className="goes-on-line" />}
      <path d={shapes[series % shapes.length]} className={mark.end === 'exact' ? 'dot' : 'dot hollow'} />
      <title>{`${mark.label}: ${mark.text}`}</title>
    </g>
  )
}
