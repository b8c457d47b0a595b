import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOperations } from '../../src/graphql/saved-operations.js'
import { schema } from '../../src/graphql/schema.js'
import type { App } from '../../src/server/app.js'
import { readBlocks } from '../docs/blocks.js'
import { testApp } from '../server/support.js'
import { openTestStore, type TestStore } from '../support.js'
import { expectAnswer, questions } from './questions.js'
import { call, connect } from './support.js'

let opened: TestStore
let app: App
beforeAll(async () => {
  opened = await openTestStore()
  app = testApp({ store: opened.store, schema, config: { RATE_LIMIT_PER_MINUTE: '0' } }).app
})
afterAll(async () => {
  await app.dispose()
  await opened.close()
})

test.each(questions)('the question $name has its recorded answer', async (question) => {
  const client = await connect(app)
  await expectAnswer(client, question)
  await client.close()
})

test('every saved question is asked', () => {
  const saved = readOperations().map(({ name }) => name.replace('.graphql', ''))
  expect(questions.map(({ name }) => name).sort()).toEqual(saved)
})

describe('docs/mcp.md', async () => {
  const blocks = readBlocks(await readFile(new URL('../../docs/mcp.md', import.meta.url), 'utf8'))
  const calls = blocks.filter(({ text }) => text.startsWith('{ "name"'))

  test.each(calls)('prints the answer of line $line', async ({ text, line }) => {
    const client = await connect(app)
    const { name, arguments: args } = JSON.parse(text)
    const answer = blocks[blocks.findIndex((block) => block.line === line) + 1]
    expect((await call(client, name, args)).text).toBe(answer?.text)
    await client.close()
  })

  test('lists every tool', async () => {
    const client = await connect(app)
    const listed = (await readFile(new URL('../../docs/mcp.md', import.meta.url), 'utf8')).matchAll(/^\| `(\w+)`/gm)
    const { tools } = await client.listTools()
    expect([...listed].map(([, name]) => name)).toEqual(tools.map(({ name }) => name))
    await client.close()
  })
})
