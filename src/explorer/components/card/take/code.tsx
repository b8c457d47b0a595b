import type { ReactNode } from 'react'
import { ShownFiguresDocument, type TableQueryVariables } from '../../../../generated/gql/explorer/graphql.js'
import { preset } from '../../../data/asking/preset.js'
import { shownFigures } from '../../../data/asking/shown-figures.js'
import { type Program, programs, reasonAgainst, type Shown, textFor } from '../../../data/asking/use-in.js'
import { breakdownsOf, isConverted, type Lists, type View } from '../../../data/view.js'
import { useWords } from '../../../i18n/words.js'
import { useServed } from '../../use-served.js'
import { curl } from './address.js'
import { Take } from './take.js'

interface CodeProps {
  readonly variables: TableQueryVariables
  readonly view: View
  readonly dataset: string | null
  readonly lists: Pick<Lists, 'datasets' | 'units'> | null
  readonly copy: (text: string | Promise<string>) => void
}

export function Code({ variables: table, view, dataset, lists, copy }: CodeProps): ReactNode {
  const { words } = useWords()
  const { page } = words
  const isServed = useServed()
  const document = ShownFiguresDocument.toString().trim()
  const variables = shownFigures(table)
  const isOfRates = view.table?.chart === 'rates'
  const converted = isConverted(view, lists)
  const shown: Shown = {
    ...table,
    // Growth as printed and computed is that of the figures before they are converted.
    unit: isOfRates && converted ? view.measure : table.unit,
    filter: { ...table.filter, ...(dataset !== null && { datasets: [dataset] }) },
    breakdowns: breakdownsOf(lists, dataset),
    isConverted: !isOfRates && converted,
    isOfRates,
  }
  const whyNot = (key: Program): string | null => {
    const reason = reasonAgainst(key, shown)
    return reason === null ? null : page.notUsable[reason]
  }
  const query = new URLSearchParams({ query: preset(document, variables) })
  const isOffered = (key: Program): boolean =>
    (key !== 'mcp' || isServed('mcp')) && (key !== 'webhook' || isServed('webhooks'))
  return (
    <Take
      glyph="code"
      label={page.code}
      options={[
        ...(isServed('graphiql')
          ? [{ key: 'graphiql', text: page.graphiql, help: page.graphiqlHelp, href: `/graphql?${query}` }]
          : []),
        { key: 'curl', text: page.curl, help: page.copies },
        { key: 'typescript', text: page.typescript, help: page.copiesProgram },
        ...programs.filter(isOffered).map((key) => ({
          ...{
            key,
            text: page.programs[key],
            help: page.programHelp[key],
            group: isOfRates ? page.useRatesIn : page.useIn,
          },
          why: whyNot(key),
        })),
      ]}
      choose={(key) => {
        if (key === 'curl') copy(curl(window.location.origin, document, variables))
        if (key === 'typescript') copy(program(document, variables))
        if (isProgram(key)) copy(textFor(key, shown, window.location.origin) ?? '')
      }}
    />
  )
}

const isProgram = (key: string): key is Program => programs.some((each) => each === key)

/** Loads the generated types on demand, to keep them out of the first view. */
async function program(document: string, variables: unknown): Promise<string> {
  const [{ typescriptOf }, { default: generated }] = await Promise.all([
    import('../../../data/asking/typescript.js'),
    import('../../../../generated/gql/explorer/graphql.js?raw'),
  ])
  return typescriptOf({ name: 'ShownFigures', document, variables, origin: window.location.origin, generated })
}
