import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unitInfo } from '../../../src/domain/units/unit.js'
import { groupBy } from '../../../src/lib/group-by.js'
import { retract } from '../../../src/store/ingest/retract.js'
import { openHardStore, scaled } from '../../export/support.js'
import { figure, release } from '../../figures.js'
import { ask } from '../../graphql/ask.js'
import type { TestStore } from '../../support.js'
import { forms, type Row, rowsOf, setsOf } from './sdmx-support.js'

let opened: TestStore
const known = { categories: ['PRODUCT:SHIPS'], metric: 'EXPORTS', period: '2018' }
const at = (day: number): string => `2026-01-0${day}T10:00:00+08:00`
beforeAll(async () => {
  opened = await openHardStore()
  const head = (day: number) => ({ code: `KNOWN-${day}`, publishedAt: at(day) })
  const { database } = opened
  await release(database, head(1), [
    figure({ ...known, value: '1.0' }),
    figure({ ...known, period: '2017', value: '3' }),
  ])
  await release(database, head(2), [
    figure({ ...known, value: '2.0' }),
    figure({ ...known, period: '2017', value: '3' }),
  ])
  await release(database, head(3), [figure({ ...known, period: '2016', value: '4' })])
})
afterAll(() => opened.close())

const flow = 'data/dataflow/GACC/CN_TRADE/1.0.0'
const rows = (rest = ''): Promise<readonly Row[]> => rowsOf(opened, flow + rest)
const keys = ['FREQ', 'METRIC', 'UNIT_MEASURE', 'PRODUCT', 'PARTNER', 'ENTERPRISE_TYPE', 'PLATFORM'] as const
const seriesOf = (row: Row): string => keys.map((id) => row[id]).join('.')
const placeOf = (row: Row): string => `${seriesOf(row)} ${row['TIME_PERIOD']}`
const sorted = (some: readonly Row[]): readonly Row[] => some.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

const escaped: Readonly<Record<string, string>> = { 重型: '$91CD$578B' }
const statuses: Readonly<Record<string, string>> = {
  ...{ NORMAL: 'A', PRELIMINARY: 'P', FINAL: 'FIN', REVISED: 'r', ESTIMATED: 'E', BREAK: 'B' },
  ...{ NIL: 'NIL', NOT_APPLICABLE: 'z', MISSING: 'O', CONFIDENTIAL: 'Q' },
}
const letters: Readonly<Record<string, string>> = {
  ...{ ANNUAL: 'A', HALF_YEARLY: 'S', QUARTERLY: 'Q', MONTHLY: 'M', YEAR_TO_DATE: '_O' },
}

const fields = `metric { code } categories { code dimension { code } } period frequency unit value decimals
  qualifier status flags yoyChange share shareChange note release { code publishedAt retractedAt }`

// biome-ignore lint/suspicious/noExplicitAny: an answer of GraphQL
type Node = any

/** A figure of GraphQL in the components of SDMX, numbers without zeros at the end. */
function told(node: Node): Row {
  const category = (id: string): string =>
    node.categories.find((each: Node) => each.dimension.code === id)?.code ?? '_T'
  const { base, exponent } = unitInfo(node.unit)
  const [, year, month] = /^(\d{4})-01\/\d{4}-(\d\d)$/.exec(node.period) ?? []
  const dimensions = Object.fromEntries(keys.slice(3).map((id) => [id, escaped[category(id)] ?? category(id)]))
  const cells = {
    FREQ: letters[node.frequency],
    METRIC: node.metric.code,
    UNIT_MEASURE: base,
    ...dimensions,
    TIME_PERIOD: year === undefined ? node.period.replace('H', 'S') : `${year}-01-01/P${Number(month)}M`,
    OBS_VALUE: node.value === null ? null : scaled(node.value, -exponent),
    UNIT_MULT: String(exponent),
    DECIMALS: node.decimals === null ? null : String(node.decimals),
    OBS_STATUS: statuses[node.status],
    CONF_STATUS: node.status === 'CONFIDENTIAL' ? 'C' : 'F',
    ...{ QUALIFIER: node.qualifier, FLAGS: node.flags, YOY_CHANGE: node.yoyChange, SHARE: node.share },
    ...{ SHARE_CHANGE: node.shareChange, NOTE: node.note?.replace('\u0007', '\uFFFD'), RELEASE: node.release.code },
  }
  return Object.fromEntries(Object.entries(cells).filter((each): each is [string, string] => each[1] != null))
}

