import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../src/errors.js'
import { tools } from '../../src/mcp/tools.js'
import { openTestStore } from '../support.js'
import { type Connected, call, connected } from './support.js'

let server: Connected
let logged: Connected['logged']
let client: Connected['client']
beforeAll(async () => {
  server = await connected(openTestStore())
  ;({ logged, client } = server)
})
afterAll(() => server.close())

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { and: [deep(levels - 1)] })
const values: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, 2 ** 31, '', ' ', 'x', '\0', '\u202e', "'; DROP TABLE indicator; --", '%', '\\'],
  ...['9'.repeat(40), 'A'.repeat(101), '语'.repeat(20_001), '1e999999999', '2023-99', '0000', 'NaN', '__proto__'],
  ...[{}, [], [[]], [{}], [null], ['x'], Array(1001).fill('A'), Array(200_000).fill(1), { eq: '1', and: 1 }, deep(500)],
  ...[[{ field: 'VALUE' }], [{ field: 'x' }], { gt: 'x' }, { gt: '9'.repeat(39) }, ['DATASET', 'DATASET', 'METRIC']],
]

/** Arguments with which a tool answers. */
const usual: Readonly<Record<string, object>> = {
  search: { text: 'trade' },
  what_changed: { fromVersion: 1 },
  check_claims: { text: 'In 2023 exports were 23.77 trillion yuan.' },
  get_series: { metrics: ['TRADE'], dimensions: ['TOTAL'] },
}

describe.each(tools)('$name', ({ name, input }) => {
  const properties = Object.keys(input['properties'] as object)

  test.each([...properties, 'toString', '__proto__', 'no'])(
    'hostile values of %s are refused or answered',
    async (own) => {
      for (const value of values) {
        const args = JSON.parse(`{${JSON.stringify(own)}:${JSON.stringify(value)}}`)
        const answer = await call(client, name, Object.assign(Object.create(null), usual[name], args))
        const sent = `${own}: ${JSON.stringify(value).slice(0, 60)}`
        expect(answer.text.length, sent).toBeLessThan(100_000)
        if (!answer.isError) continue
        expect(Object.keys(catalogue), sent).toContain(answer.error.code)
        expect(answer.error.code, sent).not.toBe('INTERNAL_SERVER_ERROR')
        expect(answer.text.length, `${sent}: ${answer.text}`).toBeLessThan(1500)
        expect(answer.text, sent).not.toMatch(/\$|Variable|at "/)
      }
      expect(logged.filter(({ level }) => level >= 50)).toEqual([])
    },
  )
})

test('a cancelled call is no error of the program', async () => {
  const stopping = new AbortController()
  const calling = client.callTool({ name: 'describe', arguments: {} }, { signal: stopping.signal })
  stopping.abort(new Error('changed my mind'))
  await expect(calling).rejects.toThrow('changed my mind')
  expect(await call(client, 'describe')).toMatchObject({ isError: false })
  expect(logged.filter(({ level }) => level >= 50)).toEqual([])
})
