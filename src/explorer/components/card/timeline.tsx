import { type KeyboardEvent, type ReactNode, useContext, useEffect, useState } from 'react'
import { numberAt } from '../../data/number.js'
import type { Shown } from '../../data/use-page.js'
import type { View } from '../../data/view.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { StateContext } from '../go-link.js'
import { clamped, type Range, rangeOf, stateOf, stepsOf } from './range.js'

const leastPeriods = 3
const settles = 120
const beat = 400
const [width, height] = [1000, 24]

export function Timeline({ view, shown }: { view: View; shown: Shown | null }): ReactNode {
  const { words } = useWords()
  const { page } = words
  const [{ chart }, go] = useContext(StateContext)
  const periods = view.table?.periods ?? []
  // A range of one period is drawn as bars too, but can become longer again.
  const isOneTime = chart !== null && chart === view.table?.chart && (chart === 'bar' || chart === 'map')
  const asked = rangeOf(view)
  const [draft, setDraft] = useState<Range | null>(null)
  const [isPlaying, setPlaying] = useState(false)
  const { first, last } = draft ?? asked
  const most = periods.length - 1

  useEffect(() => {
    if (draft === null) return undefined
    const timer = setTimeout(() => {
      go(stateOf(draft, periods, isOneTime))
      setDraft(null)
    }, settles)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setTimeout(() => {
      if (asked.last >= most) return setPlaying(false)
      go(stateOf({ ...asked, last: asked.last + 1 }, periods, isOneTime))
    }, beat)
    return () => clearTimeout(timer)
  }, [isPlaying, asked.last])
  if (periods.length < leastPeriods) return null

  const change = (range: Range): void => setDraft(clamped(range, most))
  const play = (): void => {
    if (!isPlaying && asked.last >= most)
      go(stateOf({ ...asked, last: Math.min(most, asked.first + 1) }, periods, isOneTime))
    setPlaying(!isPlaying)
  }
  const year = stepsOf(view.table?.every ?? 'ANNUAL')
  const keys = (event: KeyboardEvent, move: (by: number) => void): void => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return
    event.preventDefault()
    move(event.key === 'PageUp' ? year : -year)
  }
  const model = shown?.model
  const drawn = isOneTime && draft === null ? model?.periods[model.at]?.code : undefined
  const left = drawn ?? periods[isOneTime ? last : first] ?? ''
  const x = (index: number): number => (index / most) * width
  return (
    // biome-ignore lint/a11y/useSemanticElements: two sliders, not a form
    <div
      className="timeline"
      data-wide={view.table?.every === 'YEAR_TO_DATE' || undefined}
      role="group"
      aria-label={page.timeline}
    >
      <button type="button" className="play" aria-label={isPlaying ? page.pause : page.play} onClick={play}>
        <Glyph name={isPlaying ? 'pause' : 'play'} />
      </button>
      <b className="from">{words.period(left)}</b>
      <div className="track">
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <Area periods={periods} shown={shown} />
          <rect
            className="within"
            x={x(isOneTime ? last - 0.35 : first)}
            width={x(isOneTime ? 0.7 : last - first)}
            y="0"
            height={height}
          />
        </svg>
        {!isOneTime && (
          <input
            type="range"
            aria-label={page.first}
            aria-valuetext={words.period(periods[first] ?? '')}
            min={0}
            max={most}
            value={first}
            data-behind={first > most / 2 || undefined}
            onChange={({ target }) => change({ first: Math.min(Number(target.value), last), last })}
            onKeyDown={(event) => keys(event, (by) => change({ first: Math.min(first + by, last), last }))}
          />
        )}
        <input
          type="range"
          aria-label={isOneTime ? page.period : page.last}
          aria-valuetext={words.period(periods[last] ?? '')}
          min={0}
          max={most}
          value={last}
          onChange={({ target }) =>
            change({ first, last: isOneTime ? Number(target.value) : Math.max(Number(target.value), first) })
          }
          onKeyDown={(event) =>
            keys(event, (by) => change({ first, last: Math.max(last + by, isOneTime ? 0 : first) }))
          }
        />
      </div>
      <b className={isOneTime ? 'to quiet' : 'to'}>{words.period(periods[isOneTime ? most : last] ?? '')}</b>
    </div>
  )
}

function Area({ periods, shown }: { periods: readonly string[]; shown: Shown | null }): ReactNode {
  const span = shown?.grid.span
  const values = periods.map((period) => numberAt(span?.values[span.periods.indexOf(period)] ?? null))
  const greatest = Math.max(0, ...values.map((value) => value ?? 0))
  const points = values.flatMap((value, index) =>
    value === null || greatest === 0
      ? []
      : [
          `${round((index / (periods.length - 1)) * width)},${round(height - Math.max(0, value / greatest) * (height - 4))}`,
        ],
  )
  const [start] = points
  if (start === undefined) return null
  const end = points.at(-1) ?? start
  return (
    <path
      className="total"
      d={`M${start.split(',')[0]},${height}L${points.join('L')}L${end.split(',')[0]},${height}Z`}
    />
  )
}

const round = (number: number): number => Math.round(number * 10) / 10
