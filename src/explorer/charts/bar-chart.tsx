import { type ReactNode, useMemo } from 'react'
import type { Chart } from '../data/state.js'
import { useWords } from '../i18n/words.js'
import { type Bar, barHeight, barsOf, openEnd } from './bars.js'
import type { ChartSeries } from './chart-series.js'
import { fitted } from './scale.js'

interface Props {
  readonly groups: readonly ChartSeries[]
  readonly kind: Chart
  readonly width: number
  readonly title: string
}

export function BarChart({ groups: all, kind, width, title }: Props): ReactNode {
  const { words } = useWords()
  const bars = useMemo(() => barsOf(all, width, kind === 'shares' ? 100 : null), [all, width, kind])
  const { scale, axis, height, groups, labelsAbove, labelWidth } = bars
  const zero = scale.at(0)
  return (
    <>
      <svg role="img" aria-label={title} width={width} height={height} className="chart">
        <defs>
          <pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2.5" height="6" className="hatch" />
          </pattern>
        </defs>
        {scale.ticks.map(({ at, text }) => (
          <g key={text} className="tick">
            <line x1={at} x2={at} y1={0} y2={axis} />
            <text x={at} y={axis + 16} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        <line x1={zero} x2={zero} y1={0} y2={axis} className="zero" />
        {groups.map(({ group, y, bars: drawn }) => (
          <g key={group.key}>
            <text x={0} y={y + 14} className="series">
              {fitted(group.label, labelsAbove ? width : labelWidth - 8)}
              <title>{group.label}</title>
            </text>
            {drawn.map((bar) => (
              <OneBar key={bar.mark.period} bar={bar} periodAt={bars.shown > 1 ? labelWidth : null} />
            ))}
          </g>
        ))}
      </svg>
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

function OneBar({ bar, periodAt }: { bar: Bar; periodAt: number | null }): ReactNode {
  const { mark, y, from, to, range, other, textAt, isLast } = bar
  const middle = y + barHeight / 2
  return (
    <g className={isLast ? 'bar last' : 'bar'} data-end={mark.end} data-period={mark.period}>
      {periodAt !== null && (
        <text x={periodAt} y={y + 14} className="period">
          {mark.label}
        </text>
      )}
      {to !== null && (
        <rect
          x={Math.min(from, to)}
          y={y}
          width={Math.max(1, Math.abs(to - from))}
          height={barHeight}
          className="fill"
        />
      )}
      {to !== null && mark.end === 'open' && (
        <path
          d={`M${to},${y}h${openEnd - 8}l8,${barHeight / 2}l-8,${barHeight / 2}h${8 - openEnd}z`}
          className="goes-on"
        />
      )}
      {range !== null && <path d={`M${range[0]},${middle - 4}v8m0,-4H${range[1]}m0,-4v8`} className="range" />}
      {other !== null && (
        <path d={`M${other},${middle - 6}l6,6l-6,6l-6,-6z`} className={mark.differs ? 'other differs' : 'other'} />
      )}
      <text
        x={to === null ? from + 7 : textAt}
        y={y + 14}
        className={to === null ? 'missing' : mark.differs ? 'number differs' : 'number'}
      >
        {mark.text}
      </text>
    </g>
  )
}
