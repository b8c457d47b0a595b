import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'
import { asked, shown } from './answers.js'
import { inlineQueries, readBlocks } from './blocks.js'
import { root } from './clone.js'

const documents = ['README.md', ...(await readdir(join(root, 'docs'))).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
)

/** Whether the answers in the documents are to be written anew: `RENEW=1 npx vitest run test/docs/queries.test.ts`. */
const renew = process.env['RENEW'] !== undefined

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

describe('a query has the documented answer:', () => {
  test.each(documents)('%s', async (document) => {
    const markdown = await readFile(join(root, document), 'utf8')
    let renewed = markdown
    for (const { query, answer } of asked(readBlocks(markdown))) {
      const given = await ask(opened.store, query.text)
      const between = `${query.text}\`\`\`\n\n\`\`\`json\n`
      if (answer === null) expect(given.errors, `${document}:${query.line}`).toBeUndefined()
      else if (renew) renewed = renewed.replace(between + answer.text, () => `${between}${shown(given)}\n`)
      else expect(given, `${document}:${answer.line}`).toEqual(JSON.parse(answer.text))
    }
    if (renew) await writeFile(join(root, document), renewed)
  })
})

describe('a query within a text conforms to the schema:', () => {
  test.each(documents)('%s', async (document) => {
    const markdown = await readFile(join(root, document), 'utf8')
    for (const { line, text } of inlineQueries(markdown)) {
      expect(validate(schema, parse(text)), `${document}:${line}`).toEqual([])
      if (!text.startsWith('subscription'))
        expect((await ask(opened.store, text)).errors, `${document}:${line}`).toBeUndefined()
    }
  })
})

test('each filter in the table of docs/api.md is answered', async () => {
  const markdown = await readFile(join(root, 'docs/api.md'), 'utf8')
  const [table = ''] = /^\| to get [\s\S]*?\n\n/m.exec(markdown) ?? []
  const filters = [...table.matchAll(/`(\w+: [^`]+)`/g)].map(([, filter]) => filter)
  for (const filter of filters) {
    const { errors } = await ask(opened.store, `{ indicators(filter: {${filter}}) { totalCount } }`)
    expect(errors, filter).toBeUndefined()
  }
  expect(filters.length).toBeGreaterThan(10)
})
