import { Agent, request } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Workplace } from '../cli/process.js'

const filling = new Workplace()
const workplace = new Workplace()
let full: string
beforeAll(async () => {
  full = await filling.folder()
  const server = filling.start({ DATA_DIR: full })
  await server.says(/ready at/)
  await server.kill('SIGTERM')
})
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const query =
  '{ indicators(filter: {periods: ["2023"]}) { totalCount nodes { formatted derived { share { value } } } } }'

/** Sends one request: its status, or null where there is nobody to connect to; an error where it was sent in vain. */
function ask(url: string, agent: Agent): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.on('error', reject).on('end', () => resolve(response.statusCode ?? 0))
      response.resume()
    })
    sent.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? resolve(null) : reject(error)))
    sent.end(JSON.stringify({ query }))
  })
}

test('SIGTERM answers every request already sent by 40 keep-alive clients', async () => {
  const server = workplace.start({ DATA_DIR: full, RATE_LIMIT_PER_MINUTE: '0' })
  await server.says(/ready at/)
  const url = await server.url()
  const statuses: number[] = []
  let told = false
  const clients = Array.from({ length: 40 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (;;) {
      const status = await ask(url, agent)
      if (status === null) break
      statuses.push(status)
      if (statuses.length === 400) {
        told = true
        server.process.kill('SIGTERM')
      }
    }
    agent.destroy()
  })
  await Promise.all(clients)
  expect(told).toBe(true)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(statuses.length).toBeGreaterThan(400)
  expect(await server.end()).toBe(0)
})
