import { readFile } from 'node:fs/promises'
import { buildSchema, isInputType, type NamedTypeNode, parse, typeFromAST, validate, valueFromAST } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { preset } from '../../../src/explorer/data/asking/preset.js'
import { typescriptOf, typesFor } from '../../../src/explorer/data/asking/typescript.js'
import { ShownFiguresDocument } from '../../../src/generated/gql/explorer/graphql.js'

const root = new URL('../../../', import.meta.url)
const document = ShownFiguresDocument.toString().trim()
const variables = {
  filter: {
    metrics: ['EXPORTS'],
    dimensions: ['PRODUCT'],
    unit: 'CNY',
    frequency: ['ANNUAL'],
    categories: ['PRODUCT:"a\\b"'],
    from: '2023-01/2023-11',
  },
  ...{ transform: 'INDEX', unit: 'CNY_BILLION', base: '2023-12', first: 60, language: 'ZH' },
}

let generated: string
beforeAll(async () => {
  generated = await readFile(new URL('src/generated/gql/explorer/graphql.ts', root), 'utf8')
})

describe('a query with default values for its variables', () => {
  test('is valid and contains the given values', async () => {
    const schema = buildSchema(await readFile(new URL('schema.graphql', root), 'utf8'))
    const parsed = parse(preset(document, variables))
    expect(validate(schema, parsed)).toEqual([])
    const [operation] = parsed.definitions
    if (operation?.kind !== 'OperationDefinition') throw new Error('no operation')
    const presets = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue, type }) => {
      const inputType = typeFromAST(schema, type as NamedTypeNode)
      if (inputType == null || !isInputType(inputType)) throw new Error(variable.name.value)
      return defaultValue === undefined ? [] : [[variable.name.value, valueFromAST(defaultValue, inputType)]]
    })
    expect(JSON.parse(JSON.stringify(Object.fromEntries(presets)))).toEqual(variables)
  })

  test('keeps variables without a value', () => {
    expect(preset('query A($a: Int, $b: [String!]!) { c }', { b: ['x'] })).toBe(
      'query A($a: Int, $b: [String!]! = ["x"]) { c }',
    )
  })
})

describe('the generated program', () => {
  const program = () =>
    typescriptOf({ name: 'ShownFigures', document, variables, origin: 'https://figures.example', generated })

  test('contains every type it refers to, once', () => {
    const types = typesFor('TableQuery', generated)
    const names = types.map((type) => /^type (\w+) =/.exec(type)?.[1])
    expect(names).toEqual([...new Set(names)])
    expect(names[0]).toBe('TableQuery')
    expect(names.toSorted()).toEqual(['Agreement', 'ObservationStatus', 'Qualifier', 'TableQuery', 'Unit'])
    expect(types.join('\n')).not.toContain('/**')
  })

  test('sends the query of the shown numbers to the same server', () => {
    expect(program()).toContain("server = 'https://figures.example'")
    const written = /const query = `([\s\S]*?)`/.exec(program())?.[1] ?? ''
    expect(written.replace(/\s+/g, ' ').trim()).toBe(document.replace(/\s+/g, ' '))
    expect(JSON.parse(/const variables = ([\s\S]*?)\n\nexport type/.exec(program())?.[1] ?? '')).toEqual(variables)
  })

  test('fits on a screen apart from its query and variables', () => {
    const rest = program().replace(/const (query|variables) = [\s\S]*?(?=\n\n(?:const|export))/g, '')
    expect(rest.split('\n').length).toBeLessThan(25)
    expect(Math.max(...rest.split('\n').map(({ length }) => length))).toBeLessThan(400)
  })
})
