import { once } from 'node:events'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.js'
import { seedStore } from '../../src/server/seed.js'
import { type Database, openDatabase } from '../../src/store/database/open.js'
import { Store } from '../../src/store/query/store.js'
import { figure, release } from '../figures.js'
import { SilentProxy } from '../proxy.js'
import { post, testApp } from '../server/support.js'
import { Cluster, hasCluster } from './cluster.js'
import { Load } from './load.js'

let cluster: Cluster
/** Between the second server and the database servers, in their order. */
let proxies: readonly SilentProxy[]

beforeAll(async () => {
  if (!hasCluster) return
  cluster = await Cluster.start()
  const filling = await openDatabase({ kind: 'server', url: cluster.url })
  await seedStore(filling, pino({ level: 'silent' }))
  await filling.close()
  proxies = await Promise.all(cluster.replicas.map((url) => SilentProxy.start(url)))
}, 300_000)

afterAll(async () => {
  for (const proxy of proxies ?? []) await proxy.stop()
  await cluster?.close()
}, 300_000)

describe.skipIf(!hasCluster)('on a cluster in synchronous mode, a loss of the primary', () => {
  let databases: Database[]
  let load: Load
  beforeEach(async () => {
    const direct = { kind: 'server', url: cluster.url, replicas: cluster.replicas, staleReads: 60 } as const
    const urls = proxies.map(({ url }) => new URL(url))
    const [first = new URL('none:')] = urls
    const url = first.href.replace(first.host, urls.map(({ host }) => host).join())
    const proxied = { ...direct, url, replicas: urls.map(({ href }) => href) }
    databases = [await openDatabase(direct), await openDatabase(proxied)]
    for (const database of databases) await database.listen()
    load = new Load(databases)
    load.start(8)
    await cluster.until(async () => load.acknowledged.length >= 10)
  })
  afterEach(async () => {
    await load.stop()
    for (const database of databases) await database.close()
    await cluster.restore()
  }, 300_000)

  /** Waits until both servers have published after now, and returns the seconds that this took. */
  async function untilBothPublish(): Promise<number> {
    const began = performance.now()
    await cluster.until(async () => databases.every((_, at) => (load.published[at] ?? 0) > began + 1))
    return (performance.now() - began) / 1000
  }

  async function expectNothingLost(): Promise<void> {
    await load.stop()
    expect(load.faults).toEqual([])
    const [one] = databases
    const stored = await one?.prisma.release.findMany({ select: { code: true } })
    const codes = new Set(stored?.map(({ code }) => code))
    expect(load.acknowledged.filter((code) => !codes.has(code))).toEqual([])
    for (const { pool, waiting } of databases)
      await expect
        .poll(() => [pool.totalCount - pool.idleCount, pool.waitingCount, waiting()], { timeout: 30_000 })
        .toEqual([0, 0, 0])
  }

  const primary = async () => {
    const found = await cluster.primary()
    if (found === null) throw new Error('There is no primary.')
    return found
  }

  async function tellWhenBothPublish(event: string): Promise<void> {
    const seconds = await untilBothPublish()
    process.stdout.write(
      `${event}: published on both servers after ${seconds.toFixed(1)} s, ${load.stale} stale answers\n`,
    )
  }

  test('by kill -9 loses no release, and readers see no error', async () => {
    await cluster.kill(await primary())
    await tellWhenBothPublish('kill -9')
    await expectNothingLost()
    expect(load.stale).toBeGreaterThan(0)
  })

  test('by a switchover during imports loses no release, and readers see no error', async () => {
    await cluster.switchover(await primary())
    await tellWhenBothPublish('switchover')
    await expectNothingLost()
  })

  test('that hangs loses no release, and readers see no error', async () => {
    const hanging = await primary()
    await cluster.killPatroni(hanging)
    await cluster.signalPostgres(hanging, 'SIGSTOP')
    await tellWhenBothPublish('SIGSTOP')
    await cluster.signalPostgres(hanging, 'SIGKILL')
    await expectNothingLost()
  })

  test('of PostgreSQL alone loses no release, and readers see no error', async () => {
    await cluster.signalPostgres(await primary(), 'SIGKILL')
    await tellWhenBothPublish('PostgreSQL killed')
    await expectNothingLost()
  })

  test('that one server cannot reach loses no release, and its readers see no error', async () => {
    const hidden = proxies[cluster.nodes.indexOf(await primary())]
    if (hidden === undefined) throw new Error('The primary has no proxy.')
    hidden.isDead = true
    hidden.fallSilent()
    const [began, stale] = [performance.now(), load.stale]
    await cluster.until(async () => (load.published[0] ?? 0) > began + 10_000 && load.stale > stale + 100)
    hidden.isDead = false
    await tellWhenBothPublish('primary reached again')
    await expectNothingLost()
  })
})

