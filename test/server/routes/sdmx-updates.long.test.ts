import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { retract } from '../../../src/store/ingest/retract.js'
import { openHardStore } from '../../export/support.js'
import { figure, release } from '../../figures.js'
import { statements } from '../../statements.js'
import type { TestStore } from '../../support.js'
import { type DataSet, type Form, fetched, forms, type Row, rowsOf, setsOf } from './sdmx-support.js'

const flow = 'data/dataflow/GACC/CN_TRADE/1.0.0'
const ships = `${flow}/A.EXPORTS.CNY.SHIPS`
const of = { metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'] }

let opened: TestStore
beforeAll(async () => {
  opened = await openHardStore()
  await published('FIRST', '2026-01-01T00:00:00Z', { 2016: '4', 2017: '3', 2018: '1.0' })
})
afterAll(() => opened.close())

/** Imports a release of the exports of ships in some years. */
const published = (code: string, publishedAt: string, values: Readonly<Record<number, string>>) =>
  release(
    opened.database,
    { code, publishedAt },
    Object.entries(values).map(([period, value]) => figure({ ...of, period, value })),
  )

/** The time at which an answer was made, as a client keeps it for its next query. */
const preparedAt = async (path = ships): Promise<string> => {
  const { meta } = await (await fetched(opened, path)).json()
  return meta.prepared
}

const since = (moment: string, path = ships): string =>
  `${path}${path.includes('?') ? '&' : '?'}updatedAfter=${encodeURIComponent(moment)}`

const told = (rows: readonly Row[]) => rows.map((row) => [row['TIME_PERIOD'], row['OBS_VALUE'] ?? null])

/** The data sets of an answer; none if it is that nothing matches. */
async function found(path: string, form: Form = 'csv'): Promise<readonly DataSet[]> {
  const response = await fetched(opened, path)
  await response.text() // a file that nobody reads counts for the limit
  return response.status === 404 ? [] : setsOf(opened, path, form)
}

/** The actions, periods and values of what has changed. */
const changed = async (path: string, form: Form = 'json') =>
  (await found(path, form)).map(({ action, rows }) => ({ action, rows: told(rows) }))

const keyOf = ({ OBS_VALUE: _, ...row }: Row): string =>
  ['FREQ', 'METRIC', 'UNIT_MEASURE', 'PRODUCT', 'PARTNER', 'ENTERPRISE_TYPE', 'PLATFORM', 'TIME_PERIOD']
    .map((id) => row[id])
    .join('.')

const sorted = (rows: Iterable<Row>): readonly Row[] =>
  [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

describe('updatedAfter', () => {
  test.each(forms)('%s: a retraction deletes figures, and restores earlier ones', async (form) => {
    const code = `WRONG-${form}`
    await published(code, '2026-02-01T00:00:00Z', { 2018: '9.0', 2019: '7' })
    const moment = await preparedAt()
    expect(await changed(since(moment), form)).toEqual([])
    await retract(opened.database, code, 'A trial.')
    expect(await changed(since(moment), form)).toEqual([
      { action: 'Replace', rows: [['2018', '1.0']] },
      { action: 'Delete', rows: [['2019', null]] },
    ])
  })

  test('a release that arrives late is new, whenever it was published', async () => {
    const moment = await preparedAt()
    await published('LATE', '2025-06-01T00:00:00Z', { 2015: '5', 2018: '0.9' })
    expect(await changed(since(moment))).toEqual([{ action: 'Replace', rows: [['2015', '5']] }])
    expect(await changed(since(await preparedAt()))).toEqual([])
  })

  test('a figure of the same content under another release is told', async () => {
    await published('AGAIN', '2026-02-01T00:00:00Z', { 2016: '4' })
    const moment = await preparedAt()
    await retract(opened.database, 'FIRST', 'A trial.')
    const [{ rows } = { rows: [] }] = await setsOf(opened, since(moment), 'json')
    expect(rows).toMatchObject([{ TIME_PERIOD: '2016', OBS_VALUE: '4', RELEASE: 'AGAIN' }, { OBS_VALUE: '0.9' }])
    expect(await changed(since(moment))).toMatchObject([{}, { action: 'Delete', rows: [['2017', null]] }])
  })

  test('a figure and its retraction after the time are no change', async () => {
    const moment = await preparedAt()
    await published('BRIEF', '2026-03-01T00:00:00Z', { 2016: '8', 2020: '8' })
    await retract(opened.database, 'BRIEF', 'A trial.')
    expect(await changed(since(moment))).toEqual([])
  })

  test('a time before the store leads from nothing to everything', async () => {
    const all = await rowsOf(opened, flow)
    expect(await rowsOf(opened, since('1999-01-01', flow))).toEqual(all)
  })

  test('answers lead from each state of a query to the newest', async () => {
    const queries = [flow, ships, `${ships}?c[OBS_VALUE]=gt:3`, `${flow}?c[RELEASE]=sw:R`]
    const rows = async (path: string) => (await found(path)).flatMap((set) => set.rows)
    const states: { readonly path: string; readonly moment: string; readonly rows: readonly Row[] }[] = []
    const note = async () => {
      for (const path of queries) states.push({ path, moment: await preparedAt(flow), rows: await rows(path) })
    }
    await note()
    await published('R1', '2026-04-01T00:00:00Z', { 2016: '2', 2017: '6', 2021: '3.5' })
    await note()
    await published('R3', '2026-04-03T00:00:00Z', { 2016: '3.10', 2017: '6', 2021: '1' })
    await note()
    await published('R2', '2026-04-02T00:00:00Z', { 2016: '3.1', 2017: '6', 2022: '1' })
    await note()
    await retract(opened.database, 'R1', 'A trial.')
    await note()
    await retract(opened.database, 'R3', 'A trial.')
    for (const { path, moment, rows: before } of states) {
      const state = new Map(before.map((row) => [keyOf(row), row]))
      for (const { action, rows } of await found(since(moment, path)))
        for (const row of rows) action === 'Delete' ? state.delete(keyOf(row)) : state.set(keyOf(row), row)
      expect({ path, rows: sorted(state.values()) }).toEqual({ path, rows: sorted(await rows(path)) })
    }
  })

  test('with asOf, it tells what the store has learned of that time', async () => {
    const moment = await preparedAt()
    const asOf = new Date().toISOString()
    await published('KNOWN', '2026-04-05T00:00:00Z', { 2016: '6' })
    await published('UNKNOWN', new Date().toISOString(), { 2016: '7' })
    const then = since(moment, `${ships}?asOf=${asOf}`)
    expect(await changed(then)).toEqual([{ action: 'Replace', rows: [['2016', '6']] }])
    expect(await changed(since(moment))).toEqual([{ action: 'Replace', rows: [['2016', '7']] }])
    await retract(opened.database, 'KNOWN', 'A trial.')
    expect(await changed(then)).toEqual([])
  })

  test('a pinned version is compared, and not the newest', async () => {
    const moment = await preparedAt()
    await published('PINNED', '2026-05-01T00:00:00Z', { 2023: '1' })
    const { version } = (await opened.store.view()).snapshot
    await published('BEYOND', '2026-05-02T00:00:00Z', { 2023: '2' })
    expect(await changed(since(moment, `${ships}?storeVersion=${version}`))).toEqual([
      { action: 'Replace', rows: [['2023', '1']] },
    ])
    expect(await changed(since(moment))).toEqual([{ action: 'Replace', rows: [['2023', '2']] }])
  })

  test('a history has the releases whose figures have changed since', async () => {
    await published('OLD', '2026-06-01T00:00:00Z', { 2024: '1', 2025: '1' })
    const moment = await preparedAt()
    await published('NEW', '2026-06-02T00:00:00Z', { 2024: '2', 2025: '1' })
    const history = since(moment, `${ships}?includeHistory=true`)
    const sets = async () =>
      (await setsOf(opened, history, 'xml')).map(({ rows, validTo }) => ({
        release: rows[0]?.['RELEASE'],
        isValid: validTo === null,
        rows: told(rows),
      }))
    expect(await sets()).toEqual([{ release: 'NEW', isValid: true, rows: [['2024', '2']] }])
    await retract(opened.database, 'OLD', 'A trial.')
    expect(await sets()).toEqual([
      { release: 'OLD', isValid: false, rows: [['2024', '1'], ['2025', '1']] }, // biome-ignore format: one line a set
      { release: 'NEW', isValid: true, rows: [['2024', '2'], ['2025', '1']] }, // biome-ignore format: one line a set
    ])
  })

  test('availability is that of what has changed', async () => {
    const moment = await preparedAt()
    await retract(opened.database, 'NEW', 'A trial.')
    const response = await fetched(opened, since(moment, 'availability/dataflow/GACC/CN_TRADE/1.0.0/*/PRODUCT'))
    const [constraint] = (await response.json()).data.dataConstraints
    expect(JSON.stringify(constraint)).toMatch(/"values":\["SHIPS"\]/)
  })

  test('the time of an earlier version takes one statement', async () => {
    const moment = await preparedAt()
    await published('COUNTED', '2026-07-01T00:00:00Z', { 2010: '1', 2011: '1', 2012: '1' })
    await rowsOf(opened, flow)
    const plain = await statements(() => rowsOf(opened, since('1999-01-01', ships)))
    const delta = await statements(() => rowsOf(opened, since(moment)))
    const times = (some: readonly string[]) => some.filter((each) => each.includes('created_at'))
    expect([times(plain).length, times(delta).length]).toEqual([1, 1])
    expect(delta.length).toBeLessThanOrEqual(plain.length + 4) // a second list of what is deleted
  })

  test('a time before the versions that are kept is refused', async () => {
    const { pool } = opened.database
    const { rows } = await pool.query('SELECT created_at FROM store_version WHERE version = 2')
    await pool.query('UPDATE store_version SET indicators = NULL, series = NULL WHERE version < 4')
    await published('LAST', '2026-08-01T00:00:00Z', { 2009: '1' })
    const response = await fetched(opened, since(rows[0].created_at.toISOString()))
    expect(response.status).toBe(422)
    const [{ code, title }] = (await response.json()).errors
    expect({ code, title }).toEqual({ code: 150, title: expect.stringMatching(/^updatedAfter is before the first/) })
  })
})