const numbers = ['OBS_VALUE', 'YOY_CHANGE', 'SHARE', 'SHARE_CHANGE']
/**
 * A row as `told` has it: numbers without zeros at the end, a sign that XML cannot contain, and none of the parts that
 * sdmx-read-back.long.test.ts compares.
 */
const plain = ({ SHARE_OF: _, OTHER_CHANGES: __, NOTE_EN: ___, NOTE_ZH: ____, ...row }: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([id, cell]) => [
      id,
      numbers.includes(id) ? (scaled(cell, 0) ?? '') : cell.replace('\u0007', '\uFFFD'),
    ]),
  )

async function asked(filter: object): Promise<readonly Row[]> {
  const query = `query ($filter: IndicatorFilter) { indicators(first: 1000, filter: $filter) { nodes { ${fields} } } }`
  const { data } = await ask(opened.store, query, { filter: { datasets: ['CN_TRADE'], ...filter } })
  return sorted(data.indicators.nodes.map(told))
}

describe('data of a dataflow are the figures of GraphQL:', () => {
  test.each(forms)('%s, as series', async (form) => {
    const found = await rowsOf(opened, flow, form)
    expect(sorted(found.map(plain))).toEqual(await asked({}))
    expect(found.length).toBeGreaterThan(40)
    const series = found.map(seriesOf)
    expect(series.filter((each, index) => each !== series[index - 1])).toEqual([...new Set(series)])
  })

  test.each(forms)('%s, flat, has the rows of the series', async (form) => {
    const flat = await rowsOf(opened, `${flow}?dimensionAtObservation=AllDimensions`, form)
    expect(sorted(flat)).toEqual(sorted(await rowsOf(opened, `${flow}?dimensionAtObservation=TIME_PERIOD`, form)))
  })

  test('digits are as printed', async () => {
    const values = (await rows('/*.EXPORTS.*.HARD')).map((row) => row['OBS_VALUE'])
    expect(values).toEqual(expect.arrayContaining(['12345678901234567890123456789012345678', '-0.50', '5.0', '556000']))
  })

  test.each(forms)('%s cannot hold a control character, or holds it', async (form) => {
    const [row] = await rowsOf(opened, `${flow}/Q.EXPORTS.*.HARD`, form)
    expect(row?.['NOTE']).toBe(`_x0041_ ${form === 'csv' || form === 'json' ? '\u0007' : '\uFFFD'}`)
  })
})

describe('what was known', () => {
  test.each(forms)('%s: asOf equals GraphQL', async (form) => {
    for (const moment of ['2022-01-01T00:00:00Z', at(1), '2026-01-02T09:59:59+08:00', at(2), at(3)]) {
      const path = `${flow}?asOf=${encodeURIComponent(moment)}`
      expect(sorted((await rowsOf(opened, path, form)).map(plain))).toEqual(await asked({ asOf: moment }))
    }
  })

  test('includeHistory has the versions of GraphQL, a data set a release', async () => {
    const query = `{ indicators(first: 1000, filter: { datasets: ["CN_TRADE"] }) { nodes { history { ${fields} } } } }`
    const { data } = await ask(opened.store, query)
    const versions: Row[] = data.indicators.nodes.flatMap((node: Node) => node.history).map(told)
    const byRelease = (some: readonly Row[]) =>
      some.toSorted((a, b) => (`${a['RELEASE']} ${placeOf(a)}` < `${b['RELEASE']} ${placeOf(b)}` ? -1 : 1))
    for (const form of forms) {
      const sets = await setsOf(opened, `${flow}?includeHistory=true`, form)
      expect(byRelease(sets.flatMap((set) => set.rows).map(plain))).toEqual(byRelease(versions))
      if (form === 'csv') continue
      for (const { rows, validFrom, validTo, action } of sets) {
        expect(new Set(rows.map((row) => row['RELEASE'])).size).toBe(1)
        expect({ action, validTo }).toEqual({ action: 'Replace', validTo: null })
        expect(validFrom).toMatch(/^20\d\d-\d\d-\d\dT/)
      }
      expect(sets.map(({ validFrom }) => validFrom)).toEqual(sets.map(({ validFrom }) => validFrom).toSorted())
    }
    const earlier = await rows(
      `/A.EXPORTS.CNY.SHIPS?includeHistory=true&asOf=${encodeURIComponent(at(1))}&c[TIME_PERIOD]=2018`,
    )
    expect(earlier.map((row) => row['OBS_VALUE'])).toEqual(['1.0'])
  })

  test('a retracted release stays in the history, with the end of its validity', async () => {
    await release(opened.database, { code: 'WRONG', publishedAt: at(4) }, [figure({ ...known, value: '9' })])
    await retract(opened.database, 'WRONG', 'A trial.')
    const filter = '{ metrics: ["EXPORTS"], categories: ["PRODUCT:SHIPS"], periods: ["2018"], frequency: [ANNUAL] }'
    const { data } = await ask(opened.store, `{ indicators(filter: ${filter}) { nodes { history { ${fields} } } } }`)
    const [{ history }] = data.indicators.nodes
    const sets = await setsOf(opened, `${flow}/A.EXPORTS.CNY.SHIPS?c[TIME_PERIOD]=2018&includeHistory=true`, 'json')
    expect(sets.flatMap(({ rows }) => rows).map(plain)).toEqual(history.map(told))
    expect(sets.map(({ validTo }) => validTo)).toEqual(history.map((node: Node) => node.release.retractedAt))
    expect(sets.at(-1)?.validTo).not.toBe(null)
    expect(await rows('/A.EXPORTS.CNY.SHIPS?c[TIME_PERIOD]=2018')).toMatchObject([{ OBS_VALUE: '2.0' }])
  })
})

