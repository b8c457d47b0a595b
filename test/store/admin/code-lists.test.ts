import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CodeListRows } from '../../../src/domain/codes/codes.js'
import { writeCodeLists } from '../../../src/store/admin/code-lists.js'
import { change } from '../../../src/store/database/change.js'
import { openTestStore, type TestStore } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const text = (en: string) => ({ name: { en, zh: null }, description: null })
const category = (dimension: string, code: string) => ({
  dimension,
  code,
  ...text(code),
  parent: null,
  isAggregate: false,
  members: null,
})
const second: CodeListRows = {
  metrics: [
    { code: 'TARIFFS', ...text('Tariffs'), additivity: 'FLOW' },
    { code: 'EXPORTS', ...text('Exports of goods'), additivity: 'FLOW' },
  ],
  dimensions: [{ code: 'PORT', ...text('Port') }],
  categories: [category('PORT', 'SHANGHAI'), category('PRODUCT', 'CARS'), category('PORT', 'NINGBO')],
}

test('a second code list is appended, and moves no existing code', async () => {
  const before = (await opened.store.view()).snapshot.codes
  await change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, second)
    return { changed: true, result: undefined }
  })
  const after = (await opened.store.view()).snapshot.codes

  const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)
  expect(codesOf(after.metrics)).toEqual([...codesOf(before.metrics), 'TARIFFS'])
  expect(codesOf(after.dimensions)).toEqual([...codesOf(before.dimensions), 'PORT'])
  expect(after.metric('EXPORTS')?.name.en).toBe('Exports of goods')

  const dimensionsInOrder = after.categories.map(({ dimension }) => dimension.code)
  const changesOfDimension = dimensionsInOrder.filter((code, index) => code !== dimensionsInOrder[index - 1])
  expect(changesOfDimension).toEqual([...new Set(dimensionsInOrder)])
  const roots = (lists: typeof after, code: string) => codesOf(lists.children(lists.findDimension(code)))
  expect(roots(after, 'PRODUCT')).toEqual([...roots(before, 'PRODUCT'), 'CARS'])
  expect(roots(after, 'PORT')).toEqual(['SHANGHAI', 'NINGBO'])
})

test('a row changes what it states; empty texts and members remove', async () => {
  const nothing = { name: { en: null, zh: null }, description: null }
  const silent = { ...nothing, parent: null, isAggregate: null, members: null }
  const write = (rows: Partial<CodeListRows>) =>
    change(opened.database, async (tx, version) => {
      await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories: [], ...rows })
      return { changed: true, result: undefined }
    })
  const told = async () => {
    const { codes } = (await opened.store.view()).snapshot
    const { name, description, parent, isAggregate, members } = codes.findCategory('PRODUCT:NEW_THREE')
    const [metric, dimension] = [codes.findMetric('IMPORTS'), codes.findDimension('PRODUCT')]
    return {
      group: { name, description, parent: parent?.code, isAggregate, members: members?.map(({ code }) => code) },
      metric: [metric.name.zh, metric.description, metric.additivity],
      dimension: [dimension.name.en, dimension.description],
    }
  }
  const before = await told()
  const group = { ...silent, dimension: 'PRODUCT', code: 'NEW_THREE' }
  const metric = { ...nothing, code: 'IMPORTS', additivity: null }
  await write({ metrics: [metric], dimensions: [{ ...nothing, code: 'PRODUCT' }], categories: [group] })
  expect(await told()).toEqual(before)

  await write({
    metrics: [{ ...metric, name: { en: null, zh: '' }, description: 'Brought in.' }],
    dimensions: [{ ...nothing, code: 'PRODUCT', description: '' }],
    categories: [{ ...group, name: { en: 'Three', zh: null }, parent: '', members: ['SHIPS', 'SOLAR_BATTERIES'] }],
  })
  const { name, ...rest } = before.group
  expect(await told()).toEqual({
    group: { ...rest, name: { ...name, en: 'Three' }, parent: undefined, members: ['SOLAR_BATTERIES', 'SHIPS'] },
    metric: [null, 'Brought in.', 'FLOW'],
    dimension: ['Product', null],
  })

  await write({ categories: [{ ...group, members: [] }] })
  expect((await told()).group).toMatchObject({ isAggregate: true, members: undefined })
  await write({ categories: [{ ...group, members: ['SHIPS'] }] })
  await write({ categories: [{ ...group, isAggregate: false }] })
  expect((await told()).group).toMatchObject({ isAggregate: false, members: undefined, name: { en: 'Three' } })
})

test('synonyms are replaced only by a list that has them', async () => {
  const write = async (...categories: CodeListRows['categories']) => {
    await change(opened.database, async (tx, version) => {
      await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories })
      return { changed: true, result: undefined }
    })
    return (await opened.store.view()).snapshot.codes.findCategory('PRODUCT:TOYS').synonyms
  }
  const toys = category('PRODUCT', 'TOYS')
  expect(await write(toys)).toEqual([])
  expect(await write({ ...toys, synonyms: ['玩具', 'games; "old"'] })).toEqual(['玩具', 'games; "old"'])
  expect(await write(toys)).toEqual(['玩具', 'games; "old"'])
  expect(await write({ ...toys, synonyms: [] })).toEqual([])
})

test('a cycle of existing and new categories is refused', async () => {
  const write = (...categories: CodeListRows['categories']) =>
    change(opened.database, async (tx, version) => {
      await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories })
      return { changed: true, result: undefined }
    })
  await write(category('PRODUCT', 'BOATS'), { ...category('PRODUCT', 'YACHTS'), parent: 'BOATS' })
  await expect(write({ ...category('PRODUCT', 'BOATS'), parent: 'YACHTS' })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/PRODUCT:BOATS, PRODUCT:YACHTS/),
  })
  const { codes } = (await opened.store.view()).snapshot
  expect(codes.findCategory('PRODUCT:BOATS').parent).toBeNull()
})

test('all missing parents and members are named, with near ones', async () => {
  const categories = [
    { ...category('PRODUCT', 'HULLS'), parent: 'SHIPPS' },
    { ...category('PRODUCT', 'MIXED'), members: ['SHIPS', 'CARSS'] },
  ]
  const written = change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories })
    return { changed: true, result: undefined }
  })
  await expect(written).rejects.toMatchObject({
    code: 'UNKNOWN_CODE',
    message:
      'PRODUCT:HULLS refers to "PRODUCT:SHIPPS", PRODUCT:MIXED refers to "PRODUCT:CARSS": neither the list nor the store has these.',
    extensions: { didYouMean: ['PRODUCT:SHIPS', 'PRODUCT:CARS'] },
  })
})
