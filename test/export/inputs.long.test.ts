import { type GraphQLObjectType, getNamedType, isInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exporting } from '../../src/export/export.js'
import { queries } from '../../src/export/request.js'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import { hostileTexts, hostileValues } from '../graphql/hostile-values.js'
import { testApp } from '../server/support.js'
import { openTestStore, type TestStore } from '../support.js'

let opened: TestStore
let app: App
beforeAll(async () => {
  opened = await openTestStore()
  const { database, store } = opened
  ;({ app } = testApp({ store, schema, exporting: exporting(database, store), config: { RATE_LIMIT_PER_MINUTE: '0' } }))
})
afterAll(() => opened.close())

const base: Readonly<Record<string, object>> = {
  indicators: { filter: { metrics: ['TRADE'] } },
  series: { filter: { metrics: ['TRADE'], frequency: ['ANNUAL'], dimensions: ['TOTAL'] } },
  pivot: { filter: { metrics: ['TRADE'] }, rows: [{ by: 'METRIC' }], columns: [{ by: 'PERIOD' }] },
}

/** What no answer may be: a fault of ours, or what was sent. */
async function look(body: object, value: unknown): Promise<void> {
  const response = await app.fetch('http://test/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  const shown = JSON.stringify(value)?.slice(0, 80)
  expect([200, 400], `${text.slice(0, 300)} for ${shown}`).toContain(response.status)
  if (response.status === 200) return
  expect(text.length, shown).toBeLessThan(60_000)
  expect(/A{1000}/.test(text), `the answer repeats ${shown}`).toBe(false)
}

const arguments_ = queries.flatMap((query) => {
  const fields = (schema.getQueryType() as GraphQLObjectType).getFields()
  return (fields[query]?.args ?? []).map((argument) => ({ query, argument, name: `${query}(${argument.name}:)` }))
})

describe('hostile values are refused or answered, and never repeated:', () => {
  test.each(arguments_)('$name', async ({ query, argument }) => {
    for (const value of hostileValues(argument.type))
      await look({ format: 'csv', query, variables: { ...base[query], [argument.name]: value } }, value)
  })

  const filter = schema.getType('IndicatorFilter')
  test.each(isInputObjectType(filter) ? Object.values(filter.getFields()) : [])(
    'IndicatorFilter.$name',
    async (field) => {
      const values = hostileValues(field.type)
      for (const value of isInputObjectType(getNamedType(field.type)) ? values.slice(0, 20) : values)
        await look({ format: 'about', variables: { filter: { metrics: ['TRADE'], [field.name]: value } } }, value)
    },
  )

  test.each(['format', 'query', 'language'])('the parameter %s', async (name) => {
    for (const value of [...hostileTexts, 1, [], {}]) await look({ format: 'csv', [name]: value }, value)
  })

  test('filters nested a hundred thousand levels deep', async () => {
    const filter = `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`
    const response = await app.fetch('http://test/export', {
      method: 'POST',
      body: `{"format": "csv", "variables": {"filter": ${filter}}}`,
    })
    expect(response.status).toBe(400)
    expect((await response.text()).length).toBeLessThan(1000)
  })
})
