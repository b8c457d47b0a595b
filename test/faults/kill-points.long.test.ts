import { afterEach, describe, expect, test } from 'vitest'
import { operations } from './kill-operations.js'
import { KillPoints } from './kill-points.js'

const server = process.env['TEST_DATABASE_URL'] ?? null
const tried = 3

const named = operations.map((each) => [each.name, each] as const)

let points: KillPoints | null = null
afterEach(async () => {
  await points?.clear()
  points = null
})

// A sample: kill-points.nightly.test.ts tries every statement.
describe.each(named)('%s', (_, operation) => {
  test('leaves a whole store if killed at any statement', async () => {
    points = await KillPoints.of(operation, server)
    const count = await points.count()
    expect(count).toBeGreaterThan(5)
    for (let nth = 0; nth < tried; nth++) {
      const at = 1 + Math.floor(((nth + Math.random()) * count) / tried)
      await points.expectWhole(nth % 2 === 0 ? 'before' : 'sent', at)
    }
  })
})
