import { type ReactNode, useContext } from 'react'
import type { ChoicesQuery, Frequency, Unit } from '../../generated/gql/explorer/graphql.js'
import { textIn } from '../data/named.js'
import { frequencies, periodsOf, spanOf } from '../data/period.js'
import { defaultMetrics, dimensionsOf, type Lists, measuresOf, type View, withMetrics } from '../data/view.js'
import { useWords } from '../i18n/words.js'
import { Categories } from './categories.js'
import { StateContext } from './go-link.js'
import { StartAgain } from './notice.js'
import { useUnits } from './units.js'

interface ControlsProps {
  readonly view: View
  readonly lists: Lists
  readonly choices: ChoicesQuery | null
}

export function Controls({ view, lists, choices }: ControlsProps): ReactNode {
  const { words } = useWords()
  const [state] = useContext(StateContext)
  return (
    <form className="controls" aria-label={words.explore} onSubmit={(event) => event.preventDefault()}>
      <MetricChoice view={view} lists={lists} />
      <DimensionChoice view={view} lists={lists} />
      {state.by !== 'TOTAL' && (
        <Categories facets={choices?.indicators.facets ?? []} chosen={view.table?.categories ?? []} />
      )}
      <PeriodChoices view={view} choices={choices} />
      <UnitChoice view={view} lists={lists} />
      <AsOfChoice />
      <p className="actions">
        <StartAgain />
      </p>
    </form>
  )
}

function MetricChoice({ view, lists }: { view: View; lists: Lists }): ReactNode {
  const { words, language } = useWords()
  const [state, go] = useContext(StateContext)
  const nameOf = (code: string): string => {
    const metric = lists.metrics.find((each) => each.code === code)
    return metric === undefined ? code : textIn(metric, language)
  }
  const chosen = view.metrics.join(',')
  const together = [...new Set([defaultMetrics.join(','), ...(view.metrics.length > 1 ? [chosen] : [])])]
  const alone = lists.metrics.filter(({ measures, code }) => measures.length > 0 || chosen === code)
  return (
    <Select
      label={words.metric}
      value={chosen}
      choose={(codes) => go(withMetrics(state, codes === together[0] ? [] : codes.split(','), lists))}
    >
      <optgroup label={words.sideBySide}>
        <Options of={together} text={(codes) => words.listed(codes.split(',').map(nameOf))} />
      </optgroup>
      <optgroup label={words.oneMetric}>
        <Options of={alone.map(({ code }) => code)} text={nameOf} />
        {view.metrics.length === 1 && !alone.some(({ code }) => code === chosen) && (
          <option value={chosen}>{chosen}</option>
        )}
      </optgroup>
    </Select>
  )
}

function DimensionChoice({ view, lists }: { view: View; lists: Lists }): ReactNode {
  const { words, language } = useWords()
  const [{ by }, go] = useContext(StateContext)
  const there = dimensionsOf(view.metrics, lists)
  const codes = [...new Set(['TOTAL', ...there.map(({ code }) => code), by])]
  const nameOf = (code: string): string => {
    const found = lists.dimensions.find((each) => each.code === code)
    return code === 'TOTAL' ? words.notBroken : found === undefined ? code : textIn(found, language)
  }
  return (
    <Select label={words.by} value={by} choose={(code) => go({ by: code, categories: null })}>
      <Options of={codes} text={nameOf} />
    </Select>
  )
}

function PeriodChoices({ view: { table }, choices }: { view: View; choices: ChoicesQuery | null }): ReactNode {
  const { words } = useWords()
  const [, go] = useContext(StateContext)
  const all = (choices?.pivot.rowHeaders ?? []).flatMap(({ period }) => period ?? [])
  const there = frequencies.filter((every) => periodsOf(all, every).length > 0 || every === table?.every)
  const periods = table?.periods ?? []
  const first = table?.from ?? periods[0] ?? ''
  const last = table?.to ?? periods.at(-1) ?? ''
  const text = (period: string): string => words.period(spanOf(period))
  return (
    <>
      <Select
        label={words.every}
        disabled={there.length === 0}
        value={table?.every ?? ''}
        choose={(every) => go({ every: every as Frequency, from: null, to: null })}
      >
        <Options of={there} text={(every) => words.frequencies[every]} />
      </Select>
      <div className="pair">
        <Select label={words.from} disabled={periods.length === 0} value={first} choose={(from) => go({ from })}>
          <Options of={periods.slice(0, periods.indexOf(last) + 1)} text={text} />
        </Select>
        <Select
          label={words.to}
          disabled={periods.length === 0}
          value={last}
          choose={(to) => go({ to: to === periods.at(-1) ? null : to })}
        >
          <Options of={periods.slice(Math.max(0, periods.indexOf(first)))} text={text} />
        </Select>
      </div>
    </>
  )
}

function UnitChoice({ view, lists }: { view: View; lists: Lists }): ReactNode {
  const { words, language } = useWords()
  const [, go] = useContext(StateContext)
  const units = useUnits()
  const measures = [...new Set([...measuresOf(view.metrics, lists), view.measure])]
  return (
    <Select label={words.unit} value={view.unit} choose={(unit) => go({ unit: unit as Unit })}>
      {measures.map((measure) => (
        <optgroup key={measure} label={units.nameOf(measure, language)}>
          <Options
            of={lists.units.filter(({ base }) => base === measure).map(({ unit }) => unit)}
            text={(unit) => units.nameOf(unit, language)}
          />
        </optgroup>
      ))}
    </Select>
  )
}

function AsOfChoice(): ReactNode {
  const { words } = useWords()
  const [{ asOf }, go] = useContext(StateContext)
  return (
    <label>
      <span className="name">{words.asOf}</span>
      <input
        type="date"
        value={asOf ?? ''}
        title={words.asOfNow}
        onChange={({ target }) => /^([12]\d{3}-.*)?$/.test(target.value) && go({ asOf: target.value || null })}
      />
    </label>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly choose: (value: string) => void
  readonly disabled?: boolean
  readonly children: ReactNode
}

function Select({ label, choose, ...rest }: SelectProps): ReactNode {
  return (
    <label>
      <span className="name">{label}</span>
      <select onChange={({ target }) => choose(target.value)} {...rest} />
    </label>
  )
}

function Options<T extends string>({ of, text }: { of: readonly T[]; text: (value: T) => string }): ReactNode {
  return of.map((value) => (
    <option key={value} value={value}>
      {text(value)}
    </option>
  ))
}
