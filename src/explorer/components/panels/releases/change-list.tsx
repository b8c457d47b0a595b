import { type ReactNode, useState } from 'react'
import { ChangesDocument, type ChangesQueryVariables } from '../../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../../data/asking/use-answer.js'
import { nameOf } from '../../../data/named.js'
import { printedGrowth, rounded, signed } from '../../../data/number.js'
import { type Change, type ChangedFigure, isSameNumber } from '../../../data/panels/changes.js'
import { useWords } from '../../../i18n/words.js'
import { GoLink } from '../../go-link.js'
import { FaultNotice } from '../../notice.js'
import { Files } from '../files.js'
import { useAmount } from '../use-amount.js'

interface ChangeListProps {
  readonly title?: string
  readonly between: Omit<ChangesQueryVariables, 'first'>
}

const step = 50
const most = 1000

export function ChangeList({ title, between }: ChangeListProps): ReactNode {
  const { words } = useWords()
  const texts = words.records.releases
  const [first, setFirst] = useState(step)
  const { data, fault, waits, again } = useAnswer(ChangesDocument, { ...between, first })
  if (fault !== null) return <FaultNotice fault={fault} again={again} />
  if (data === null) return <p role="status">{words.loading}</p>
  const { nodes, totalCount } = data.changes
  const more = Math.min(most, totalCount) - nodes.length
  const areRevised = nodes.some(({ before }) => before !== null)
  return (
    <section className="changes" aria-busy={waits}>
      <h4>
        {title} <span role="status">{texts.counted(totalCount)}</span>
      </h4>
      {totalCount > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable areas must be reachable by keyboard */}
          <section className="scrolls" aria-label={title ?? texts.since} tabIndex={0}>
            <table className="versions" data-new={!areRevised || undefined}>
              <thead>
                <tr>
                  <th scope="col">{texts.figure}</th>
                  <th scope="col">{words.periodHead}</th>
                  <th scope="col">{texts.kind}</th>
                  {areRevised && <NumberHead>{texts.before}</NumberHead>}
                  <NumberHead>{texts.after}</NumberHead>
                  {areRevised && <NumberHead>{texts.difference}</NumberHead>}
                </tr>
              </thead>
              <tbody>
                {nodes.map((change) => (
                  <Row key={(change.after ?? change.before)?.id} change={change} areRevised={areRevised} />
                ))}
              </tbody>
            </table>
          </section>
          {more > 0 && (
            <button type="button" className="plain more" onClick={() => setFirst(first + step * 2)}>
              {texts.more(Math.min(more, step * 2))}
            </button>
          )}
          <Files label={texts.file} query="changes" variables={between} formats={['csv', 'xlsx', 'parquet']} />
        </>
      )}
    </section>
  )
}

const NumberHead = ({ children }: { children: string }): ReactNode => (
  <th scope="col" className="number">
    {children}
  </th>
)

function Row({ change, areRevised }: { change: Change; areRevised: boolean }): ReactNode {
  const { words } = useWords()
  const { kind, before, after, percent } = change
  const texts = words.records.releases
  const figure = after ?? before
  if (figure === null) return null
  const isSame = isSameNumber(change)
  return (
    <tr data-kind={kind}>
      <th scope="row">{nameOf(figure.metric, figure.categories, words)}</th>
      <td>{words.period(figure.period)}</td>
      <td className="change">{isSame ? texts.sameNumber : texts.kinds[kind]}</td>
      {areRevised && <td className="number">{before !== null && <Printed figure={before} />}</td>}
      <td className="number">{after !== null && <Printed figure={after} />}</td>
      {areRevised && (
        <td className="number">{percent !== null && !isSame && words.percent(signed(rounded(percent, 2)))}</td>
      )}
    </tr>
  )
}

const digits = 5

function Printed({ figure }: { figure: ChangedFigure }): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  const growth = printedGrowth(figure)
  const level = amount.printed(figure, digits)
  const text = level ?? (growth === null ? words.noLevel : words.onYear(words.percent(signed(growth))))
  return (
    <GoLink
      to={{ figure: figure.id }}
      className={level === null ? 'missing' : ''}
      title={words.text(figure) ?? undefined}
    >
      {text}
    </GoLink>
  )
}
