import { type ReactNode, type SyntheticEvent, useContext, useLayoutEffect, useRef } from 'react'
import { FigureDocument } from '../../generated/gql/explorer/graphql.js'
import { places } from '../charts/chart-series.js'
import { textIn } from '../data/named.js'
import { grouped, padded, printedGrowth, rounded, scaled, signed } from '../data/number.js'
import { spanOf } from '../data/period.js'
import { useAnswer } from '../data/use-answer.js'
import { useWords } from '../i18n/words.js'
import { Copy } from './copy.js'
import { Place } from './go-link.js'
import { History } from './history.js'
import { FaultNotice } from './notice.js'
import { UnitsContext, useUnits } from './units.js'
import { type Figure, rangeText, Why } from './why.js'

/** All that is known of the figure that the state looks at, over the page; Escape closes it. */
export function FigureDialog({ id }: { id: string }): ReactNode {
  const { words } = useWords()
  const [, go] = useContext(Place)
  const dialog = useRef<HTMLDialogElement>(null)
  const { data, fault, again } = useAnswer(FigureDocument, { id })
  useLayoutEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close() // gives the focus back where the back button was used
  }, [])
  const closed = ({ currentTarget }: SyntheticEvent<HTMLDialogElement>): void => {
    if (currentTarget.isConnected && !currentTarget.open) go({ figure: null })
  }
  const areUnitsKnown = useContext(UnitsContext).length > 0 // without them a number would stand with the wrong unit
  const node = areUnitsKnown ? data?.node : undefined
  return (
    <dialog ref={dialog} aria-label={words.figureOf} onClose={closed}>
      <button type="button" className="close" onClick={() => dialog.current?.close()}>
        {words.figure.close}
      </button>
      {fault !== null && <FaultNotice fault={fault} again={again} />}
      {(data === null || !areUnitsKnown) && fault === null && <p role="status">{words.loading}</p>}
      {node !== undefined && node?.__typename !== 'Indicator' && <p className="notice">{words.figure.gone}</p>}
      {node?.__typename === 'Indicator' && <Known figure={node} />}
    </dialog>
  )
}

function Known({ figure }: { figure: Figure }): ReactNode {
  const { words, language } = useWords()
  const broken = figure.categories.filter(({ code }) => code !== 'ALL')
  const note = language === 'zh' ? figure.noteZh : figure.noteEn
  const members = broken.flatMap((category) => category.members)
  return (
    <>
      <p className="kicker">
        {words.parts([
          [textIn(figure.metric, language), ...broken.map((category) => textIn(category, language))].join(' · '),
          words.period(spanOf(figure.period)),
        ])}
      </p>
      <h2>{textIn(figure, language) ?? words.noLevel}</h2>
      <dl>
        <Bounds figure={figure} />
        <Item term={words.figure.status}>{words.statuses[figure.status]}</Item>
        {figure.flags !== null && <Item term={words.figure.flags}>{figure.flags}</Item>}
        <Computed figure={figure} what="growth" />
        <Computed figure={figure} what="share" />
        <Others figure={figure} />
        {note !== null && <Item term={words.figure.note}>{note}</Item>}
        {members.length > 0 && (
          <Item term={words.figure.members}>{words.listed(members.map((member) => textIn(member, language)))}</Item>
        )}
        <Item term={words.source}>
          {figure.release.title}, {figure.release.publisher}, {words.published(figure.release.publishedAt)}{' '}
          {figure.release.url === null ? (
            <span className="quiet">{words.figure.noUrl}</span>
          ) : (
            <a href={figure.release.url}>{figure.release.url}</a>
          )}
        </Item>
        {figure.confirmedBy.length > 0 && (
          <Item term={words.figure.confirmedBy}>
            {words.listed(figure.confirmedBy.map(({ title, publishedAt }) => `${title} (${words.day(publishedAt)})`))}
          </Item>
        )}
        <Item term={words.cite}>
          <span lang="en">{figure.citation}</span> <Copy text={figure.citation} label={words.copy} />
        </Item>
      </dl>
      <History figure={figure} />
    </>
  )
}

function Item({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Bounds({ figure: { bounds, unit } }: { figure: Figure }): ReactNode {
  const { words, language } = useWords()
  const units = useUnits()
  if (bounds === null) return null
  const written = (decimal: string): string => grouped(scaled(decimal, -units.exponentOf(unit)))
  return (
    <Item term={words.figure.bounds}>
      {rangeText(bounds, words, written)}
      {units.after(unit, language)}
    </Item>
  )
}

/** Growth or share: as it was printed, as it is computed, and why they differ. */
function Computed({ figure, what }: { figure: Figure; what: 'growth' | 'share' }): ReactNode {
  const { words, language } = useWords()
  const { bounds, ...derived } = what === 'growth' ? figure.derived.yoyChange : figure.derived.share
  const printed = what === 'growth' ? printedGrowth(figure.yoyChange, figure.changes) : figure.share
  if (printed === null && (derived.value === null || derived.value === '100')) return null
  const written = (decimal: string): string => words.percent(what === 'growth' ? signed(decimal) : grouped(decimal))
  const { shareOf } = figure
  const of =
    what === 'share' && shareOf !== null
      ? ` ${words.figure.shareOf([textIn(shareOf.metric, language), ...(shareOf.category.code === 'ALL' ? [] : [textIn(shareOf.category, language)])].join(' · '))}`
      : ''
  return (
    <Item term={what === 'growth' ? words.figure.growth : words.figure.share}>
      {printed !== null && `${written(printed)}${of}, ${words.printed}`}
      {printed === null && derived.value !== null && `${written(rounded(derived.value, places))}, ${words.computed}`}
      {printed !== null && (
        <span className="why" data-agreement={derived.agreement}>
          <Why
            rate={{
              ...derived,
              reason: textIn(derived, language),
              reported: printed,
              low: bounds?.low ?? null,
              high: bounds?.high ?? null,
            }}
            figure={figure.id}
            what={what}
          />
        </span>
      )}
    </Item>
  )
}

/** What else was printed of it, and what it contributed. */
function Others({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const { contribution } = figure.derived
  const isTotal = figure.categories.every(({ code }) => code === 'ALL')
  const others = figure.changes.filter(({ isYearOnYear }) => !isYearOnYear)
  return (
    <>
      {figure.shareChange !== null && (
        <Item term={words.figure.shareChange}>{words.points(signed(figure.shareChange))}</Item>
      )}
      {contribution.value !== null && !isTotal && (
        <Item term={words.figure.contribution}>
          {words.points(signed(rounded(contribution.value, places)))}, {words.computed}
        </Item>
      )}
      {others.map(({ base, percent, points, decimals }) => (
        <Item key={base} term={words.figure.since(words.period(spanOf(base)))}>
          {percent === null
            ? words.points(signed(padded(points ?? '0', decimals)))
            : words.percent(signed(padded(percent, decimals)))}
          , {words.printed}
        </Item>
      ))}
    </>
  )
}
