import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GraphQLString } from 'graphql'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { Refusal } from '../../../../src/errors.js'
import { type Span, Traces } from '../../../../src/server/plugins/response/traces.js'
import { noStore, post, testApp, tinySchema } from '../../support.js'

const schema = tinySchema({ fine: { type: GraphQLString, resolve: () => 'fine' } })
const store = noStore(new Refusal('UNAVAILABLE', 'There is none.'))
const trace = '0af7651916cd43dd8448eb211c80319c'
const span = 'b7ad6b7169203331'

test('each request is a span of its trace, without its query', async () => {
  const sent: Span[] = []
  const collector = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString())
    sent.push(...resourceSpans[0].scopeSpans[0].spans)
    response.end('{}')
  })
  await once(collector.listen(0, '127.0.0.1'), 'listening')
  const traces = new Traces(
    `http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces`,
    pino({ level: 'silent' }),
  )
  const { app } = testApp({ store, schema, traces })
  const query = 'query Mine { fine } # hunter2'
  await post(app, { query }, { traceparent: `00-${trace}-${span}-01` })
  await post(app, { query: '{' }, { traceparent: '00-nonsense' })
  await post(app, { query }, { traceparent: `00-${trace}-${span}-00` })
  await traces.close()
  collector.close()
  expect(sent).toHaveLength(2)
  const [first, second] = sent
  expect(first).toMatchObject({
    traceId: trace,
    parentSpanId: span,
    name: 'POST /graphql',
    kind: 2,
    status: { code: 2 },
  })
  const told = (first?.attributes ?? []).map(({ key, value }) => [key, value.stringValue])
  expect(told).toContainEqual(['graphql.operation.name', 'Mine'])
  expect(told).toContainEqual(['error.type', 'UNAVAILABLE'])
  expect(BigInt(first?.endTimeUnixNano ?? 0) >= BigInt(first?.startTimeUnixNano ?? 0)).toBe(true)
  expect(second?.traceId).toMatch(/^[\da-f]{32}$/)
  expect(second?.parentSpanId).toBeUndefined()
  expect(JSON.stringify(sent)).not.toContain('hunter2')
})

test('an unreachable collector is logged and its spans are dropped', async () => {
  const lines: string[] = []
  const traces = new Traces('http://127.0.0.1:1/v1/traces', pino({}, { write: (line) => lines.push(line) }))
  const { app } = testApp({ store, schema, traces })
  expect((await post(app, { query: '{ __typename }' })).status).toBe(503)
  await traces.close()
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['could not send traces'])
})
