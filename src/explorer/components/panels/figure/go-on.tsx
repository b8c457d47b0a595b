import { type ReactNode, useContext } from 'react'
import { FigureDocument } from '../../../../generated/gql/explorer/graphql.js'
import { chartOf } from '../../../data/panels/chart-of.js'
import { useWords } from '../../../i18n/words.js'
import { Glyph } from '../../glyph.js'
import { GoLink, StateContext } from '../../go-link.js'
import { useServed } from '../../use-served.js'
import type { Figure } from '../../why.js'

export function GoOn({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const [state] = useContext(StateContext)
  const isServed = useServed()
  const texts = words.records.drawer
  return (
    <section className="go-on">
      <h3>{texts.goOn}</h3>
      <p className="buttons">
        <GoLink className="button" to={{ ...chartOf(figure, state), figure: null }}>
          <Glyph name="line" size={18} /> {texts.series}
        </GoLink>
        <GoLink className="button" to={{ figure: null, panel: 'releases', release: figure.release.code, since: null }}>
          {texts.release}
        </GoLink>
        {isServed('graphiql') && (
          <a
            className="button"
            href={`/graphql?${new URLSearchParams({ query: FigureDocument.toString().trim(), variables: JSON.stringify({ id: figure.id }) })}`}
            target="_blank"
            rel="noreferrer"
            title={texts.graphqlHelp}
          >
            <Glyph name="code" size={18} /> {texts.graphql}
          </a>
        )}
      </p>
    </section>
  )
}
