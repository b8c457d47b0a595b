import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { openTestStore, type TestStore } from '../support.js'
import { hostileValues } from './hostile-values.js'
import { askerOf, importMutation, input } from './publish.js'

let opened: TestStore
let send: (query: string, variables?: object) => Promise<Response>
beforeAll(async () => {
  opened = await openTestStore()
  send = askerOf(opened).send
})
afterAll(() => opened.close())

/** What stands for arguments that have to be given, by their names, where another one is varied. */
const samples: Readonly<Record<string, string>> = {
  code: '"TRADE"',
  dimension: '"PRODUCT"',
  metric: '"TRADE"',
  period: '"2023"',
  text: '"ships"',
  filter: '{metrics: ["TRADE"], latest: 1}',
  rows: '[{by: METRIC}]',
  columns: '[{by: PERIOD}]',
  groupBy: '[{by: METRIC}]',
  unit: 'CNY',
  id: '"x"',
  ids: '["x"]',
  input: '{text: "In 2023, exports rose 5 percent.", publishedAt: "2024-01-12T00:00:00Z"}',
}

/** What stands for the fields of inputs that have to be given, where another one is varied. */
const required: Readonly<Record<string, object>> = {
  GroupKey: { by: 'CATEGORY', dimension: 'PRODUCT' },
  IndicatorOrder: { field: 'VALUE' },
  DraftMapInput: { name: 'a.csv', content: 'Partner,2023,2024\nUS,1.5,2.5\n' },
  ProposeFiguresInput: { text: 'In 2023, exports rose 5 percent.', publishedAt: '2024-01-12T00:00:00Z' },
}

type Field = GraphQLField<unknown, unknown>

/** A field with its arguments written out, the required ones by samples, and those of `given`. */
function written(field: Field, given: Readonly<Record<string, string>> = {}): string {
  const first = field.args.some(({ name }) => name === 'first') ? { first: '1' } : {}
  const needed = field.args.filter(isRequiredArgument).map(({ name }) => [name, samples[name] ?? '""'])
  const all = Object.entries({ ...first, ...Object.fromEntries(needed), ...given }).filter(
    ([name]) => name !== 'first' || !('last' in given),
  )
  return `${field.name}${all.length > 0 ? `(${all.map(([name, value]) => `${name}: ${value}`).join(', ')})` : ''}`
}

/** Every object type that queries lead to, with the fields on the shortest way there. */
function ways(): Map<GraphQLObjectType, readonly Field[]> {
  const query = schema.getQueryType() as GraphQLObjectType
  const found = new Map<GraphQLObjectType, readonly Field[]>([[query, []]])
  for (const [type, way] of found)
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type)
      if (isObjectType(next) && !found.has(next) && field.name !== 'node') found.set(next, [...way, field])
    }
  return found
}

interface Place {
  readonly name: string
  readonly document: string
  readonly type: GraphQLInputType
  /** Whether an argument of this name and type was met before: then a few values will do. */
  readonly again: boolean
  /** What the variable is for a value. */
  readonly variable: (value: unknown) => unknown
}

function documentOf(way: readonly Field[], field: Field, argument: GraphQLArgument): string {
  const last = `${written(field, { [argument.name]: '$v' })} ${isCompositeType(getNamedType(field.type)) ? '{ __typename }' : ''}`
  const body = way.reduceRight((inner, each) => `${written(each)} { ${inner} }`, last)
  return `query ($v: ${argument.type}) { ${body} }`
}

const itself = (value: unknown): unknown => value
const fields = (type: GraphQLObjectType): Field[] => Object.values(type.getFields())

