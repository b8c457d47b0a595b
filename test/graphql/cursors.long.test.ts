import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderFields } from '../../src/domain/observations/filter.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask } from './ask.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const marks = [
  null,
  -1,
  0,
  2 ** 31,
  1e300,
  1.5,
  '',
  'a\0b',
  '\uD800',
  '0',
  '-0',
  '9'.repeat(300),
  '1e5',
  'NaN',
  '0000-01-01T00:00:00Z',
  '9999-99-99T00:00:00Z',
  '2024-01-01T99:99:99Z',
  "'; --",
  'A'.repeat(5000),
]
const lists = [
  ...orderFields.map((field) => [`indicators(orderBy: [{field: ${field}}]`, field] as const),
  ['findings(', 'findings'],
  ['releases(', 'releases'],
] as const

describe('a cursor whose marks were changed is refused, or names a place:', () => {
  test.each(lists)('%s…)', async (field) => {
    const page = async (more: string) => ask(opened.store, `{ list: ${field} ${more}) { pageInfo { endCursor } } }`)
    const { data } = await page('first: 1')
    const cursor: unknown[] = JSON.parse(Buffer.from(data.list.pageInfo.endCursor, 'base64url').toString())
    for (let at = 0; at < cursor.length; at++)
      for (const mark of marks) {
        const forged = Buffer.from(JSON.stringify(cursor.with(at, mark))).toString('base64url')
        for (const side of ['first: 1, after', 'last: 1, before']) {
          const { errors = [] } = await page(`${side}: "${forged}"`)
          for (const { extensions, message } of errors)
            expect(['INVALID_CURSOR', 'LIMIT_EXCEEDED'], `${message} for ${mark} at ${at}`).toContain(extensions.code)
        }
      }
  })
})
