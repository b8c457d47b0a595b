import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedStore } from '../../src/server/seed.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { openEmptyStore, type TestStore } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openEmptyStore()
})
afterAll(() => opened.close())

const quiet = pino({ level: 'silent' })

/** A log that is the end of the process at its nth line. */
const cutOffAt = (line: number) => {
  let lines = 0
  const write = (): void => {
    if (++lines === line) throw new Error('cut off')
  }
  return pino({}, { write })
}

const state = async ({ database }: TestStore) => {
  const { version, seeding, indicators } = await database.prisma.storeState.findUniqueOrThrow({ where: { id: 1 } })
  return { version, seeding, indicators: Number(indicators), releases: await database.prisma.release.count() }
}

const filled = { version: 6, seeding: false, indicators: 38, releases: 5 }

test('seeding fills an empty store and resumes after an interruption', async () => {
  for (const [line, releases] of [
    [1, 0], // the code lists are in, and the mark that releases are to follow
    [2, 1],
    [5, 4],
    [6, 5], // all are in, and the mark still stands
  ] as const) {
    await expect(seedStore(opened.database, cutOffAt(line))).rejects.toThrow('cut off')
    expect(await state(opened)).toMatchObject({ seeding: true, releases, version: releases + 1 })
  }
  await seedStore(opened.database, quiet)
  expect(await state(opened)).toEqual(filled)
})

test('a store with releases is not seeded', async () => {
  await seedStore(opened.database, cutOffAt(1))
  expect(await state(opened)).toEqual(filled)
  await release(opened.database, { code: 'OTHER' }, [figure({ period: '2019', value: '31.5' })])
  await seedStore(opened.database, cutOffAt(1))
  expect(await state(opened)).toEqual({ version: 7, seeding: false, indicators: 39, releases: 6 })
})

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
    expect(await state(other)).toEqual(filled)
  } finally {
    await other.close()
  }
})
