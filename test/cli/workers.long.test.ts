import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask, Workplace } from './process.js'

const onServer = 'server' in inject('template')
const workplace = new Workplace()
let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterEach(() => workplace.clear())
afterAll(() => opened.close())

/** Makes a process whose event loop stands still for ever from the signal on. */
const blocking = `data:text/javascript,process.on('SIGUSR2',()=>{for(;;);})`

const version = async (url: string): Promise<number> => (await ask(url, '{ store { version } }')).store.version

/** The processes that a program has started. */
function started(said: string): number[] {
  return [...new Set([...said.matchAll(/worker=(\d+)/g)].map(([, pid]) => Number(pid)))]
}

describe.skipIf(!onServer)('two processes on one store', () => {
  test('workers share a port, and a lost one is replaced', async () => {
    const { database } = opened
    const server = workplace.start({ DATABASE_URL: database.pool.options.connectionString ?? '', WORKERS: '2' })
    const url = await server.url()
    await vi.waitUntil(() => (server.said.match(/ready at/g) ?? []).length === 2, { timeout: 60_000, interval: 50 })
    const report = await release(database, { code: 'NEW' }, [
      figure({ metric: 'IMPORTS', period: '2025', value: '18.5' }),
    ])
    // Each request of fetch may come to either; all of ten in a row say the new one.
    const all = async (): Promise<Set<number>> =>
      new Set(await Promise.all(Array.from({ length: 10 }, () => version(url))))
    await vi.waitUntil(async () => [...(await all())].join() === `${report.version}`, { timeout: 60_000, interval: 20 })

    const [first] = started(server.said)
    process.kill(first as number, 'SIGKILL')
    await server.says(/a worker was lost: starting another/)
    expect(await version(url)).toBe(report.version)
    await vi.waitUntil(() => (server.said.match(/ready at/g) ?? []).length === 3, { timeout: 60_000, interval: 50 })
    expect(await version(url)).toBe(report.version)
    expect(await server.kill('SIGTERM')).toBe(0)
    expect(server.said.match(/stopped/g)).toHaveLength(3)
  })

  test('workers end together if the port is in use', async () => {
    const env = { DATABASE_URL: opened.database.pool.options.connectionString ?? '' }
    const first = workplace.start(env)
    const { port } = new URL(await first.url())
    const second = workplace.start({ ...env, PORT: port, WORKERS: '2' })
    expect(await second.end()).toBe(3)
    expect(second.said).toContain(`Port ${port} of 127.0.0.1 is in use`)
  })

  test('a worker that does not respond is replaced; SIGTERM still ends all', async () => {
    const env = { DATABASE_URL: opened.database.pool.options.connectionString ?? '', WORKERS: '2' }
    const server = workplace.start({ ...env, NODE_OPTIONS: `--import=${blocking}` })
    const url = await server.url()
    const ready = (count: number) =>
      vi.waitUntil(() => (server.said.match(/ready at/g) ?? []).length === count, { timeout: 60_000, interval: 50 })
    await ready(2)
    await Promise.all(Array.from({ length: 20 }, (_, n) => ask(url, `query Last { a${n}: store { version } }`)))
    const [first] = started(server.said)
    process.kill(first as number, 'SIGUSR2')
    await server.says(new RegExp(`the event loop is blocked process=${first} last="Last `))
    await server.says(new RegExp(`a worker does not respond: killing it process=${first}`))
    await ready(3)
    for (let n = 0; n < 4; n++) expect(await version(url)).toBeGreaterThan(0)

    const [, second] = started(server.said)
    process.kill(second as number, 'SIGUSR2')
    server.process.kill('SIGTERM')
    expect(await server.end()).toBe(0)
    expect(server.said).toMatch(new RegExp(`killing it process=${second}`))
  })
})
