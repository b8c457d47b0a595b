import { type ReactNode, useContext } from 'react'
import { ReleaseDocument, type ReleaseQuery } from '../../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../../data/asking/use-answer.js'
import { dayAt, offsetOf } from '../../../data/day.js'
import { changesBy } from '../../../data/panels/changes.js'
import { chartOf } from '../../../data/panels/chart-of.js'
import { groupOf } from '../../../data/panels/findings.js'
import { useWords } from '../../../i18n/words.js'
import { Copy } from '../../copy.js'
import { GoLink, StateContext } from '../../go-link.js'
import { FaultNotice } from '../../notice.js'
import { Files } from '../files.js'
import { ChangeList } from './change-list.js'
import { Summary } from './summary.js'

type Release = NonNullable<ReleaseQuery['release']>

export function ReleasePage({ code }: { code: string }): ReactNode {
  const { words } = useWords()
  const { data, fault, again } = useAnswer(ReleaseDocument, { code })
  if (fault !== null) return <FaultNotice fault={fault} again={again} />
  if (data === null) return <p role="status">{words.loading}</p>
  if (data.release === null) return <p className="notice">{words.records.releases.unknown(code)}</p>
  return <Known release={data.release} />
}

function Known({ release }: { release: Release }): ReactNode {
  const { words } = useWords()
  const [state] = useContext(StateContext)
  const texts = words.records.releases
  const { code, title, publisher, publishedAt, stage, url, note, citation, retractedAt, retractionReason } = release
  const [checks, revisions] = (['CHECK', 'REVISION'] as const).map(
    (each) => groupOf(release.findings.counts, each).count,
  )
  const [first] = release.figures.nodes
  const day = dayAt(publishedAt, offsetOf(publishedAt))
  return (
    <article className="release" aria-labelledby="release-title">
      <p className="kicker">
        {words.parts([words.picture.publisher(publisher), words.published(publishedAt), words.stages[stage]])}
      </p>
      <h3 id="release-title">{title}</h3>
      {retractedAt !== null && <p className="notice">{words.retracted(retractedAt, retractionReason ?? '')}</p>}
      {note !== null && <p className="quiet">{note}</p>}
      {retractedAt === null && <Summary code={code} />}
      <p className="buttons">
        {first !== undefined && (
          <GoLink className="button" to={{ ...chartOf(first, state), asOf: day }}>
            {texts.asOf}
          </GoLink>
        )}
        <GoLink className="button" to={{ panel: 'findings', release: code }}>
          {words.records.findings.said(checks ?? 0, revisions ?? 0)}
        </GoLink>
        <GoLink className="button" to={{ since: day, until: null }}>
          {texts.sinceDay(words.day(day))}
        </GoLink>
      </p>
      <p className="quiet source">
        {words.records.releases.figures(release.figures.totalCount)} · <span lang="en">{citation}</span>{' '}
        {url !== null && <a href={url}>{url}</a>} <Copy text={citation} label={words.copy} />
      </p>
      <Files label={texts.download} query="indicators" variables={{ filter: { releases: [code] } }} />
      <ChangeList title={texts.whatChanged} between={changesBy(release)} />
    </article>
  )
}
