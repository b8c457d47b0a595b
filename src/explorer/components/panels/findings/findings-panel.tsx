import { type ReactNode, useContext, useState } from 'react'
import { type FindingKind, type FindingOrder, FindingsDocument } from '../../../../generated/gql/explorer/graphql.js'
import type { FrontData } from '../../../data/answered.js'
import { useAnswer } from '../../../data/asking/use-answer.js'
import { type FindingsData, groupOf, rangeOf } from '../../../data/panels/findings.js'
import { useWords } from '../../../i18n/words.js'
import { StateContext } from '../../go-link.js'
import { FaultNotice } from '../../notice.js'
import { Panel } from '../panel.js'
import { Checks } from './checks.js'
import { Filter } from './filter.js'
import { Revisions } from './revisions.js'

const first = 16
const step = 64
const mostChecks = 200

export function FindingsPanel({ releases }: { releases: FrontData['releases']['nodes'] }): ReactNode {
  const { words, language } = useWords()
  const [state, go] = useContext(StateContext)
  const [orderBy, setOrder] = useState<FindingOrder>('SIZE')
  const [shown, setShown] = useState(first)
  const kind = state.kind !== null && state.kind in words.kinds ? state.kind : null
  const { data, waits, fault, again } = useAnswer(FindingsDocument, {
    ...{ release: state.release, kind: kind === null ? null : [kind], percent: rangeOf(state.size), orderBy },
    ...{ checks: mostChecks, revisions: shown, language: language === 'zh' ? 'ZH' : 'EN' },
  })
  const texts = words.records.findings
  const choose = (change: { kind?: FindingKind | null; size?: string | null; release?: string | null }): void => {
    setShown(first)
    go(change)
  }
  return (
    <Panel
      name={texts.title}
      size="wide"
      close={() => go({ panel: null, kind: null, size: null })}
      title={<Title data={data} release={releases.find(({ code }) => code === state.release) ?? null} />}
    >
      <div className="findings-page" aria-busy={waits}>
        {fault !== null && <FaultNotice fault={fault} again={again} />}
        {data === null && fault === null && <p role="status">{words.loading}</p>}
        {data !== null && (
          <>
            <Filter counts={data.all.counts} kind={kind} size={state.size} choose={choose}>
              <select
                className="release-choice"
                aria-label={words.release}
                value={state.release ?? ''}
                onChange={({ target }) => choose({ release: target.value || null })}
              >
                <option value="">{texts.allReleases}</option>
                {releases.map(({ code, title, publishedAt }) => (
                  <option key={code} value={code}>
                    {publishedAt.slice(0, 10)} {title}
                  </option>
                ))}
              </select>
            </Filter>
            <div className="findings-lists">
              {data.checks.totalCount > 0 && <Checks findings={data.checks.nodes} />}
              {data.revisions.totalCount > 0 && (
                <Revisions
                  data={data}
                  orderBy={orderBy}
                  order={setOrder}
                  more={data.revisions.totalCount - data.revisions.nodes.length}
                  show={() => setShown(shown + step)}
                />
              )}
              {data.checks.totalCount + data.revisions.totalCount === 0 && (
                <p role="status">
                  {texts.none}{' '}
                  <button type="button" className="plain" onClick={() => choose({ kind: null, size: null })}>
                    {texts.clear}
                  </button>
                </p>
              )}
            </div>
          </>
        )}
      </div>
    </Panel>
  )
}

function Title({
  data,
  release,
}: {
  data: FindingsData | null
  release: FrontData['releases']['nodes'][number] | null
}): ReactNode {
  const { words } = useWords()
  const texts = words.records.findings
  return (
    <div>
      <p className="kicker">
        {release === null ? texts.allReleases : words.parts([release.title, words.published(release.publishedAt)])}
      </p>
      <h2 aria-live="polite" data-first tabIndex={-1}>
        {data === null
          ? texts.title
          : texts.said(groupOf(data.all.counts, 'CHECK').count, groupOf(data.all.counts, 'REVISION').count)}
      </h2>
    </div>
  )
}
