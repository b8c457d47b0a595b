import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOperations } from '../../src/graphql/saved-operations.js'
import { readBlocks } from '../docs/blocks.js'
import { openTestStore } from '../support.js'
import { expectAnswer, questions } from './questions.js'
import { type Connected, call, connected } from './support.js'

let server: Connected
let client: Connected['client']
beforeAll(async () => {
  server = await connected(openTestStore())
  ;({ client } = server)
})
afterAll(() => server.close())

test.each(questions)('the question $name has its recorded answer', async (question) => {
  await expectAnswer(client, question)
})

test('every saved question is asked', () => {
  const saved = readOperations().map(({ name }) => name.replace('.graphql', ''))
  expect(questions.map(({ name }) => name).sort()).toEqual(saved)
})

describe('docs/mcp.md', async () => {
  const blocks = readBlocks(await readFile(new URL('../../docs/mcp.md', import.meta.url), 'utf8'))
  const calls = blocks.filter(({ text }) => text.startsWith('{ "name"'))

  test.each(calls)('prints the answer of line $line', async ({ text, line }) => {
    const { name, arguments: args } = JSON.parse(text)
    const answer = blocks[blocks.findIndex((block) => block.line === line) + 1]
    expect((await call(client, name, args)).text).toBe(answer?.text)
  })

  test('lists every tool', async () => {
    const listed = (await readFile(new URL('../../docs/mcp.md', import.meta.url), 'utf8')).matchAll(/^\| `(\w+)`/gm)
    const { tools } = await client.listTools()
    expect([...listed].map(([, name]) => name)).toEqual(tools.map(({ name }) => name))
  })
})
