import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { run } from '../cli/run.js'
import { publish, publishSurely, Readers, tell } from './load.js'

const library = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path))

const workplace = new Workplace()
afterEach(() => workplace.clear())

describe.skipIf(library === undefined)(
  `the clock${library ? '' : ' (not tried: libfaketime is not installed)'}`,
  () => {
    test('setting the clock back or forward changes no answer or version', async () => {
      const folder = await workplace.folder()
      const clock = join(folder, 'clock')
      const set = async (by: string): Promise<void> => {
        await writeFile(`${clock}.new`, by)
        await rename(`${clock}.new`, clock) // at once: who reads half of it would end the server
      }
      await set('+0')
      const env = { DATA_DIR: join(folder, 'store'), RATE_LIMIT_PER_MINUTE: '100000' }
      const key = (await run(workplace, env, 'keys', 'create', 'test', '--scope', 'publish')).out.trim()
      const server = workplace.start({
        ...{ ...env, LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: clock },
        ...{ FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
      })
      await server.says(/ready at/)
      const url = await server.url()
      const now = async (): Promise<number> => Date.parse((await fetch(`${url}/healthz`)).headers.get('date') ?? '')
      const readers = new Readers(url, 5)
      await publishSurely(url, key, 7)
      const whole = '{ store { version releases } indicators(filter: {periods: ["2023", "2031"]}) { totalCount } }'
      const said: string[] = []
      for (const [n, by] of [
        [8, '-1h'],
        [9, '+0'],
      ] as const) {
        await set(by)
        while (Math.abs((await now()) - Date.now() + (by === '-1h' ? 3_600_000 : 0)) > 60_000);
        await readers.well()
        expect(await publish(url, key, n)).toBe(n)
        said.push(`${by}: version ${n} stored`)
        await readers.well()
      }
      const before = await ask(url, whole)
      await set('-10y')
      while ((await now()) > Date.now() - 9 * 365 * 86_400_000);
      expect(await publish(url, key, 10), 'which is of a time to come').toBe('BAD_USER_INPUT')
      await readers.well()
      expect(await ask(url, whole)).toEqual(before)
      await set('+0')
      while ((await now()) < Date.now() - 60_000);
      expect(await publish(url, key, 10)).toBe(10)
      await readers.well()
      tell(`the clock set back: ${said.join(', ')}, -10y: refused as of a time to come; ${await readers.stop()}`)

      const { releases } = await ask(url, '{ releases(first: 4) { nodes { code version } } }')
      expect(releases.nodes.map(({ code }: { code: string }) => code)).toEqual(['V-10', 'V-9', 'V-8', 'V-7'])
      await server.kill('SIGTERM')
      const next = workplace.start(env)
      await next.says(/ready at/)
      expect((await ask(await next.url(), '{ store { version releases } }')).store).toEqual({
        version: 10,
        releases: 9,
      })
    })
  },
)
