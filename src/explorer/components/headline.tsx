import type { ReactNode } from 'react'
import { useContext } from 'react'
import type { FrontQuery, GlanceFragment, PrintedFragment } from '../../generated/gql/explorer/graphql.js'
import { places } from '../charts/chart-series.js'
import { differs, type Rate, signOf } from '../data/grid.js'
import { textIn } from '../data/named.js'
import { grouped, printedGrowth, rounded, signed } from '../data/number.js'
import { spanOf } from '../data/period.js'
import type { Language } from '../data/state.js'
import { useWords } from '../i18n/words.js'
import { Copy } from './copy.js'
import { Files } from './files.js'
import { Findings } from './findings.js'
import { GoLink, Place } from './go-link.js'
import { Tip } from './tip.js'
import { Why } from './why.js'

type Printed = PrintedFragment
const most = 4

/** A release at a glance: what it is, its headline figures, all that it printed, and what does not add up. */
export function Glance({
  release,
  latest,
  releases,
}: {
  release: GlanceFragment
  /** The code of the latest that was not taken back. */
  latest: string | null
  releases: FrontQuery['releases']
}): ReactNode {
  const { words } = useWords()
  const { nodes } = release.printed
  const headlines = headlinesOf(release)
  return (
    <section aria-labelledby="release" className="glance">
      <div className="head">
        <p className="kicker">
          {release.code === latest ? words.latest : words.release} · {words.published(release.publishedAt)} ·{' '}
          {words.stages[release.stage]}
        </p>
        <ReleaseChoice shown={release.code} latest={latest} releases={releases} />
      </div>
      <h1 id="release">{release.title}</h1>
      {release.retractedAt !== null && (
        <p className="notice">{words.retracted(release.retractedAt, release.retractionReason ?? '')}</p>
      )}
      <ul className="headlines" aria-label={words.headline}>
        {headlines.map((figure) => (
          <Headline key={figure.id} figure={figure} />
        ))}
      </ul>
      <div className="more">
        {release.printed.totalCount > headlines.length && (
          <details>
            <summary>{words.allPrinted(nodes.length, release.printed.totalCount)}</summary>
            <AllPrinted figures={nodes} />
            <Files label={words.releaseFile} query="indicators" variables={{ filter: { releases: [release.code] } }} />
          </details>
        )}
        <Findings findings={release.findings} />
      </div>
      <p className="source">
        {words.sourceIs(release.citation)} {release.url !== null && <a href={release.url}>{release.url}</a>}{' '}
        <Copy text={release.citation} label={words.copy} />
      </p>
    </section>
  )
}

function ReleaseChoice({
  shown,
  latest,
  releases,
}: { shown: string } & Pick<Parameters<typeof Glance>[0], 'latest' | 'releases'>): ReactNode {
  const { words } = useWords()
  const [, go] = useContext(Place)
  return (
    <label className="choice">
      <span className="unseen">{words.otherRelease}</span>
      <select value={shown} onChange={({ target }) => go({ release: target.value === latest ? null : target.value })}>
        {releases.nodes.map(({ code, title, publishedAt, retractedAt }) => (
          <option key={code} value={code}>
            {`${publishedAt.slice(0, 10)} ${title}${retractedAt === null ? '' : ` (${words.figure.retracted})`}`}
          </option>
        ))}
        {releases.nodes.length < releases.totalCount && (
          <option disabled>{words.moreReleases(releases.nodes.length, releases.totalCount)}</option>
        )}
      </select>
    </label>
  )
}

/** Its totals that have a level, or where there are none the first figures that have one. */
function headlinesOf({ totals, printed }: GlanceFragment): readonly Printed[] {
  const withLevel = [totals, printed].map(({ nodes }) => nodes.filter(({ en }) => en !== null))
  return (withLevel.find((figures) => figures.length > 0) ?? printed.nodes).slice(0, most)
}

function Headline({ figure }: { figure: Printed }): ReactNode {
  const { words, language } = useWords()
  const growth = printedGrowth(figure.yoyChange, figure.changes)
  const { share } = figure
  return (
    <li>
      <span className="what">{words.parts([nameOf(figure, language), words.period(spanOf(figure.period))])}</span>
      <GoLink to={{ figure: figure.id }} className="big">
        {textIn(figure, language) ?? words.noLevel}
      </GoLink>
      <span className="change">
        {growth !== null && words.onYear(words.percent(signed(growth)))} <Agreement figure={figure} />
        {share !== null && words.shareOf(words.percent(grouped(share)))}
      </span>
    </li>
  )
}

function Growth({ figure }: { figure: Printed }): ReactNode {
  const growth = printedGrowth(figure.yoyChange, figure.changes)
  return growth === null ? null : signed(growth)
}

/** The mark of a printed growth that the levels do not make. */
function Agreement({ figure }: { figure: Printed }): ReactNode {
  const { words } = useWords()
  const { value, agreement, bounds } = figure.derived.yoyChange
  if (!differs({ agreement }) || value === null) return null
  const rate: Rate = {
    value,
    reported: printedGrowth(figure.yoyChange, figure.changes),
    agreement,
    reason: null,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
  }
  return (
    <Tip
      mark={signOf({ agreement })}
      label={`${words.computed} ${signed(rounded(value, places))}: ${words.agreementMarks[agreement] ?? ''}`}
    >
      <Why rate={rate} figure={figure.id} what="growth" />
    </Tip>
  )
}

function nameOf({ metric, categories }: Printed, language: Language): string {
  const broken = categories.filter(({ code }) => code !== 'ALL').map((category) => textIn(category, language))
  return [textIn(metric, language), ...broken].join(' · ')
}

function AllPrinted({ figures }: { figures: readonly Printed[] }): ReactNode {
  const { words, language } = useWords()
  return (
    <section className="scrolls">
      <table className="figures printed">
        <thead>
          <tr>
            <th scope="col">{words.metric}</th>
            <th scope="col">{words.periodHead}</th>
            <th scope="col" className="number">
              {words.figure.value}
            </th>
            <th scope="col" className="number">
              {words.growthPrinted}
            </th>
            <th scope="col" className="number">
              {words.sharePrinted}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{nameOf(figure, language)}</th>
              <td className="text">{words.period(spanOf(figure.period))}</td>
              <td>
                <GoLink to={{ figure: figure.id }} className={figure.en === null ? 'missing' : ''}>
                  {textIn(figure, language) ?? words.noLevel}
                </GoLink>
              </td>
              <td>
                <Growth figure={figure} />
                <Agreement figure={figure} />
              </td>
              <td>{figure.share !== null && grouped(figure.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