/** Every argument of every field, and every field of every input where it is met first. */
function places(): Place[] {
  const inputs = new Set<string>()
  const met = new Set<string>()
  const all: Place[] = []
  for (const [type, way] of ways())
    for (const field of fields(type))
      for (const argument of field.args) {
        const document = documentOf(way, field, argument)
        const name = `${type.name}.${field.name}(${argument.name}:)`
        const kind = `${argument.name} ${argument.type}`
        all.push({ name, document, type: argument.type, again: met.has(kind), variable: itself })
        met.add(kind)
        const named = getNamedType(argument.type)
        if (!isInputObjectType(named) || inputs.has(named.name)) continue
        inputs.add(named.name)
        const isList = `${argument.type}`.startsWith('[')
        for (const inner of Object.values(named.getFields())) {
          const base = required[named.name] ?? {}
          const variable = (value: unknown) => {
            const object = { ...base, [inner.name]: value }
            return isList ? [object] : object
          }
          all.push({ name: `${named.name}.${inner.name}`, document, type: inner.type, again: false, variable })
          const deeper = getNamedType(inner.type)
          if (!isInputObjectType(deeper) || inputs.has(deeper.name) || deeper === named) continue
          inputs.add(deeper.name)
          for (const end of Object.values(deeper.getFields()))
            all.push({
              name: `${deeper.name}.${end.name}`,
              document,
              type: end.type,
              again: false,
              variable: (value) => variable({ [end.name]: value }),
            })
        }
      }
  return all
}

/** What no answer may be: a fault of ours, or what was sent. */
async function look(response: Response, value: unknown): Promise<void> {
  const text = await response.text()
  const shown = JSON.stringify(value)?.slice(0, 80)
  expect(text.length, shown).toBeLessThan(100_000)
  expect(/A{1000}/.test(text), `the answer repeats ${shown}`).toBe(false)
  const { errors = [] } = JSON.parse(text)
  for (const { extensions, message } of errors)
    expect(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', 'TIMEOUT'], `${message} for ${shown}`).not.toContain(
      extensions.code,
    )
}

describe('hostile values are refused or answered, and never repeated:', () => {
  test.each(places())('$name', async ({ document, type, again, variable }) => {
    const values = hostileValues(type)
    for (const value of again ? values.filter((_, at) => at % 8 === 2) : values)
      await look(await send(document, { v: variable(value) }), value)
  })
})

describe('hostile values of mutations are refused or answered, and never repeated:', () => {
  const csv = 'metric,dimension,category,period,value,unit\nTRADE,,,1990,1,CNY_TRILLION\n'
  const base = input(csv, { dryRun: true }).input as Record<string, unknown>
  const release = schema.getType('ImportReleaseInput')
  const file = schema.getType('ImportFile')
  const inputs = isInputObjectType(release) ? Object.values(release.getFields()) : []
  const ofFile = isInputObjectType(file) ? Object.values(file.getFields()) : []

  test.each(inputs)('ImportReleaseInput.$name', async ({ name, type }) => {
    for (const value of hostileValues(type))
      await look(await send(importMutation, { input: { ...base, [name]: value } }), value)
  })

  test.each(ofFile)('ImportFile.$name', async ({ name, type }) => {
    for (const value of hostileValues(type)) {
      const files = [{ name: 'a.csv', content: csv, [name]: value }]
      await look(await send(importMutation, { input: { ...base, files } }), value)
    }
  })

  test.each(schema.getMutationType()?.getFields()['retractRelease']?.args ?? [])(
    'retractRelease($name:)',
    async (argument) => {
      const query =
        'mutation ($code: String!, $reason: String!) { retractRelease(code: $code, reason: $reason) { release { code } } }'
      for (const value of hostileValues(argument.type))
        await look(await send(query, { code: 'NONE', reason: 'none', [argument.name]: value }), value)
    },
  )
})

test('every argument and input field is met', () => {
  const names = places().map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(100)
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && !type.name.startsWith('Import'))
      for (const { name } of Object.values(type.getFields())) expect(names).toContain(`${type.name}.${name}`)
    if (isObjectType(type) && !type.name.startsWith('__') && !['Mutation', 'Subscription'].includes(type.name))
      for (const field of fields(type))
        for (const argument of field.args) expect(names).toContain(`${type.name}.${field.name}(${argument.name}:)`)
  }
})
