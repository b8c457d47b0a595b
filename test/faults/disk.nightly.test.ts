import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { type Disk, smallDisk } from './disk.js'
import { publish, publishSurely, Readers, tell } from './load.js'
import { publishingKey } from './published-store.js'

const workplace = new Workplace()
let disk: Disk | null = null
afterEach(async () => {
  await workplace.clear()
  disk?.putAway()
  disk = null
})

/** Rows of a release that takes more than is left. */
const many = Array.from({ length: 300 }, (_, product) =>
  Array.from({ length: 120 }, (_, month) => {
    const period = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    return `IMPORTS,PRODUCT,P${product},${period},${1000 + product + month},CNY\n`
  }).join(''),
).join('')

test.each([
  ['nothing', 0],
  ['some, so that its own log finds no room', 12],
])(
  'a disk with %s left neither halves nor loses a release',
  async (_, left) => {
    disk = smallDisk(120)
    const env = { DATA_DIR: `${disk.folder}/store`, RATE_LIMIT_PER_MINUTE: '0' }
    const key = await publishingKey(workplace, env)
    const { server, url } = await workplace.serve(env)
    const pid = Number(server.process.pid)
    const readers = new Readers(url, 10, ['UNAVAILABLE', 'TIMEOUT'])
    await publishSurely(url, key, 7)
    await readers.well()

    disk.fill(pid, left)
    const before = { ...readers.counts }
    expect(await publish(url, key, 8, many)).toBe('UNAVAILABLE')
    expect(await publish(url, key, 8, many)).toBe('UNAVAILABLE')
    await readers.more(100)
    await setTimeout(2000)
    const meanwhile = `${(readers.counts['right'] ?? 0) - (before['right'] ?? 0)} right and ${readers.counts['UNAVAILABLE'] ?? 0} UNAVAILABLE`
    disk.free(pid)
    const again = await readers.well()
    expect(await ask(url, '{ store { version releases } }')).toEqual({ store: { version: 7, releases: 6 } })
    const stored = await publishSurely(url, key, 8, many)
    await readers.well()
    tell(
      `disk full (${disk.how}): ${meanwhile} meanwhile; all well ${again} after there was room; ${await readers.stop()}`,
    )
    expect(stored).toBe('8')
    expect(server.said).not.toContain('internal error')

    await server.kill('SIGKILL')
    const next = workplace.start(env)
    await next.says(/ready at/)
    const holds = '{ store { version releases } indicators(filter: { releases: ["V-8"] }) { totalCount } }'
    expect(await ask(await next.url(), holds)).toEqual({
      store: { version: 8, releases: 7 },
      indicators: { totalCount: 36_001 },
    })
  },
  120_000,
)
