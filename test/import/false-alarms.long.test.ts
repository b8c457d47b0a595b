import { describe, expect, test } from 'vitest'
import { shippedCodeLists } from '../../src/server/seed.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import type { Database } from '../../src/store/database/open.js'
import { sharedData } from '../shared-data.js'
import { openEmptyStore, openTestStore, type TestStore } from '../support.js'
import { type Taken, takeCustoms, takeInOrder, takeOffices, told } from './false-alarms-support.js'
import { pressFigures } from './real-gacc.js'

async function within<T>(open: () => Promise<TestStore>, work: (database: Database) => Promise<T>): Promise<T> {
  const { database, close } = await open()
  try {
    return await work(database)
  } finally {
    await close()
  }
}

function expectQuiet(taken: readonly Taken[]): void {
  expect(taken.filter(({ accepted }) => !accepted).flatMap(told)).toEqual([])
  expect(taken.filter(({ figures }) => figures === 0)).toEqual([])
  const alarms = taken.flatMap(told)
  expect(alarms.filter((each) => each.includes(': ERROR '))).toEqual([])
  expect(alarms.length, alarms.join('\n')).toBeLessThan(taken.length)
}

describe.skipIf(!sharedData.all.isPresent)(
  'published tables have no ERROR and fewer than one suspect figure each:',
  () => {
    test('33 releases of China Customs, in order of publication', async () => {
      const taken = await within(openTestStore, takeCustoms)
      expect(taken).toHaveLength(33)
      expectQuiet(taken)
    })

    test('press figures in an otherwise empty store', async () => {
      const taken = await within(openEmptyStore, async (database) => {
        await change(database, async (tx, version) => {
          await writeCodeLists(tx, version, await shippedCodeLists('annual'))
          return { changed: true, result: undefined }
        })
        return takeInOrder(database, await pressFigures())
      })
      expect(taken).toHaveLength(13)
      expectQuiet(taken)
    })

    test('12 tables of other offices', async () => {
      expectQuiet(await within(openTestStore, takeOffices))
    })
  },
)