describe.skipIf(!hasCluster)('on a cluster in asynchronous mode, a loss of the primary', () => {
  const opened: Database[] = []
  const open = async (url: string, replicas: readonly string[]) => {
    const database = await openDatabase({ kind: 'server', url, replicas, staleReads: 60 })
    opened.push(database)
    await database.listen()
    const store = new Store(database)
    return { database, store, app: testApp({ store, schema }).app }
  }
  beforeAll(() => cluster.setSynchronous(false), 300_000)
  afterAll(async () => {
    for (const database of opened) await database.close()
  }, 300_000)

  const query = '{ store { version stamp } releases(first: 3) { nodes { code } } }'
  const publish = (database: Database, code: string) =>
    release(database, { code, publishedAt: '2025-12-01T00:00:00Z' }, [
      figure({ metric: 'IMPORTS', period: '2032', value: `${code.length}` }),
    ])

  test('can lose releases: the version goes back, and every server and cache notices', async () => {
    const [one, other] = [await open(cluster.url, cluster.replicas), await open(cluster.url, cluster.replicas)]
    await publish(one.database, 'KEPT')
    const lost = await cluster.primary()
    const standbys = cluster.nodes.filter((node) => node !== lost)
    if (lost === null) throw new Error('There is no primary.')
    const kept = await one.store.ask()
    for (const node of standbys) {
      const { store } = await open(cluster.url, [cluster.urlOf(node)])
      await cluster.until(async () => (await store.ask()).version === kept.version)
      await cluster.signalReceiver(node, 'SIGSTOP')
    }
    await publish(one.database, 'LOST')
    const gone = await one.store.ask()
    expect(gone.version).toBe(kept.version + 1)
    await cluster.until(async () => (await other.store.ask()).stamp === gone.stamp)
    const cached = await Promise.all([one, other].map(async ({ app }) => (await post(app, { query })).text()))
    expect(cached.every((text) => text.includes('LOST'))).toBe(true)

    await cluster.kill(lost)
    const began = performance.now()
    for (const node of standbys) {
      await cluster.signalReceiver(node, 'SIGTERM') // so that it does not take what has arrived meanwhile
      await cluster.signalReceiver(node, 'SIGCONT')
    }
    await cluster.until(async () => publish(one.database, 'AGAIN').then(Boolean, () => false))
    process.stdout.write(`asynchronous: published after ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    const again = await one.store.ask()
    expect(again.version).toBe(gone.version)
    expect(again.stamp).not.toBe(gone.stamp)
    await cluster.until(async () => (await other.store.ask()).stamp === again.stamp)
    for (const { app } of [one, other]) {
      const { data } = await (await post(app, { query })).json()
      expect(data.store).toEqual({ version: again.version, stamp: again.stamp })
      expect(data.releases.nodes.map(({ code }: { code: string }) => code).toSorted()).toEqual(
        expect.arrayContaining(['AGAIN', 'KEPT']),
      )
      expect(JSON.stringify(data)).not.toContain('LOST')
      const pinned = await post(app, { query }, { 'x-store-version': `${gone.version}`, 'x-store-stamp': gone.stamp })
      expect((await pinned.json()).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
    }

    const alone = await cluster.startAlone(lost)
    const now = await cluster.primary()
    if (now === null) throw new Error('There is no primary.')
    const { app } = await open(cluster.urlOf(now), [cluster.urlOf(lost)])
    for (let count = 0; count < 10; count++)
      expect(await (await post(app, { query: `# ${count}\n${query}` })).text()).not.toContain('LOST')
    alone.kill('SIGQUIT')
    await once(alone, 'exit')
    await cluster.restore()
  })
})
