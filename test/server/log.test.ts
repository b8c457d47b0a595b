import { expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { createLog } from '../../src/server/log.js'
import { noStore, post, testApp } from './support.js'

function written(format: 'text' | 'json', log: (to: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  log(createLog({ level: 'info', format }, { write: (line) => lines.push(line) }))
  return lines.join('')
}

const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/.source

test('text logs have one line per event, with fields and error stack', () => {
  const text = written('text', (log) => {
    log.debug('not at this level')
    log.info({ version: 6, release: 'R1', title: 'a "b"' }, 'took it in')
    log.error({ err: new Error('lost'), id: 'x' }, 'failed')
  })
  const [first, second, ...stack] = text.trimEnd().split('\n')
  expect(first).toMatch(new RegExp(`^${time} info {2}took it in version=6 release=R1 title="a \\\\"b\\\\""$`))
  expect(second).toMatch(new RegExp(`^${time} error failed id=x$`))
  expect(stack[0]).toBe('  Error: lost')
  expect(stack[1]).toMatch(/^ {6}at /)
})

test('json logs have one object per line', () => {
  const line = written('json', (log) => log.warn({ n: 1 }, 'hm'))
  expect(JSON.parse(line)).toEqual({ level: 40, time: expect.stringMatching(time), n: 1, msg: 'hm' })
})

test('level debug logs each request without its query and variables', async () => {
  const store = noStore(new Error('not asked'))
  const { app, logged } = testApp({ store, schema, config: { LOG_LEVEL: 'debug' } })
  await app.fetch('http://test/healthz?secret')
  await post(app, '{')
  const answered = logged.filter(({ msg }) => msg === 'request completed')
  expect(answered).toEqual([
    expect.objectContaining({ level: 20, method: 'GET', path: '/healthz', status: 200, ms: expect.any(Number) }),
    expect.objectContaining({ method: 'POST', path: '/graphql', status: 400 }),
  ])
  expect(JSON.stringify(logged)).not.toContain('secret')
})
