import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CodeListRows, categoryText } from '../../src/domain/codes/codes.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { statements } from '../statements.js'
import { openTestStore, type TestStore } from '../support.js'
import { ask } from './ask.js'

const places: CodeListRows['categories'] = Array.from({ length: 90 }, (_, index) => ({
  ...{ dimension: 'LOCATION', code: `PLACE_${index}`, name: { en: null, zh: null }, description: null },
  ...{ parent: null, isAggregate: false, members: null },
}))

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories: places })
    return { changed: true, result: undefined }
  })
  const figures = ['EXPORTS', 'IMPORTS'].flatMap((metric, m) =>
    ['2021', '2022', '2022-01/2022-12'].flatMap((period, p) =>
      places.map((place, index) =>
        figure({
          ...{ metric, period, categories: [categoryText(place)], unit: 'CNY' },
          // Many ties, and some without a value.
          ...(index % 7 === p
            ? { value: null, status: 'MISSING' as const, yoy: '1.5' }
            : { value: `${(index * 31 + p * 7 + m) % 23}` }),
        }),
      ),
    ),
  )
  await release(opened.database, { code: 'PLACES' }, figures)
})
afterAll(() => opened.close())

const query = /* GraphQL */ `
  query ($filter: IndicatorFilter, $order: [IndicatorOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    indicators(filter: $filter, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { id value }
    }
  }
`

const list = async (variables: object) => {
  const { data, errors } = await ask(opened.store, query, variables)
  expect(errors).toBeUndefined()
  return data.indicators
}

const idsOf = ({ nodes }: { nodes: readonly { id: string }[] }): string[] => nodes.map(({ id }) => id)

const filters: readonly (readonly [title: string, filter: object])[] = [
  ['two metrics', { metrics: ['EXPORTS', 'IMPORTS'], dimensions: ['LOCATION'] }],
  ['years', { dimensions: ['LOCATION'], frequency: ['ANNUAL'] }],
  ['a range of values', { dimensions: ['LOCATION'], value: { gte: '4', lt: '20' } }],
  ['either of two', { or: [{ metrics: ['EXPORTS'] }, { from: '2022' }], dimensions: ['LOCATION'], to: '2022' }],
  ['no value', { dimensions: ['LOCATION'], hasValue: false }],
]

describe.each(filters)('a list by value of %s', (_, filter) => {
  describe.each(['ASC', 'DESC'])('%s', (direction) => {
    const order = [{ field: 'VALUE', direction }]
    const small = { filter, order, first: 2 }
    const whole = { filter, order, first: 1000 }

    test('short pages are those of the whole list, which is sorted', async () => {
      const sent = await statements(() => list(small))
      expect(sent.filter((text) => text.includes('CROSS JOIN LATERAL'))).toHaveLength(1)
      expect((await statements(() => list(whole))).filter((text) => text.includes('CROSS JOIN LATERAL'))).toEqual([])
      const all = await list(whole)
      expect(all.nodes).toHaveLength(all.totalCount)
      const forwards: string[] = []
      for (let after: string | null = null, more = true; more; ) {
        const page = await list({ ...small, first: 29, after })
        forwards.push(...idsOf(page))
        ;({ endCursor: after, hasNextPage: more } = page.pageInfo)
      }
      expect(forwards).toEqual(idsOf(all))
      const backwards: string[] = []
      for (let before: string | null = null, more = true; more; ) {
        const page = await list({ filter, order, last: 29, before })
        backwards.unshift(...idsOf(page))
        ;({ startCursor: before, hasPreviousPage: more } = page.pageInfo)
      }
      expect(backwards).toEqual(idsOf(all))
    })
  })
})
