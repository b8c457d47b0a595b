import type { ReactNode } from 'react'
import { dayAt, offsetOf } from '../data/day.js'
import { textIn } from '../data/named.js'
import { printedGrowth, signed } from '../data/number.js'
import { useWords } from '../i18n/words.js'
import { GoLink } from './go-link.js'
import type { Figure } from './why.js'

type Version = Figure['history'][number]

export function History({ figure }: { figure: Figure }): ReactNode {
  const { words, language } = useWords()
  return (
    <section>
      <h3>{words.figure.history}</h3>
      <p className="quiet">{words.figure.historyHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable areas must be reachable by keyboard */}
      <section className="scrolls" aria-label={words.figure.history} tabIndex={0}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.figure.printedBy}</th>
              <th scope="col" className="number">
                {words.figure.value}
              </th>
              <th scope="col" className="number">
                {words.figure.growth}
              </th>
              <th scope="col">{words.figure.known}</th>
            </tr>
          </thead>
          <tbody>
            {figure.history.map((version) => (
              <tr key={version.id} aria-current={version.id === figure.id || undefined}>
                <th scope="row">
                  {version.release.title}
                  {version.release.retractedAt !== null && <em> {words.figure.retracted}</em>}
                </th>
                <td>
                  {version.id === figure.id ? (
                    (textIn(version, language) ?? words.noLevel)
                  ) : (
                    <GoLink to={{ figure: version.id }}>{textIn(version, language) ?? words.noLevel}</GoLink>
                  )}
                </td>
                <td>
                  <Growth version={version} />
                </td>
                <td className="text">
                  {version.knownTo === version.knownFrom
                    ? words.figure.never
                    : words.figure.knownBetween(...knownDays(version))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Growth({ version }: { version: Version }): ReactNode {
  const { words } = useWords()
  const growth = printedGrowth(version.yoyChange, version.changes)
  return growth === null ? null : words.percent(signed(growth))
}

/** Returns the first and last day of a version, in the time zone of its publisher. */
function knownDays({ knownFrom, knownTo, release }: Version): [string, string | null] {
  const offset = offsetOf(release.publishedAt)
  return [dayAt(knownFrom, offset), knownTo === null ? null : dayAt(knownTo, offset)]
}
