import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CodeListRows } from '../../src/domain/codes/codes.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { retract } from '../../src/store/ingest/retract.js'
import { appOf } from '../export/support.js'
import { figure, generated, prepareForGenerated, release } from '../figures.js'
import { allChanges, compared, stateOf } from '../graphql/changes-support.js'
import { openTestStore, type TestStore } from '../support.js'
import { post } from './support.js'

let opened: TestStore

beforeAll(async () => {
  opened = await openTestStore()
  await prepareForGenerated(opened.database)
})
afterAll(() => opened.close())

const first = generated(160, 5)
const raised = first.slice(0, 64).map((each) => ({ ...each, value: each.value?.plus(1) ?? null }))
const fallen = first.slice(32, 96).map((each) => ({ ...each, value: each.value?.minus(1) ?? null }))

const publish = (code: string, month: number, figures: typeof first) =>
  release(opened.database, { code, publishedAt: `2025-0${month}-01T00:00:00Z` }, figures, { acceptFindings: true })

const writeCodes = (rows: Partial<CodeListRows>) =>
  change(opened.database, async (tx, version) => {
    await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories: [], ...rows })
    return { changed: true, result: undefined }
  })

const category = (code: string, en: string, parent: string | null = null): CodeListRows['categories'][number] => ({
  ...{ dimension: 'PRODUCT', code, name: { en, zh: null }, description: null },
  ...{ parent, isAggregate: null, members: null },
})

/** What an office does to a store: each changes another part of what it answers. */
const steps: readonly (readonly [title: string, change: () => Promise<unknown>])[] = [
  ['a release', () => publish('FIRST', 1, first)],
  ['a revision', () => publish('RAISED', 3, raised)],
  ['a late arrival between the two', () => publish('FALLEN', 2, fallen)],
  ['a release that prints the same again', () => publish('AGAIN', 4, raised.slice(0, 22))],
  [
    'other names and a new place in the order',
    () => writeCodes({ categories: [category('SHIPS', 'Vessels'), category('AAA', 'First', 'SHIPS')] }),
  ],
  [
    'figures of the new category',
    () => publish('NEW', 5, [figure({ categories: ['PRODUCT:AAA'], period: '2019', value: '2' })]),
  ],
  ['a retraction', () => retract(opened.database, 'RAISED', 'Another scale.')],
  [
    'a release that is refused',
    () => release(opened.database, { code: 'REFUSED' }, [figure({ period: '2023', value: '1' })]),
  ],
  ['a retraction of the late arrival', () => retract(opened.database, 'FALLEN', 'Wrong.')],
]

const queries = [
  `{ store { version stamp indicators series releases latestRelease { code } } }`,
  `{ indicators(first: 1000) { totalCount nodes { id value knownFrom knownTo release { code retractedAt } } } }`,
  `{ indicators(filter: { metrics: ["EXPORTS"] }, orderBy: [{ field: CATEGORY }, { field: VALUE, direction: DESC }], first: 500) {
    edges { cursor node { value categories { code name } history { value release { code } } confirmedBy { code } } } } }`,
  `{ indicators(filter: { asOf: "2025-02-02T00:00:00Z" }, first: 500) { totalCount nodes { id value } } }`,
  `{ seriesList(first: 500) { totalCount nodes { key firstPeriod lastPeriod } } }`,
  `{ findings(first: 500) { totalCount counts { kind count } nodes { kind message severity release { code } } } }`,
  `{ dimensions { code categories { code name parent { code } } } metrics { code dimensions { code } } }`,
  `{ releases(first: 100) { nodes { code retractedAt retractionReason stamp } } }`,
  `{ aggregate(filter: { metrics: ["EXPORTS"] }, groupBy: [{ by: PERIOD }], allowOverlap: true) { period count min } }`,
]

const at = (version: number, stamp: string) => ({ 'x-store-version': `${version}`, 'x-store-stamp': stamp })

const textOf = async (query: string, headers: Record<string, string> = {}): Promise<string> =>
  (await post(appOf(opened), { query }, headers)).text()

const versionNow = async () => (await opened.store.view()).snapshot

describe('a version that the store has passed', () => {
  const answered: {
    readonly title: string
    readonly version: number
    readonly stamp: string
    readonly texts: string[]
  }[] = []

  beforeAll(async () => {
    for (const [title, work] of [['the shipped releases', async () => {}] as const, ...steps]) {
      await work()
      const { version, stamp } = await versionNow()
      answered.push({ title, version, stamp, texts: await Promise.all(queries.map((query) => textOf(query))) })
    }
  })

  test('answers each query as it did, byte by byte', async () => {
    const texts = answered.flatMap((each) => each.texts)
    expect(texts.filter((text) => text.includes('"errors"'))).toEqual([])
    expect(new Set(texts).size).toBeGreaterThan(queries.length * 4)
    for (const { title, version, stamp, texts } of answered)
      for (const [place, query] of queries.entries())
        expect(await textOf(query, at(version, stamp)), `${title}: ${query}`).toBe(texts[place])
  })

  test('answers files as it did', async () => {
    const [before, after] = [answered[2], answered.at(-1)]
    const file = async (version: number | undefined, query = '') => {
      const address = `http://test/export?format=csv&query=indicators${query}&version=${version}`
      const response = await appOf(opened).fetch(address)
      return [
        response.status,
        response.headers.get('x-store-version'),
        response.headers.get('etag'),
        await response.text(),
      ]
    }
    const [status, version, etag, text] = await file(before?.version)
    expect([status, version]).toEqual([200, `${before?.version}`])
    const [, , other, newest] = await file(after?.version)
    expect(other).not.toBe(etag)
    expect(newest).not.toBe(text)
    expect(await file(before?.version, `&stamp=${before?.stamp.slice(0, 8)}`)).toEqual([200, version, etag, text])
  })

  test('differs from another by what comparing the two lists', async () => {
    const states = new Map<number, Awaited<ReturnType<typeof stateOf>>>()
    for (const { version } of answered) states.set(version, await stateOf(opened, version))
    let found = 0
    const versions = [...states.keys()]
    for (const [from, before] of states)
      for (const [to, after] of states) {
        const distance = Math.abs(versions.indexOf(from) - versions.indexOf(to))
        if (distance > 2 && from !== versions[0] && to !== versions[0]) continue
        const changes = await allChanges(opened, { fromVersion: from, toVersion: to })
        const expected = compared(before, after)
        expect(Object.fromEntries(changes), `${from} to ${to}`).toEqual(Object.fromEntries(expected))
        found += changes.size
      }
    expect(found).toBeGreaterThan(500)
  })
})

