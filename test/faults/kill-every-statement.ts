import { afterEach, describe, test } from 'vitest'
import { operations } from './kill-operations.js'
import { KillPoints } from './kill-points.js'

/** Defines the tests that kill every operation at each of its statements, on the embedded store or on a server. */
export function killEveryStatement(server: string | null): void {
  let points: KillPoints | null = null
  afterEach(async () => {
    await points?.clear()
    points = null
  })

  describe.each(operations.map((operation) => ({ name: operation.name, operation })))('$name', ({ operation }) => {
    test('leaves a complete store when it is killed at any statement', async () => {
      points = await KillPoints.of(operation, server)
      const count = await points.count()
      process.stdout.write(`${operation.name}: ${count} statements\n`)
      // Two more than it has: how many there are depends on what comes first where two are under way.
      for (let at = 1; at <= count + 2; at++)
        for (const mode of ['before', 'sent'] as const) await points.expectWhole(mode, at)
    })
  })
}
