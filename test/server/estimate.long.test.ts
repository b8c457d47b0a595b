import { fc, test as property } from '@fast-check/vitest'
import {
  type ASTNode,
  type DocumentNode,
  Kind,
  type NameNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupBys } from '../../src/domain/observations/group-key.js'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import { type RandomDocument, randomDocument, type Words } from '../random-documents.js'
import { openTestStore, type TestStore } from '../support.js'
import { estimated, tried, unlimited, wordsOf } from './estimate-support.js'
import { post } from './support.js'

let opened: TestStore
let app: App
let strict: App // which refuses what it is only to estimate
let words: Words
beforeAll(async () => {
  opened = await openTestStore()
  app = unlimited(opened.store, 20_000) // what is estimated to be more is refused, and takes no time
  strict = unlimited(opened.store, 100)
  words = await wordsOf(opened.store, app)
})
afterAll(() => opened.close())

const numRuns = Number(process.env['DOCUMENTS'] ?? 50)
const chosen = (gen: fc.GeneratorValue) => (below: number) => gen(fc.nat, { max: below - 1 })

property.prop([fc.gen()], { numRuns, endOnFailure: true })(
  'a response has at most twice as many values as estimated',
  async (gen) => {
    const found = await tried(app, words, chosen(gen))
    if (found !== null) expect(found.values, JSON.stringify(found)).toBeLessThanOrEqual(2 * found.estimated)
  },
)

const named = (value: string): NameNode => ({ kind: Kind.NAME, value })

/** The same document, otherwise written. */
const disguises: Readonly<Record<string, (document: RandomDocument) => RandomDocument>> = {
  'other aliases': ({ query, variables }) => ({
    variables,
    query: print(visit(parse(query), { Field: (node) => ({ ...node, alias: named(`other_${node.alias?.value}`) }) })),
  }),
  'inline fragments and directives': ({ query, variables }) => ({
    variables: { ...variables, yes: true, no: false },
    query: print(
      visit(defining(parse(query), '$yes: Boolean!, $no: Boolean! = true'), {
        SelectionSet: { leave: (node) => within(node, '... @include(if: $yes) @skip(if: $no)') },
      }),
    ),
  }),
  'fragments of their own': ({ query, variables }) => ({ variables, query: print(inFragments(parse(query))) }),
  'variables for literals': ({ query, variables }) => {
    const made: string[] = []
    const given: Record<string, unknown> = {}
    const document = visit(parse(query), {
      Argument(node) {
        const { kind } = node.value
        if (kind !== Kind.INT && kind !== Kind.BOOLEAN) return undefined
        const name = `made${made.length}`
        made.push(`$${name}: ${kind === Kind.INT ? 'Int' : 'Boolean!'}`)
        given[name] = kind === Kind.INT ? Number(node.value.value) : node.value.value
        return { ...node, value: { kind: Kind.VARIABLE, name: named(name) } }
      },
    })
    return { variables: { ...variables, ...given }, query: print(defining(document, made.join())) }
  },
}

/** The same document with more variables. */
function defining(document: DocumentNode, text: string): DocumentNode {
  const [like] = parse(`query ${text === '' ? '' : `(${text})`} { a }`).definitions
  const more = like?.kind === Kind.OPERATION_DEFINITION ? (like.variableDefinitions ?? []) : []
  return visit(document, {
    OperationDefinition: (node) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...more] }),
  })
}

/** A selection within another that only holds it. */
function within(node: SelectionSetNode, how: string): SelectionSetNode {
  const [operation] = parse(`{ ${how} { a } }`).definitions
  const [holder] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : []
  if (holder?.kind !== Kind.INLINE_FRAGMENT) throw new Error(how)
  return { ...node, selections: [{ ...holder, selectionSet: node }] }
}

/** Each inline fragment of a type as one with a name. */
function inFragments(document: DocumentNode): DocumentNode {
  const made: ASTNode[] = []
  const visited = visit(document, {
    InlineFragment: {
      leave(node) {
        if (node.typeCondition === undefined) return undefined
        const name = named(`made${made.length}`)
        made.push({ ...node, kind: Kind.FRAGMENT_DEFINITION, name, typeCondition: node.typeCondition, directives: [] })
        return { kind: Kind.FRAGMENT_SPREAD, name, directives: node.directives ?? [] }
      },
    },
  })
  return { ...visited, definitions: [...visited.definitions, ...(made as DocumentNode['definitions'])] }
}

property.prop([fc.gen(), fc.constantFrom(...Object.keys(disguises))], { numRuns, endOnFailure: true })(
  'an equivalent query with %s costs the same',
  async (gen, disguise) => {
    const document = randomDocument(schema, chosen(gen), words)
    const disguised = disguises[disguise]?.(document) ?? document
    const cost = await estimated(strict, document)
    expect(await estimated(strict, disguised), `${disguise}\n${JSON.stringify(document)}\n${disguised.query}`).toBe(
      cost,
    )
  },
)

test('a missing variable counts with its default', async () => {
  const query = (given: string, n: string) => ({
    query: `query ${given} { indicators(first: ${n}) { nodes { id } } }`,
    variables: {},
  })
  const literal = await estimated(strict, query('', '7'))
  expect(await estimated(strict, query('($n: Int = 7)', '$n'))).toBe(literal)
})

test.each(groupBys)('what is below groups by %s is counted', async (by) => {
  const key = by === 'CATEGORY' ? '{ by: CATEGORY, dimension: "PRODUCT" }' : `{ by: ${by} }`
  const query = (below: string) => ({
    query: `{ aggregate(filter: { metrics: ["EXPORTS"] }, groupBy: [${key}]) { sum ${below} } }`,
    variables: {},
  })
  const more = await estimated(strict, query('dataset { metrics: name }'))
  expect(more).toBeGreaterThan(await estimated(strict, query('')))
})

test.each([{}, { by: 'NOBODY' }, { by: 'constructor' }, { by: null }])('a group by %j is refused', async (key) => {
  const query = 'query ($key: GroupKey!) { aggregate(filter: {}, groupBy: [$key]) { sum } }'
  const response = await post(app, { query, variables: { key } })
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
})
