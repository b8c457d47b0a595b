import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { CodeListRows } from '../../src/domain/codes/codes.js'
import { importRelease } from '../../src/import/importer.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { tradeDataset } from '../figures.js'
import type { Choose } from '../random-documents.js'
import { openEmptyStore, type TestStore } from '../support.js'
import { tried, unlimited, wordsOf } from './estimate-support.js'

const name = { en: null, zh: null }

/** Code lists of any shape: flat, deep, with groups of groups, with dimensions that have nothing. */
function randomLists(choose: Choose): CodeListRows {
  const dimensions = Array.from({ length: 1 + choose(4) }, (_, n) => `D${n}`)
  const categories = dimensions.flatMap((dimension) => {
    const codes = Array.from({ length: choose(2) === 0 ? choose(4) : choose(40) }, (_, n) => `${dimension}_${n}`)
    const narrow = 1 + choose(codes.length + 1) // how far back a parent may stand: 1 makes a chain
    return codes.map((code, at) => {
      const isAggregate = choose(5) === 0
      const members = isAggregate && at > 0 ? codes.slice(0, at).filter(() => choose(2) === 0) : null
      const parent =
        at > 0 && !isAggregate && choose(4) > 0 ? (codes[at - 1 - choose(Math.min(narrow, at))] ?? null) : null
      return { dimension, code, name, description: null, parent, isAggregate, members }
    })
  })
  const total = {
    dimension: 'TOTAL',
    code: 'ALL',
    name,
    description: null,
    parent: null,
    isAggregate: false,
    members: null,
  }
  return {
    datasets: [tradeDataset],
    dimensions: ['TOTAL', ...dimensions].map((code) => ({ code, name, description: null })),
    metrics: Array.from({ length: 1 + choose(6) }, (_, n) => ({
      ...{ code: `M${n}`, name, description: null },
      additivity: 'FLOW' as const,
    })),
    categories: [total, ...categories],
  }
}

async function fill({ database }: TestStore, choose: Choose): Promise<void> {
  const lists = randomLists(choose)
  await change(database, async (tx, version) => {
    await writeCodeLists(tx, version, lists)
    return { changed: true, result: undefined }
  })
  const periods = ['2021', '2022', '2023', '2023-01', '2023-02', '2023-01/2023-02'].filter(() => choose(3) > 0)
  for (const [at, code] of ['FIRST', 'SECOND', 'THIRD'].entries()) {
    const rows = lists.metrics.flatMap((metric) =>
      lists.categories.flatMap((category) =>
        [...periods, '2020'].flatMap((period) =>
          choose(3) === 0
            ? [`${metric.code},${category.dimension},${category.code},${period},${choose(1000)},CNY`]
            : [],
        ),
      ),
    )
    const text = ['metric,dimension,category,period,value,unit', ...rows].join('\n')
    await importRelease(database, {
      head: {
        ...{ code, title: code, publisher: 'Office', stage: 'MONTHLY', url: null, note: null },
        publishedAt: `2024-0${at + 1}-01T00:00:00Z`,
      },
      files: [{ name: `${code}.csv`, bytes: once(Buffer.from(text)) }],
      ...{ format: 'CSV', map: null, period: null, encoding: null, acceptFindings: true },
    })
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

test('responses have at most twice their estimated values with any code lists', async () => {
  let values = 0
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const choose = (below: number): number => gen(fc.nat, { max: below - 1 })
      const opened = await openEmptyStore()
      try {
        await fill(opened, choose)
        const app = unlimited(opened.store, 10_000) // what is estimated to be more is refused, and takes no time
        const words = await wordsOf(opened.store, app)
        for (let n = 0; n < 30; n++) {
          const found = await tried(app, words, choose)
          if (found === null) continue
          values += found.values
          expect(found.values, JSON.stringify(found)).toBeLessThanOrEqual(2 * found.estimated)
        }
      } finally {
        await opened.close()
      }
    }),
    { numRuns: Number(process.env['STORES'] ?? 4), endOnFailure: true },
  )
  expect(values, 'so that something was tried').toBeGreaterThan(500)
})
