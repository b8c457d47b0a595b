import { createYoga } from 'graphql-yoga'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { withMaskedRequestErrors } from '../../../../src/server/plugins/response/errors.js'
import type { Logged } from '../../support.js'

const fail = (): never => {
  throw new Error('password=hunter2')
}

test.each([
  ['at once', fail],
  ['later', async () => fail()],
])('a plugin that fails %s is masked and logged with its id', async (_, onRequest) => {
  const logged: Logged[] = []
  const log = pino({}, { write: (line) => logged.push(JSON.parse(line)) })
  const response = await createYoga({ plugins: [withMaskedRequestErrors({ onRequest }, log)] }).fetch(
    'http://test/graphql',
  )
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).not.toContain('hunter2')
  expect(logged).toEqual([expect.objectContaining({ level: 50, id: expect.any(String) })])
  expect(logged[0]?.['err']).toMatchObject({ message: 'password=hunter2' })
  expect(text).toContain(logged[0]?.['id'])
})

test('a plugin that does not fail is unchanged', async () => {
  const log = pino({ level: 'silent' })
  const plugin = { onParams() {} }
  expect(withMaskedRequestErrors(plugin, log)).toBe(plugin)
  const through = await createYoga({ plugins: [withMaskedRequestErrors({ onRequest() {} }, log)] }).fetch(
    'http://test/nowhere',
  )
  expect(through.status).toBe(404)
})
