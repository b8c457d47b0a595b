import { type ReactNode, useContext } from 'react'
import { TableDocument, type TableQueryVariables } from '../../generated/gql/explorer/graphql.js'
import { preset } from '../data/preset.js'
import { printState } from '../data/state.js'
import { useWords } from '../i18n/words.js'
import { Copy } from './copy.js'
import { Files } from './files.js'
import { StateContext } from './go-link.js'

export function TakeAway({ variables }: { variables: TableQueryVariables }): ReactNode {
  const { words } = useWords()
  const [state] = useContext(StateContext)
  const { filter, unit } = variables
  const document = TableDocument.toString().trim()
  return (
    <section aria-labelledby="take-away" className="take-away">
      <h2 id="take-away">{words.takeAway}</h2>
      <Files label={words.figuresFile} query="indicators" variables={{ filter }} />
      <Files label={words.tableFile} query="series" variables={{ filter, unit }} />
      <h3>{words.behind}</h3>
      <p className="actions">
        <a href={`/graphql?${new URLSearchParams({ query: preset(document, variables) })}`}>{words.openInGraphiql}</a>
        <Copy text={() => program(document, variables)} label={words.copyQuery} />
        <Copy text={`${window.location.origin}/${printState(state)}`} label={words.link} />
      </p>
      <p className="quiet">{words.copyHelp}</p>
      <details>
        <summary>{words.showQuery}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable areas must be reachable by keyboard */}
        <pre className="scrolls" tabIndex={0}>
          {document}
          {'\n\n'}
          {JSON.stringify(variables, null, 2)}
        </pre>
      </details>
    </section>
  )
}

/** Loads the generated types on demand, to keep them out of the first view. */
async function program(document: string, variables: unknown): Promise<string> {
  const [{ typescriptOf }, { default: generated }] = await Promise.all([
    import('../data/typescript.js'),
    import('../../generated/gql/explorer/graphql.js?raw'),
  ])
  return typescriptOf({ name: 'Table', document, variables, origin: window.location.origin, generated })
}