describe('conditions', () => {
  let all: readonly Row[]
  beforeAll(async () => {
    all = await rows()
  })

  /** The rows that satisfy a condition, whose meaning is stated beside it. */
  const selected: readonly (readonly [path: string, meaning: (row: Row) => boolean])[] = [
    ['/A', ({ FREQ }) => FREQ === 'A'],
    ['/*.IMPORTS', ({ METRIC }) => METRIC === 'IMPORTS'],
    ['/A..USD', ({ FREQ, UNIT_MEASURE }) => FREQ === 'A' && UNIT_MEASURE === 'USD'],
    [
      '/A.EXPORTS.CNY.SHIPS,Q',
      ({ FREQ, METRIC, UNIT_MEASURE, PRODUCT }) =>
        FREQ === 'Q' || (FREQ === 'A' && METRIC === 'EXPORTS' && UNIT_MEASURE === 'CNY' && PRODUCT === 'SHIPS'),
    ],
    ['/*.*.*.$91CD$578B', ({ PRODUCT }) => PRODUCT === '$91CD$578B'],
    ['/*.*.*._T.EU', ({ PRODUCT, PARTNER }) => PRODUCT === '_T' && PARTNER === 'EU'],
    ['?c[METRIC]=EXPORTS,IMPORTS', ({ METRIC }) => METRIC === 'EXPORTS' || METRIC === 'IMPORTS'],
    ['?c[METRIC]=EXPORTS,NOPE', ({ METRIC }) => METRIC === 'EXPORTS'],
    ['?c[METRIC]=ne:EXPORTS', ({ METRIC }) => METRIC !== 'EXPORTS'],
    ['?c[METRIC]=ne:EXPORTS+ne:IMPORTS', ({ METRIC }) => METRIC !== 'EXPORTS' && METRIC !== 'IMPORTS'],
    ['?c[METRIC]=ge:EXPORTS+le:IMPORTS', ({ METRIC = '' }) => METRIC >= 'EXPORTS' && METRIC <= 'IMPORTS'],
    ['?c[METRIC]=sw:IM,ew:ADE', ({ METRIC = '' }) => METRIC.startsWith('IM') || METRIC.endsWith('ADE')],
    ['?c[METRIC]=co:PORT', ({ METRIC = '' }) => METRIC.includes('PORT')],
    ['?c[METRIC]=nc:PORT', ({ METRIC = '' }) => !METRIC.includes('PORT')],
    ['/A?c[FREQ]=A,Q', ({ FREQ }) => FREQ === 'A'],
    ['?c[UNIT_MEASURE]=CNY,USD&c[PRODUCT]=HARD', ({ PRODUCT }) => PRODUCT === 'HARD'],
    ['?c[TIME_PERIOD]=2023', ({ TIME_PERIOD }) => TIME_PERIOD === '2023'],
    ['?c[TIME_PERIOD]=ge:2021+le:2022', ({ TIME_PERIOD }) => ['2021', '2022'].includes(TIME_PERIOD ?? '')],
    ['?c[TIME_PERIOD]=gt:2022', ({ TIME_PERIOD = '' }) => TIME_PERIOD > '2022'],
    ['?c[TIME_PERIOD]=lt:2019-06', ({ TIME_PERIOD = '' }) => TIME_PERIOD < '2019' || TIME_PERIOD.startsWith('2019-0')],
    [
      '?c[TIME_PERIOD]=2019-S1,2019-01-01/P5M',
      ({ TIME_PERIOD = '' }) => ['2019-S1', '2019-01-01/P5M'].includes(TIME_PERIOD),
    ],
    [
      '?c[TIME_PERIOD]=ge:2019-01-02T00:00:00+le:2019-12-31',
      ({ TIME_PERIOD = '' }) => ['2019-Q4', '2019-05'].includes(TIME_PERIOD),
    ],
    [
      '?c[OBS_VALUE]=ge:23.97+lt:25.45',
      ({ OBS_VALUE = '0' }) => Number(OBS_VALUE) >= 23.97 && Number(OBS_VALUE) < 25.45,
    ],
    ['?c[OBS_VALUE]=12345678901234567890123456789012345678.0', ({ OBS_VALUE = '' }) => OBS_VALUE.length === 38],
    ['?c[DECIMALS]=lt:0', ({ DECIMALS = '0' }) => DECIMALS.startsWith('-')],
    ['?c[OBS_STATUS]=Q,NIL&c[CONF_STATUS]=F', ({ OBS_STATUS }) => OBS_STATUS === 'NIL'],
    ['?c%5BFLAGS%5D=eq%3Ap', ({ FLAGS }) => FLAGS === 'p'],
    ['?c[FLAGS]=ne:p', ({ FLAGS }) => FLAGS !== 'p'],
    ['?c[RELEASE]=co:2023', ({ RELEASE = '' }) => RELEASE.includes('2023')],
  ]
  test.each(selected)('%s selects what it says', async (path, meaning) => {
    const expected = all.filter(meaning)
    expect(await rows(path)).toEqual(expected)
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.length).toBeLessThan(all.length)
  })

  test('first, last, offset and limit shorten', async () => {
    const series = groupBy(all, seriesOf)
    const ends = (first: number, last: number) =>
      [...series.values()].flatMap((list) => list.filter((_, place) => place < first || place >= list.length - last))
    expect(await rows('?firstNObservations=1')).toEqual(ends(1, 0))
    expect(await rows('?lastNObservations=2')).toEqual(ends(0, 2))
    expect(await rows('?firstNObservations=2&lastNObservations=1')).toEqual(ends(2, 1))
    expect(await rows('?offset=5&limit=7')).toEqual(all.slice(5, 12))
    expect(await rows('?lastNObservations=1&offset=1&limit=999999999')).toEqual(ends(0, 1).slice(1))
  })

  test('attributes and measures select columns', async () => {
    const columns = async (query: string, form: (typeof forms)[number]) =>
      new Set((await rowsOf(opened, flow + query, form)).flatMap((row) => Object.keys(row)))
    const key = [...keys, 'TIME_PERIOD']
    for (const form of forms) {
      expect(await columns('?attributes=OBS_STATUS,UNIT_MULT', form)).toEqual(
        new Set([...key, 'OBS_VALUE', 'UNIT_MULT', 'OBS_STATUS']),
      )
      expect(await columns('?attributes=none', form)).toEqual(new Set([...key, 'OBS_VALUE']))
      expect(await columns('?measures=none&attributes=RELEASE', form)).toEqual(new Set([...key, 'RELEASE']))
      const series = await rowsOf(opened, `${flow}?attributes=none&measures=none`, form)
      expect(series.map(seriesOf)).toEqual([...new Set(all.map(seriesOf))])
      expect(series[0]).not.toHaveProperty('TIME_PERIOD')
    }
    expect(await columns('?attributes=dsd&measures=all', 'csv')).toEqual(
      new Set(all.flatMap((row) => Object.keys(row))),
    )
  })

  test('versions select the dataflow', async () => {
    for (const version of ['1.0.0', '+', '~', '*', '1.+.0', '1.0+.0', '0~.9.9', '2.0.0,1.0.*'])
      expect(await rowsOf(opened, `data/dataflow/GACC/CN_TRADE/${version}`)).toEqual(all)
    expect(await rowsOf(opened, 'data/dataflow/GACC/CN_TRADE/')).toEqual(all)
    expect(await rowsOf(opened, 'data/*/*/CN_TRADE')).toEqual(all)
  })
})
