import { memo, type ReactNode, useCallback, useRef } from 'react'
import type { ChartModel } from '../../charts/model.js'
import { pixels, rounded, signed } from '../../data/number.js'
import { type Candidate, numberOf } from '../../data/panels/candidate.js'
import { spanOf } from '../../data/period.js'
import { mostColours } from '../../data/selection.js'
import type { Language, Sorting } from '../../data/state.js'
import { useWords } from '../../i18n/words.js'
import { Sparkline } from '../sparkline.js'

interface PickerRowsProps {
  readonly rows: readonly Candidate[]
  readonly model: ChartModel | null
  readonly metric: string
  readonly depth: number
  readonly sorting: Sorting
  readonly selected: readonly string[]
  readonly language: Language
  readonly choose: (code: string) => void
}

export function PickerRows(props: PickerRowsProps): ReactNode {
  const { rows, model, metric, depth, sorting, selected, language, choose } = props
  const { words } = useWords()
  const latest = useRef(choose)
  latest.current = choose
  const chooseLatest = useCallback((code: string) => latest.current(code), [])
  const at = model?.at ?? 0
  const period = model?.periods[at]
  const hasGrowth = sorting !== 'share' && rows.some((row) => numberOf(row, 'growth', at) !== null)
  const rate = hasGrowth || sorting === 'growth' ? 'growth' : 'share'
  const most = Math.max(0, ...rows.flatMap(({ series }) => sizeOf(series?.points[at]?.value ?? null)))
  const colours = new Map(selected.map((code, index) => [code, index < mostColours ? index + 1 : 0]))
  const years = [...new Set((model?.periods ?? []).map(({ code }) => spanOf(code).year))]
  const hasLines = (model?.periods.length ?? 0) > 1
  return (
    <div className="picker-list" data-lines={hasLines}>
      <p className="picker-row picker-names" aria-hidden="true">
        <span />
        <span>{words.panels.name}</span>
        <span className="years">{hasLines && [...new Set([years[0], years.at(-1)])].join('–')}</span>
        <span>
          {words.parts([metric, period?.label ?? ''])} <small>{model?.unit}</small>
        </span>
        <span>{words.panels[rate]}</span>
      </p>
      {rows.length === 0 && <p role="status">{words.panels.notFound}</p>}
      <ul>
        {rows.map((row) => (
          <Row
            key={row.code}
            candidate={row}
            colour={colours.get(row.code) ?? null}
            at={at}
            most={most}
            rate={rate}
            isElsewhere={row.depth !== depth}
            language={language}
            choose={chooseLatest}
          />
        ))}
      </ul>
    </div>
  )
}

interface RowProps {
  readonly candidate: Candidate
  readonly colour: number | null
  readonly at: number
  readonly most: number
  readonly rate: 'growth' | 'share'
  readonly isElsewhere: boolean
  readonly language: Language
  readonly choose: (code: string) => void
}

const Row = memo(function Row({ candidate, colour, at, most, rate, isElsewhere, language, choose }: RowProps) {
  const { words } = useWords()
  const { code, en, zh, series } = candidate
  const [name, other] = language === 'zh' ? [zh, en] : [en, zh]
  const point = series?.points[at]
  const number = numberOf(candidate, rate, at)
  const isComputed = point !== undefined && point[rate].reported === null
  return (
    <li>
      <label className="picker-row" data-colour={colour ?? undefined}>
        <input type="checkbox" checked={colour !== null} onChange={() => choose(code)} />
        <span className="names">
          {name} {other !== name && <small lang={language === 'zh' ? 'en' : 'zh-Hans'}>{other}</small>}
          {candidate.isGroup && <em> {words.group}</em>}
        </span>
        <span>{series !== null && <Sparkline values={series.points.map(({ value }) => value)} size={[80, 22]} />}</span>
        {point === undefined ? (
          <small className="no-number">{isElsewhere && words.panels.otherLevel}</small>
        ) : (
          <span className="sized">
            <span className="size" style={{ width: `${(sizeOf(point.value)[0] ?? 0) * (66 / (most || 1))}px` }} />
            {point.short}
          </span>
        )}
        <span className={isComputed ? 'rate computed' : 'rate'}>{number !== null && rateText(number, rate)}</span>
      </label>
    </li>
  )
})

const rateText = (number: string, rate: 'growth' | 'share'): string =>
  rate === 'growth' ? signed(rounded(number, 1)) : rounded(number, 1)

const sizeOf = (value: string | null): [] | [number] => (value === null ? [] : [Math.abs(pixels(value))])
