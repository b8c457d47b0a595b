import { type ReactNode, useContext } from 'react'
import { type ChartPoint, isSelected } from '../../charts/model.js'
import type { State } from '../../data/state.js'
import type { PageData, Shown } from '../../data/use-page.js'
import { useWords } from '../../i18n/words.js'
import { ChartView } from '../chart-view.js'
import { StateContext } from '../go-link.js'
import { FaultNotice } from '../notice.js'
import type { Asked } from './choices/choice.js'
import { metricChoice } from './choices/metric.js'
import { tabsOf } from './choices/tabs.js'
import { Foot } from './foot.js'
import { Head } from './head.js'
import { Known } from './known.js'
import { Sentence } from './sentence.js'
import { Sheet } from './sheet.js'
import { Empty } from './states.js'
import { Table } from './table.js'
import { Timeline } from './timeline.js'

export function Card({ page, state }: { page: PageData; state: State }): ReactNode {
  const { words } = useWords()
  const { shown, front, view, choices } = page
  const asked: Asked | null =
    front === null || view === null ? null : { state, view, lists: front, choices, shown, words }
  const chart = view?.table?.chart ?? shown?.view.table?.chart ?? 'line'
  return (
    <section
      className="card"
      id="figures"
      tabIndex={-1}
      aria-label={words.explore}
      aria-busy={page.waits}
      lang={words.tag}
    >
      <Head
        title={shown?.model?.title ?? (asked === null ? null : metricChoice(asked).text)}
        tabs={view === null ? [] : tabsOf(view)}
        chart={chart}
      />
      <Facts asked={asked} />
      {asked === null ? <div className="sentence" /> : <Sentence asked={asked} />}
      <div className="drawing">
        <Drawing page={page} asked={asked} />
      </div>
      {view?.table == null ? <div className="timeline" /> : <Timeline view={view} shown={shown} />}
      {asked !== null && <Sheet asked={asked} />}
      <Foot shown={shown} lists={front} />
    </section>
  )
}

function Drawing({ page, asked }: { page: PageData; asked: Asked | null }): ReactNode {
  const [, go] = useContext(StateContext)
  const { shown, fault } = page
  if (fault !== null && (fault.kind !== 'offline' || shown === null))
    return <FaultNotice fault={fault} again={page.again} />
  if (shown === null) return null
  if (asked !== null && (shown.model === null || isBlank(shown))) return <Empty asked={asked} />
  if (shown.model === null) return null
  if (shown.view.table?.chart === 'table') return <Table shown={shown} />
  return <ChartView model={shown.model} onOpen={(figure) => go({ figure })} />
}

function isBlank({ model, view }: Shown): boolean {
  const selected = model?.series.filter(isSelected) ?? []
  const hasGrowth = view.table?.chart === 'rates' || view.table?.chart === 'table'
  const isShown = ({ value, growth }: ChartPoint): boolean =>
    value !== null || (hasGrowth && (growth.reported ?? growth.value) !== null)
  return selected.length > 0 && !selected.some(({ points }) => points.some(isShown))
}

function Facts({ asked }: { asked: Asked | null }): ReactNode {
  const unit = asked?.shown?.model?.unit
  return (
    <div className="facts">
      {unit !== undefined && <span className="fact">{unit}</span>}
      {asked !== null && <Known asked={asked} />}
    </div>
  )
}
