import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { FairQueue } from '../../src/lib/fair-queue.js'
import { FairSemaphore } from '../../src/lib/fair-semaphore.js'

const clients = ['a', 'b', 'c', 'd']
const busy = () => new Error('busy')
const length = fc.integer({ min: 1, max: 1000 })

describe('a queue', () => {
  property.prop([fc.array(fc.tuple(fc.constantFrom(...clients), length), { minLength: 1, maxLength: 200 })])(
    'lets no two waiting clients differ by more than the longest turn',
    (turns) => {
      const queue = new FairQueue<{ readonly ms: number }>(Number.POSITIVE_INFINITY)
      for (const [client, ms] of turns) queue.add(client, { ms })
      const longest = Math.max(...turns.map(([, ms]) => ms))
      let now = 0
      for (let waiting = clients.filter((each) => queue.waiting(each) > 0); waiting.length > 0; ) {
        const next = queue.next(now)
        if (next === null) throw new Error('something waits')
        const end = queue.begin(next.client, now)
        now += next.item.ms
        end(now)
        const taken = waiting.map((each) => queue.taken(each, now))
        expect(Math.max(...taken) - Math.min(...taken)).toBeLessThanOrEqual(longest)
        waiting = waiting.filter((each) => queue.waiting(each) > 0)
      }
      expect(queue.size).toBe(0)
      expect(clients.reduce((sum, each) => sum + queue.taken(each, now), 0)).toBeCloseTo(now)
    },
  )

  test('counts running turns, and halves taken time after a half-life', () => {
    const queue = new FairQueue<string>(1000)
    const [first, second] = [queue.begin('a', 0), queue.begin('a', 100)]
    expect(queue.taken('a', 200)).toBe(300)
    first(200)
    second(200)
    expect(queue.taken('a', 200)).toBeCloseTo(300, -2)
    expect(queue.taken('a', 1200)).toBeCloseTo(queue.taken('a', 200) / 2)
    expect(queue.running('a')).toBe(0)
  })

  test('remembers 10,000 clients and all with running turns', () => {
    const queue = new FairQueue<string>(1e9)
    const end = queue.begin('runs', 0)
    for (let n = 0; n < 11_000; n++) queue.begin(`client ${n}`, n)(n + 1)
    expect(queue.taken('client 0', 11_000)).toBe(0)
    expect(queue.taken('client 10999', 11_000)).toBeGreaterThan(0)
    expect(queue.taken('runs', 11_000)).toBe(11_000)
    end(11_000)
  })

  test('drops the newest item of the client with the most items', () => {
    const queue = new FairQueue<string>(1000)
    for (const [client, item] of ['a1', 'a2', 'b1', 'a3'].map((each) => [each.slice(0, 1), each] as const))
      queue.add(client, item)
    expect(queue.drop(3)).toBeNull()
    expect([queue.drop(2), queue.waiting('a'), queue.size]).toEqual(['a3', 2, 3])
  })
})

describe('the semaphore', () => {
  /** Works of clients that are all given at once, on a clock that moves with them: the order in which they begin. */
  async function begun(works: readonly (readonly [string, number])[], executing: number, each: number) {
    let now = 0
    const order: string[] = []
    const running = new Map<string, number>()
    let most = 0
    const ends: (() => void)[] = []
    const places = new FairSemaphore({ executing, each }, busy, () => now, Number.POSITIVE_INFINITY)
    const all = works.map(([client, ms]) =>
      places.run(
        async () => {
          order.push(client)
          running.set(client, (running.get(client) ?? 0) + 1)
          most = Math.max(most, ...running.values())
          await new Promise<void>((resolve) => ends.push(resolve))
          now += ms
          running.set(client, (running.get(client) ?? 0) - 1)
        },
        null,
        client,
      ),
    )
    while (order.length < works.length || ends.length > 0) {
      ends.shift()?.()
      await new Promise(setImmediate)
    }
    await Promise.all(all)
    expect([places.executing, places.waiting]).toEqual([0, 0])
    return { order, most }
  }

  test('lets a client with one task wait for one of a hundred', async () => {
    const hundred = Array.from({ length: 100 }, () => ['a', 10] as const)
    const { order } = await begun([...hundred, ['b', 10]], 1, 1)
    expect(order.indexOf('b')).toBe(1)
  })

  property.prop(
    [
      fc.array(fc.tuple(fc.constantFrom(...clients), length), { maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
    ],
    { numRuns: 50 },
  )('no client has more than its places, and all work is done', async (works, executing, each) => {
    const { order, most } = await begun(works, executing, each)
    expect(order.toSorted()).toEqual(works.map(([client]) => client).toSorted())
    expect(most).toBeLessThanOrEqual(Math.min(executing, each))
  })

  test('rejects a task of the client with the most waiting tasks', async () => {
    const places = new FairSemaphore({ executing: 1, waiting: 3 }, busy)
    let open: () => void = () => {}
    const door = new Promise<void>((resolve) => {
      open = resolve
    })
    const ask = (client: string) => places.run(() => door.then(() => client), null, client).catch(String)
    const asked = ['a', 'a', 'a', 'a', 'b', 'a', 'b'].map(ask)
    open()
    expect(await Promise.all(asked)).toEqual(['a', 'a', 'a', 'Error: busy', 'b', 'Error: busy', 'Error: busy'])
  })

  test('never runs a task that is aborted before its turn', async () => {
    const places = new FairSemaphore({ executing: 1 }, busy)
    const first = places.run(() => new Promise<void>(setImmediate))
    const gone = new AbortController()
    const second = places.run(() => expect.unreachable(), gone.signal)
    gone.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    await expect(places.run(() => expect.unreachable(), gone.signal)).rejects.toThrow('gone')
    await first
    expect([places.executing, places.waiting]).toEqual([0, 0])
  })
})
