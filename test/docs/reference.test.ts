import { readFile } from 'node:fs/promises'
import { type GraphQLArgument, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { settings } from '../../src/config.js'
import { catalogue } from '../../src/errors.js'
import { schema } from '../../src/graphql/schema.js'

const guide = (name: string): Promise<string> => readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const unique = (names: Iterable<string>): string[] => [...new Set(names)].sort()

/** Returns the names in code font in the cells of a column of all tables. */
function named(text: string, column: number, pattern: RegExp): string[] {
  const cells = text.split('\n').flatMap((line) => (line.startsWith('|') ? (line.split('|')[column] ?? '') : []))
  return cells
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .filter((name) => pattern.test(name))
}

test('operating.md describes every setting, and no other', async () => {
  const text = await guide('operating.md')
  const setting = /^[A-Z][A-Z_]{2,}$/
  const described = named(text.slice(text.indexOf('\n## Settings'), text.indexOf('\n## PostgreSQL')), 1, setting)
  const limits = named(text.slice(text.indexOf('\n## Limits'), text.indexOf('\n## Authorization')), 2, setting)
  expect(unique([...described, ...limits])).toEqual(unique(Object.keys(settings)))
})

test('api.md describes every error code, and no other', async () => {
  const text = await guide('api.md')
  const table = text.slice(text.indexOf('| code '), text.indexOf('\n## HTTP'))
  expect(unique(named(table, 1, /^[A-Z_]+$/))).toEqual(unique(Object.keys(catalogue)))
})

test('upgrading.md lists every deprecated name, and no other', async () => {
  const deprecated = Object.values(schema.getTypeMap()).flatMap((type) => {
    const isDeprecated = (each: { deprecationReason?: string | null | undefined }) => each.deprecationReason != null
    if (isEnumType(type))
      return type
        .getValues()
        .filter(isDeprecated)
        .map(({ name }) => `${type.name}.${name}`)
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return []
    return Object.values(type.getFields()).flatMap((field) => [
      ...(isDeprecated(field) ? [`${type.name}.${field.name}`] : []),
      ...('args' in field ? (field.args as readonly GraphQLArgument[]) : [])
        .filter(isDeprecated)
        .map((argument) => `${type.name}.${field.name}(${argument.name}:)`),
    ])
  })
  expect(unique(named(await guide('upgrading.md'), 1, /^[A-Z]\w+\.\w+/))).toEqual(unique(deprecated))
})
