import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { readConfig } from '../../../../src/config.js'
import { serve } from '../../../../src/server/serve.js'

test('METRICS_PORT serves the metrics exclusively', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-metrics-'))
  const taken = createServer()
  await once(taken.listen(0, '127.0.0.1'), 'listening')
  const { port } = taken.address() as AddressInfo
  taken.close()
  await once(taken, 'close')
  const env = { DATA_DIR: folder, SEED: 'false', PORT: '0', METRICS_PORT: `${port}` }
  const running = await serve(readConfig(env), pino({ level: 'silent' }))
  const status = async (url: string) => (await fetch(url)).status
  const own = `http://127.0.0.1:${port}`
  expect(await (await fetch(`${own}/metrics`)).text()).toContain('indicators_store_version 0')
  expect(await status(`${running.url}/metrics`)).toBe(404)
  expect([await status(`${own}/graphql?query={__typename}`), await status(`${own}/`)]).toEqual([404, 404])
  await running.close()
  await expect(status(`${own}/metrics`)).rejects.toThrow()
  await rm(folder, { recursive: true })
})
