import type { ReactNode } from 'react'
import { dayAt, offsetOf } from '../../../data/day.js'
import { printedGrowth, signed } from '../../../data/number.js'
import { useWords } from '../../../i18n/words.js'
import { Vintages } from '../../chart/vintages.js'
import { GoLink } from '../../go-link.js'
import type { Figure } from '../../why.js'
import { useAmount } from '../use-amount.js'

type Version = Figure['history'][number]

export function Versions({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const texts = words.records.drawer
  const hasGrowth = figure.history.some((version) => printedGrowth(version) !== null)
  return (
    <section>
      <h3>{texts.versions}</h3>
      <Vintages figure={figure} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable areas must be reachable by keyboard */}
      <section className="scrolls" aria-label={texts.versions} tabIndex={0}>
        <table className="versions">
          <thead>
            <tr>
              <th scope="col">{texts.printedBy}</th>
              <th scope="col">{texts.published}</th>
              <th scope="col" className="number">
                {texts.value}
              </th>
              {hasGrowth && (
                <th scope="col" className="number">
                  {texts.growth}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {figure.history.map((version) => (
              <Line key={version.id} version={version} isShown={version.id === figure.id} hasGrowth={hasGrowth} />
            ))}
          </tbody>
        </table>
      </section>
      {figure.confirmedBy.length > 0 && (
        <p className="quiet">
          {words.labelled(
            words.figure.confirmedBy,
            words.listed(figure.confirmedBy.map(({ title, publishedAt }) => `${title} (${words.day(publishedAt)})`)),
          )}
        </p>
      )}
    </section>
  )
}

const digits = 8

interface LineProps {
  readonly version: Version
  readonly isShown: boolean
  readonly hasGrowth: boolean
}

function Line({ version, isShown, hasGrowth }: LineProps): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  const { release, knownFrom, knownTo } = version
  const growth = printedGrowth(version)
  const offset = offsetOf(release.publishedAt)
  const text = amount.printed(version, digits) ?? words.noLevel
  const known =
    knownTo === null
      ? null
      : knownTo === knownFrom
        ? words.figure.never
        : words.figure.knownBetween(dayAt(knownFrom, offset), dayAt(knownTo, offset))
  return (
    <tr aria-current={isShown || undefined}>
      <th scope="row">
        <GoLink to={{ figure: null, panel: 'releases', release: release.code, since: null }}>{release.title}</GoLink>
        {release.retractedAt !== null && <em> {words.figure.retracted}</em>}
      </th>
      <td>
        {words.day(release.publishedAt)}
        {known !== null && <span className="quiet">{known}</span>}
      </td>
      <td className="number" title={words.text(version) ?? undefined}>
        {isShown ? text : <GoLink to={{ figure: version.id }}>{text}</GoLink>}
      </td>
      {hasGrowth && <td className="number">{growth !== null && words.percent(signed(growth))}</td>}
    </tr>
  )
}
