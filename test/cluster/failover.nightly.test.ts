import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedStore } from '../../src/server/seed.js'
import { type Database, openDatabase } from '../../src/store/database/open.js'
import { Cluster, hasCluster } from './cluster.js'
import { Load } from './load.js'

describe.skipIf(!hasCluster)('on a cluster in synchronous mode, a loss of the primary', () => {
  let cluster: Cluster
  let databases: Database[]
  let load: Load
  beforeAll(async () => {
    cluster = await Cluster.start()
    const filling = await openDatabase({ kind: 'server', url: cluster.url })
    await seedStore(filling, pino({ level: 'silent' }))
    await filling.close()
  }, 300_000)
  afterAll(() => cluster?.close())
  beforeEach(async () => {
    const location = { kind: 'server', url: cluster.url, replicas: cluster.replicas, staleReads: 60 } as const
    databases = [await openDatabase(location), await openDatabase(location)]
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
      expect([pool.totalCount - pool.idleCount, pool.waitingCount, waiting()]).toEqual([0, 0, 0])
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
})
