import { type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import type {
  ChoicesQuery,
  ChoicesQueryVariables,
  IndicatorFilter,
  TableQuery,
  TableQueryVariables,
} from '../../generated/gql/explorer/graphql.js'
import { Chart } from '../charts/chart.js'
import { type Grid, gridOf } from '../data/grid.js'
import { textIn } from '../data/named.js'
import { spanOf } from '../data/period.js'
import { charts } from '../data/state.js'
import type { Answer } from '../data/use-answer.js'
import type { Lists, View } from '../data/view.js'
import { useWords } from '../i18n/words.js'
import { Controls } from './controls.js'
import { GoLink, StateContext } from './go-link.js'
import { Empty, FaultNotice } from './notice.js'
import { Table } from './table.js'
import { TakeAway } from './take-away.js'
import { useUnits } from './units.js'

interface ExploreProps {
  readonly view: View
  readonly lists: Lists
  readonly choices: Answer<ChoicesQuery, ChoicesQueryVariables>
  readonly answer: Answer<TableQuery, TableQueryVariables>
}

export function Explore({ view, lists, choices, answer }: ExploreProps): ReactNode {
  const { words } = useWords()
  const { data } = answer
  const grid = useMemo(() => (data === null ? null : gridOf(data)), [data])
  const fault = choices.fault ?? answer.fault
  const last = useRef(view.table)
  if (view.table !== null) last.current = view.table // keeps the choices while they are reloaded
  const again = (): void => {
    choices.again()
    answer.again()
  }
  return (
    <section aria-label={words.explore} className="explore" id="figures" tabIndex={-1}>
      <div className="side">
        <Controls view={{ ...view, table: last.current }} lists={lists} choices={choices.data} />
      </div>
      <div className="shown" aria-busy={answer.waits || choices.waits}>
        {fault !== null && <FaultNotice fault={fault} again={again} />}
        {grid === null && fault === null && <p role="status">{words.loading}</p>}
        {grid !== null && fault?.kind !== 'refused' && (
          <>
            <Figures grid={grid} filter={answer.of?.filter ?? {}} lists={lists} />
            {last.current !== null && grid.rows.length > 0 && <TakeAway variables={last.current.variables} />}
          </>
        )}
      </div>
    </section>
  )
}

/** Shows a response. `filter` is the one it answers, which may be older than the current choice. */
function Figures({ grid, filter, lists }: { grid: Grid; filter: IndicatorFilter; lists: Lists }): ReactNode {
  const { words, language } = useWords()
  const [state, go] = useContext(StateContext)
  const units = useUnits()
  const unit = units.nameOf(grid.unit, language)
  const by = filter.dimensions?.[0] ?? 'TOTAL'
  const title = useTitle(grid, by, filter.asOf?.slice(0, 10) ?? null, lists)
  useEffect(() => {
    document.title = grid.rows.length === 0 ? words.site : `${title} · ${words.site}`
  }, [grid, title, words])
  if (grid.rows.length === 0) return <Empty />
  const more = Math.min(grid.total, mostSeries)
  const drawnIn = state.chart === 'growth' ? words.growthUnit : state.chart === 'shares' ? words.shareUnit : unit
  return (
    <>
      <h2>{title}</h2>
      <div className="bar-of-chart">
        <p className="drawn-in">{drawnIn}</p>
        <fieldset className="switch">
          <legend className="unseen">{words.chart}</legend>
          {charts.map((chart) => (
            <label key={chart}>
              <input type="radio" name="chart" checked={chart === state.chart} onChange={() => go({ chart })} />
              <span>{words.charts[chart]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Chart grid={grid} kind={state.chart} title={words.parts([title, drawnIn])} />
      <div className="bar-of-table">
        <p className="quiet">{words.tableHelp}</p>
        <label className="check">
          <input type="checkbox" checked={state.turned} onChange={({ target }) => go({ turned: target.checked })} />{' '}
          {words.turn}
        </label>
      </div>
      <Table
        grid={grid}
        turned={state.turned}
        withShares={by !== 'TOTAL'}
        title={words.parts([title, unit])}
        unit={unit}
      />
      {grid.rows.length < grid.total && (
        <p className="quiet">
          {words.seriesCut(grid.rows.length, grid.total)}{' '}
          {grid.rows.length < more && <GoLink to={{ most: more }}>{words.showMore(more)}</GoLink>}
        </p>
      )}
    </>
  )
}

/** The largest number of series within the cost limit of a query. */
const mostSeries = 100

function useTitle(grid: Grid, by: string, asOf: string | null, lists: Lists): string {
  const { words, language } = useWords()
  const metrics = new Map(grid.rows.map(({ metric }) => [metric.code, textIn(metric, language)]))
  const dimension = lists.dimensions.find(({ code }) => code === by)
  const named = by === 'TOTAL' ? null : dimension === undefined ? by : textIn(dimension, language)
  const spans = grid.periods.map((period) => words.period(spanOf(period)))
  const parts = [words.titleOf([...metrics.values()], named), words.titleSpan(spans[0] ?? '', spans.at(-1) ?? '')]
  return words.parts(asOf === null ? parts : [...parts, words.knownOn(asOf)])
}
