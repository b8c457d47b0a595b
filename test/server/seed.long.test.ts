import { pino } from 'pino'
import { expect, test } from 'vitest'
import { seedStore } from '../../src/server/seed.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { openEmptyStore, type TestStore } from '../support.js'

const quiet = pino({ level: 'silent' })

const state = async ({ database }: TestStore) => {
  const { version, seeding, indicators } = await database.prisma.storeState.findUniqueOrThrow({ where: { id: 1 } })
  return { version, seeding, indicators: Number(indicators), releases: await database.prisma.release.count() }
}

test('a store with code lists but no release is not seeded', async () => {
  const other = await openEmptyStore()
  try {
    await change(other.database, async (tx, version) => {
      const dimensions = [{ code: 'PORT', name: { en: 'Port', zh: null }, description: null }]
      await writeCodeLists(tx, version, { metrics: [], dimensions, categories: [] })
      return { changed: true, result: undefined }
    })
    await seedStore(other.database, quiet)
    expect(await state(other)).toEqual({ version: 1, seeding: false, indicators: 0, releases: 0 })
  } finally {
    await other.close()
  }
})

test('concurrent seeding imports each release once', async () => {
  const other = await openEmptyStore()
  try {
    await Promise.all([1, 2, 3].map(() => seedStore(other.database, quiet)))
    expect(await state(other)).toEqual({ version: 6, seeding: false, indicators: 38, releases: 5 })
  } finally {
    await other.close()
  }
})
