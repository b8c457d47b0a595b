import { test } from 'vitest'
import { generated, prepareForGenerated, release } from '../figures.js'
import { openTestStore } from '../support.js'

test('slow', async () => {
  const o = await openTestStore()
  await prepareForGenerated(o.database)
  for (const [code, n] of [
    ['A', 6000],
    ['B', 6000],
    ['C', 6000],
  ] as const) {
    const b = performance.now()
    await release(o.database, { code }, generated(n, 5))
    process.stderr.write(`${code} ${n} ${Math.round(performance.now() - b)} ms\n`)
  }
  await o.close()
}, 200_000)
