import type { ReactNode } from 'react'
import { ShownFiguresDocument, type TableQueryVariables } from '../../../../generated/gql/explorer/graphql.js'
import { preset } from '../../../data/asking/preset.js'
import { shownFigures } from '../../../data/asking/shown-figures.js'
import { useWords } from '../../../i18n/words.js'
import { useGraphiql } from '../../use-graphiql.js'
import { curl } from './address.js'
import { Take } from './take.js'

export function Code({
  variables: table,
  copy,
}: {
  variables: TableQueryVariables
  copy: (text: string | Promise<string>) => void
}): ReactNode {
  const { words } = useWords()
  const { page } = words
  const graphiql = useGraphiql()
  const document = ShownFiguresDocument.toString().trim()
  const variables = shownFigures(table)
  const query = new URLSearchParams({ query: preset(document, variables) })
  return (
    <Take
      glyph="code"
      label={page.code}
      options={[
        ...(graphiql
          ? [{ key: 'graphiql', text: page.graphiql, help: page.graphiqlHelp, href: `/graphql?${query}` }]
          : []),
        { key: 'curl', text: page.curl, help: page.copies },
        { key: 'typescript', text: page.typescript, help: page.copiesProgram },
      ]}
      choose={(key) => {
        if (key === 'curl') copy(curl(window.location.origin, document, variables))
        if (key === 'typescript') copy(program(document, variables))
      }}
    />
  )
}

/** Loads the generated types on demand, to keep them out of the first view. */
async function program(document: string, variables: unknown): Promise<string> {
  const [{ typescriptOf }, { default: generated }] = await Promise.all([
    import('../../../data/asking/typescript.js'),
    import('../../../../generated/gql/explorer/graphql.js?raw'),
  ])
  return typescriptOf({ name: 'ShownFigures', document, variables, origin: window.location.origin, generated })
}
