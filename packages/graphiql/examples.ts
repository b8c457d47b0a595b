import { Kind, parse, valueFromASTUntyped } from 'graphql'
import type { Tab } from './link.js'

const texts: Readonly<Record<string, string>> = import.meta.glob('../../src/graphql/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The saved operations, each with the defaults of its variables, for a reader to change. */
export const examples: readonly Tab[] = Object.values(texts).map((query) => ({ query, variables: defaultsOf(query) }))

function defaultsOf(query: string): string {
  const defaults = parse(query).definitions.flatMap((definition) =>
    definition.kind !== Kind.OPERATION_DEFINITION
      ? []
      : (definition.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
          defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
        ),
  )
  return defaults.length === 0 ? '' : JSON.stringify(Object.fromEntries(defaults), null, 2)
}