describe('pages of a list', () => {
  const lists: readonly (readonly [title: string, field: string, node: string])[] = [
    ['indicators in code list order', 'indicators(filter: { dimensions: ["PRODUCT"] }, ', 'id value'],
    ['indicators by value', 'indicators(orderBy: [{ field: VALUE }], ', 'id value'],
    ['series', 'seriesList(', 'key lastPeriod'],
    ['findings', 'findings(', 'kind message'],
    ['changes', 'changes(from: "2025-01-02T00:00:00Z", ', 'kind after { id value }'],
    ['releases', 'releases(', 'code retractedAt'],
  ]

  const page = async (field: string, node: string, first: number, after: string | null) => {
    const query = `{ store { version } list: ${field}first: ${first}${after === null ? '' : `, after: "${after}"`}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${node} } } }`
    const { data, errors } = await (await post(appOf(opened), { query })).json()
    expect(errors).toBeUndefined()
    return data
  }

  test('are those of the version of the first page', async () => {
    const wholes = await Promise.all(lists.map(([, field, node]) => page(field, node, 1000, null)))
    const found: unknown[][] = lists.map(() => [])
    const cursors: (string | null)[] = lists.map(() => null)
    for (const round of [1, 2, 3, 4]) {
      for (const [place, [title, field, node]] of lists.entries()) {
        const { list: whole, store } = wholes[place]
        const { list, store: at } = await page(field, node, Math.ceil(whole.totalCount / 4), cursors[place] ?? null)
        expect([at.version, list.totalCount], title).toEqual([store.version, whole.totalCount])
        found[place]?.push(...list.nodes)
        cursors[place] = list.pageInfo.endCursor
      }
      const shifted = first.slice(round, 60).map((each) => ({ ...each, value: each.value?.plus(round) ?? null }))
      await release(opened.database, { code: `PAGE-${round}`, publishedAt: `2025-06-0${round}T00:00:00Z` }, shifted)
      await writeCodes({ categories: [category(`A${round}`, 'Another'), category('SHIPS', `Ships ${round}`)] })
    }
    for (const [place, [title, field, node]] of lists.entries()) {
      const { list: whole, store } = wholes[place]
      expect([whole.pageInfo.hasNextPage, found[place]], title).toEqual([false, whole.nodes])
      expect((await page(field, node, 1, null)).store.version, title).toBeGreaterThan(store.version)
    }
  })

  test('of two versions are not mixed in a query', async () => {
    const earlier = (await page('releases(', 'code', 1, null)).list.pageInfo.endCursor
    await publish('MEANWHILE', 7, first.slice(0, 1))
    const later = (await page('releases(', 'code', 1, null)).list.pageInfo.endCursor
    const query = `{ one: releases(after: "${earlier}") { totalCount } other: releases(after: "${later}") { totalCount } }`
    const { errors } = await (await post(appOf(opened), { query })).json()
    expect(errors).toMatchObject([
      { message: expect.stringContaining('one version'), extensions: { code: 'INVALID_CURSOR' } },
    ])
  })
})

describe('a version that cannot be read is refused:', () => {
  const refused = async (headers: Record<string, string>) => {
    const { errors } = await (await post(appOf(opened), { query: '{ store { version } }' }, headers)).json()
    return errors?.[0]
  }

  test.each([
    ['a later one', { 'x-store-version': '100000' }, 'CONFLICT'],
    ['one with another stamp', { 'x-store-version': '3', 'x-store-stamp': '00000000' }, 'CONFLICT'],
    ['no number', { 'x-store-version': 'new' }, 'BAD_USER_INPUT'],
    ['a number out of range', { 'x-store-version': '2147483648' }, 'BAD_USER_INPUT'],
    ['no stamp', { 'x-store-version': '3', 'x-store-stamp': "'; --" }, 'BAD_USER_INPUT'],
    ['a stamp alone', { 'x-store-stamp': 'ab' }, 'BAD_USER_INPUT'],
  ])('%s', async (_, headers, code) => {
    expect((await refused(headers)).extensions.code).toBe(code)
  })

  test('one from before versions were kept', async () => {
    const { pool } = opened.database
    await pool.query('UPDATE store_version SET indicators = NULL, series = NULL WHERE version < 3')
    await publish('NEWEST', 8, first.slice(0, 1))
    expect(await refused({ 'x-store-version': '2' })).toMatchObject({
      message: 'Version 2 cannot be read any more: this store keeps versions of its figures since version 3.',
      extensions: { code: 'NOT_FOUND' },
    })
    expect(await refused({ 'x-store-version': '3' })).toBeUndefined()
  })
})
