import { afterAll, beforeAll } from 'vitest'
import { exporting } from '../../../src/export/export.js'
import { schema } from '../../../src/graphql/schema.js'
import type { App } from '../../../src/server/app.js'
import { writeCodeLists } from '../../../src/store/admin/code-lists.js'
import { change } from '../../../src/store/database/change.js'
import { retract } from '../../../src/store/ingest/retract.js'
import { figure, release, tradeDataset } from '../../figures.js'
import { openTestStore, type TestStore } from '../../support.js'
import { testApp } from '../support.js'

/** A release of a long title with signs that a calendar escapes. */
export const announced = {
  title: '2025年1至2月进出口；含修订, 全部商品; 按国别（地区）、企业性质与贸易方式分列的月度总表 \\ 第一版',
  at: '2025-03-07T11:00:00+08:00',
}

/** A store with two revisions, a retraction, announced releases, and texts that have to be escaped. */
export async function openFeedStore(): Promise<TestStore> {
  const opened = await openTestStore()
  const { database } = opened
  const calendar = [announced, { title: 'Published since', at: '2025-01-01T10:00:00+08:00' }]
  await change(database, async (tx, version) => {
    const datasets = [
      {
        ...tradeDataset,
        name: { en: "China's <trade> & more</script>", zh: null },
        licence: 'https://office.example/terms?a=1',
        calendar,
      },
    ]
    await writeCodeLists(tx, version, { datasets, metrics: [], dimensions: [], categories: [] })
    return { changed: true, result: null }
  })
  const ships = (value: string, period = '2018') =>
    figure({ metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'], period, value, yoy: '4.9' })
  await release(database, { code: 'FIRST', title: 'A & B <first>', publishedAt: '2025-01-01T10:00:00+08:00' }, [
    ships('1.10'),
    ships('2.0', '2017'),
    figure({ period: '2018', value: '5' }),
  ])
  await release(
    database,
    { code: 'SECOND', publishedAt: '2025-01-02T10:00:00+08:00', url: 'https://office.example/2?a=1&b=2' },
    [ships('1.20'), ships('2.0', '2017'), ships('3.0', '2016')],
  )
  await release(database, { code: 'WRONG', publishedAt: '2025-01-03T10:00:00+08:00' }, [
    ships('9.9'),
    ships('8', '2015'),
    ships('2.0', '2017'), // confirmed, and known without it
  ])
  await retract(database, 'WRONG', 'Another scale; see <notes>.', new Date('2025-01-05T08:00:00Z'))
  return opened
}

export const appOf = ({ database, store }: TestStore, config: NodeJS.ProcessEnv = {}): App =>
  testApp({
    ...{ store, schema, exporting: exporting(database, store) },
    config: { RATE_LIMIT_PER_MINUTE: '0', ...config },
  }).app

/** Opens the store and its server for the tests of a file. */
export function useFeedStore() {
  const used = {} as { opened: TestStore; app: App }
  beforeAll(async () => {
    used.opened = await openFeedStore()
    used.app = appOf(used.opened)
  })
  afterAll(async () => {
    await used.app.dispose()
    await used.opened.close()
  })
  return used
}
