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

export function Controls({
  view,
  lists,
  choices,
}: {
  view: View
  lists: Lists
  choices: ChoicesQuery | null
}): ReactNode {
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
    <label>
      <span className="name">{words.metric}</span>
      <select
        value={chosen}
        onChange={({ target }) =>
          go(withMetrics(state, target.value === together[0] ? [] : target.value.split(','), lists))
        }
      >
        <optgroup label={words.sideBySide}>
          {together.map((codes) => (
            <option key={codes} value={codes}>
              {words.listed(codes.split(',').map(nameOf))}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.oneMetric}>
          {alone.map(({ code }) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
          {view.metrics.length === 1 && !alone.some(({ code }) => code === chosen) && (
            <option value={chosen}>{chosen}</option>
          )}
        </optgroup>
      </select>
    </label>
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
    <label>
      <span className="name">{words.by}</span>
      <select value={by} onChange={({ target }) => go({ by: target.value, categories: null })}>
        {codes.map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </select>
    </label>
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
  const options = (of: readonly string[]): ReactNode =>
    of.map((period) => (
      <option key={period} value={period}>
        {words.period(spanOf(period))}
      </option>
    ))
  return (
    <>
      <label>
        <span className="name">{words.every}</span>
        <select
          disabled={there.length === 0}
          value={table?.every ?? ''}
          onChange={({ target }) => go({ every: target.value as Frequency, from: null, to: null })}
        >
          {there.map((every) => (
            <option key={every} value={every}>
              {words.frequencies[every]}
            </option>
          ))}
        </select>
      </label>
      <div className="pair">
        <label>
          <span className="name">{words.from}</span>
          <select disabled={periods.length === 0} value={first} onChange={({ target }) => go({ from: target.value })}>
            {options(periods.slice(0, periods.indexOf(last) + 1))}
          </select>
        </label>
        <label>
          <span className="name">{words.to}</span>
          <select
            disabled={periods.length === 0}
            value={last}
            onChange={({ target }) => go({ to: target.value === periods.at(-1) ? null : target.value })}
          >
            {options(periods.slice(Math.max(0, periods.indexOf(first))))}
          </select>
        </label>
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
    <label>
      <span className="name">{words.unit}</span>
      <select value={view.unit} onChange={({ target }) => go({ unit: target.value as Unit })}>
        {measures.map((measure) => (
          <optgroup key={measure} label={units.nameOf(measure, language)}>
            {lists.units
              .filter(({ base }) => base === measure)
              .map(({ unit }) => (
                <option key={unit} value={unit}>
                  {units.nameOf(unit, language)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
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
