import { Fragment, type ReactNode } from 'react'
import type { FindingOrder } from '../../../../generated/gql/explorer/graphql.js'
import { negated, rounded, scaled } from '../../../data/number.js'
import { barsOf, type Finding, type FindingsData } from '../../../data/panels/findings.js'
import { useWords } from '../../../i18n/words.js'
import { useUnits } from '../../units.js'
import { useAmount } from '../use-amount.js'
import { Cells } from './cells.js'
import { namesOf } from './title-of.js'

interface RevisionsProps {
  readonly data: FindingsData
  readonly orderBy: FindingOrder
  readonly order: (order: FindingOrder) => void
  readonly more: number
  readonly show: () => void
}

const orders: readonly FindingOrder[] = ['SIZE', 'PLACE']

export function Revisions({ data, orderBy, order, more, show }: RevisionsProps): ReactNode {
  const { words } = useWords()
  const units = useUnits()
  const texts = words.records.findings
  const { nodes } = data.revisions
  const periods = new Set(nodes.map(({ indicators: [figure] }) => figure?.period))
  const bars = barsOf(nodes, ({ difference, unit }) =>
    difference === null || unit === null || unit === 'PERCENT' ? null : scaled(difference, units.exponentOf(unit)),
  )
  return (
    <section className="revisions" aria-label={texts.triage.REVISION}>
      <header>
        <h3>{texts.triage.REVISION}</h3>
        <p className="quiet">{texts.triageHelp.REVISION}</p>
        <label className="sort">
          {texts.sortedBy}{' '}
          <select value={orderBy} onChange={({ target }) => order(target.value as FindingOrder)}>
            {orders.map((each) => (
              <option key={each} value={each}>
                {texts.orders[each as 'SIZE' | 'PLACE']}
              </option>
            ))}
          </select>
        </label>
      </header>
      <ul>
        {nodes.map((finding, at) => (
          <Fragment key={finding.id}>
            {finding.kind !== nodes[at - 1]?.kind && (
              <li className="kind-name">{words.kinds[finding.kind] ?? finding.kind}</li>
            )}
            <li>
              <Row finding={finding} bar={bars[at] ?? null} withPeriod={periods.size > 1} />
            </li>
          </Fragment>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="plain more" onClick={show}>
          {texts.more(more)}
        </button>
      )}
    </section>
  )
}

const [width, height] = [72, 14]

interface RowProps {
  readonly finding: Finding
  readonly bar: number | null
  readonly withPeriod: boolean
}

function Row({ finding, bar, withPeriod }: RowProps): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  const [figure] = finding.indicators
  const { difference, unit, percent } = finding
  const [first, ...rest] = figure === undefined ? [finding.release?.title ?? ''] : namesOf(figure, words)
  const isShown = difference !== null && unit !== null
  return (
    <details className="revision">
      <summary>
        <span className="what">
          <strong>{first}</strong>{' '}
          <span>{words.parts(rest.slice(0, withPeriod ? rest.length : -1).map(words.records.inside))}</span>
        </span>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          {bar !== null && (
            <>
              <rect
                className="bar"
                x={width / 2 + Math.min(0, bar) * (width / 2)}
                y="2"
                width={Math.abs(bar) * (width / 2)}
                height="10"
                rx="1"
              />
              <line className="zero" x1={width / 2} x2={width / 2} y1="0" y2={height} />
            </>
          )}
        </svg>
        <span className="moved">{isShown && amount.moved(difference, unit)}</span>
        <span className="percent">{percent !== null && words.percent(rounded(unsigned(percent), 2))}</span>
      </summary>
      <p>{finding.message}</p>
      <Cells finding={finding} />
    </details>
  )
}

const unsigned = (decimal: string): string => (decimal.startsWith('-') ? negated(decimal) : decimal)
