import type { ReactNode } from 'react'
import { padded, rounded, signed } from '../../../data/number.js'
import { places } from '../../../data/texts.js'
import { useWords } from '../../../i18n/words.js'
import type { Figure } from '../../why.js'

export function Details({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const { contribution } = figure.derived
  const isTotal = figure.categories.every(({ code }) => code === 'ALL')
  const members = figure.categories.filter(({ code }) => code !== 'ALL').flatMap((category) => category.members)
  const note = words.text({ en: figure.noteEn, zh: figure.noteZh })
  const others = figure.changes.filter(({ isYearOnYear }) => !isYearOnYear)
  const { title, publisher, publishedAt, url } = figure.release
  return (
    <section>
      <h3>{words.records.drawer.details}</h3>
      <dl className="details">
        {figure.shareChange !== null && (
          <Item term={words.figure.shareChange}>{words.points(signed(figure.shareChange))}</Item>
        )}
        {contribution.value !== null && !isTotal && (
          <Item term={words.figure.contribution}>
            <i>{words.parts([words.points(signed(rounded(contribution.value, places))), words.computed])}</i>
          </Item>
        )}
        {others.map(({ base, percent, points, decimals }) => (
          <Item key={base} term={words.figure.since(words.period(base))}>
            {words.parts([
              percent === null
                ? words.points(signed(padded(points ?? '0', decimals)))
                : words.percent(signed(padded(percent, decimals))),
              words.printed,
            ])}
          </Item>
        ))}
        {figure.status !== 'NORMAL' && <Item term={words.figure.status}>{words.statuses[figure.status]}</Item>}
        {note !== null && <Item term={words.figure.note}>{note}</Item>}
        {members.length > 0 && (
          <Item term={words.figure.members}>{words.listed(members.map((member) => words.text(member)))}</Item>
        )}
        <Item term={words.source}>
          {words.parts([words.picture.publisher(publisher), title, words.published(publishedAt)])}{' '}
          {url === null ? <span className="quiet">{words.figure.noUrl}</span> : <a href={url}>{url}</a>}
        </Item>
      </dl>
    </section>
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
