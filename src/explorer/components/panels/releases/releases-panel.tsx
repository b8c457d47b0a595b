import { type ReactNode, useContext } from 'react'
import type { FrontData } from '../../../data/answered.js'
import { useWords } from '../../../i18n/words.js'
import { GoLink, StateContext } from '../../go-link.js'
import { Panel } from '../panel.js'
import { ReleasePage } from './release-page.js'
import { Since } from './since.js'

export function ReleasesPanel({ releases }: { releases: FrontData['releases'] }): ReactNode {
  const { words } = useWords()
  const [state, go] = useContext(StateContext)
  const texts = words.records.releases
  const { nodes, totalCount } = releases
  const code = state.release ?? nodes[0]?.code ?? null
  const isSince = state.since !== null
  return (
    <Panel
      name={texts.title}
      size="wide"
      close={() => go({ panel: null, since: null, until: null })}
      title={
        <h2 data-first tabIndex={-1}>
          {texts.title}
        </h2>
      }
    >
      <div className="releases-page">
        <nav aria-label={texts.list}>
          <GoLink
            className="since"
            to={{ since: nodes[0]?.publishedAt.slice(0, 10) ?? null, until: null }}
            current={isSince}
          >
            {texts.since} …
          </GoLink>
          <select
            aria-label={words.release}
            value={isSince ? '' : (code ?? '')}
            onChange={({ target }) => go({ release: target.value || null, since: null, until: null })}
          >
            {isSince && <option value="">{words.release}</option>}
            {nodes.map(({ code, title, publishedAt }) => (
              <option key={code} value={code}>
                {publishedAt.slice(0, 10)} {title}
              </option>
            ))}
          </select>
          <ol>
            {nodes.map((each) => (
              <li key={each.code}>
                <GoLink to={{ release: each.code, since: null, until: null }} current={!isSince && each.code === code}>
                  <span className="title">{each.title}</span>
                  <time dateTime={each.publishedAt}>
                    {words.day(each.publishedAt)}
                    {each.retractedAt !== null && ` · ${words.figure.retracted}`}
                  </time>
                </GoLink>
              </li>
            ))}
          </ol>
          {nodes.length < totalCount && <p className="quiet">{texts.other(totalCount - nodes.length)}</p>}
        </nav>
        <div>
          {state.since !== null ? (
            <Since since={state.since} releases={nodes} />
          ) : (
            code !== null && <ReleasePage key={code} code={code} />
          )}
        </div>
      </div>
    </Panel>
  )
}
