import type { ReactNode } from 'react'
import { FooterDocument } from '../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../data/asking/use-answer.js'
import { groupOf } from '../../data/panels/findings.js'
import { dayOf } from '../../data/source.js'
import type { Shown } from '../../data/use-page.js'
import type { Lists } from '../../data/view.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { GoLink } from '../go-link.js'
import { useCopy } from '../use-copy.js'
import { Code } from './take/code.js'
import { Download } from './take/download.js'
import { Share } from './take/share.js'

interface FootProps {
  readonly shown: Shown | null
  readonly lists: Pick<Lists, 'datasets' | 'units'> | null
}

export function Foot({ shown, lists }: FootProps): ReactNode {
  const { words } = useWords()
  const { page } = words
  const { said, copy } = useCopy()
  const variables = shown?.view.table?.variables
  const { data } = useAnswer(FooterDocument, variables === undefined ? null : { filter: variables.filter })
  const release = data?.indicators.nodes[0]?.release ?? null
  const [checks = 0, revisions = 0] = (['CHECK', 'REVISION'] as const).map((each) =>
    release === null ? 0 : groupOf(release.findings.counts, each).count,
  )
  const publisher = release === null ? '' : words.picture.publisher(release.publisher)
  return (
    <footer className="foot">
      <p className="source">
        {release !== null && (
          <>
            <span>
              {page.source} {release.url === null ? publisher : <a href={release.url}>{publisher}</a>}
              {words.parts(['', words.text(release.dataset), words.day(dayOf(release))])}
            </span>
            {checks + revisions > 0 && (
              <GoLink
                to={{ panel: 'findings', release: release.code }}
                className={checks > 0 ? 'badge alarming' : 'badge'}
              >
                <Glyph name="flag" />
                {words.records.findings.badge(checks, revisions)}
              </GoLink>
            )}
          </>
        )}
      </p>
      <p role="status" className="copied">
        {said}
      </p>
      <div className="take">
        {shown !== null && <Download shown={shown} />}
        {shown !== null && release !== null && (
          <Share title={shown.model?.title ?? ''} publisher={publisher} day={dayOf(release)} copy={copy} />
        )}
        {shown !== null && variables !== undefined && (
          // A view without a dataset has metrics of a single one.
          <Code
            variables={variables}
            view={shown.view}
            dataset={shown.view.dataset ?? release?.dataset.code ?? null}
            lists={lists}
            copy={copy}
          />
        )}
      </div>
    </footer>
  )
}
