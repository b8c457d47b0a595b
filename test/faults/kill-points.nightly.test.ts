import { afterEach, describe, test } from 'vitest'
import { operations } from './kill-operations.js'
import { KillPoints } from './kill-points.js'

const server = process.env['TEST_DATABASE_URL'] ?? null
const stores = [['the embedded store', null] as const, ...(server === null ? [] : [['a server', server] as const])]

const named = operations.map((each) => [each.name, each] as const)

let points: KillPoints | null = null
afterEach(async () => {
  await points?.clear()
  points = null
})

describe.each(stores)('on %s', (_store, url) => {
  describe.each(named)('%s', (_, operation) => {
    test('leaves a whole store, at whichever of its statements it is killed', async () => {
      points = await KillPoints.of(operation, url)
      const count = await points.count()
      process.stdout.write(`${operation.name}: ${count} statements\n`)
      // Two more than it has: how many there are depends on what comes first where two are under way.
      for (let at = 1; at <= count + 2; at++)
        for (const mode of ['before', 'sent'] as const) await points.expectWhole(mode, at)
    })
  })
})
