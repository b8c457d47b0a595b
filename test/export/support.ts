import { pino } from 'pino'
import { readConfig } from '../../src/config.js'
import { Decimal } from '../../src/domain/numbers/decimal.js'
import { type Unit, unitInfo } from '../../src/domain/units/unit.js'
import { exporting } from '../../src/export/export.js'
import { schema } from '../../src/graphql/schema.js'
import { type App, createApp } from '../../src/server/app.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { figure, release } from '../figures.js'
import { ask } from '../graphql/ask.js'
import { openTestStore, type TestStore } from '../support.js'

/** A figure as GraphQL tells it and as a file does: by codes, the value in the base unit, numbers without zeros at the end. */
export interface Told {
  readonly value: string | null
  readonly status: string
  readonly qualifier: string
  readonly unit?: string
  readonly decimals?: number | null
  readonly yoyChange?: string | null
  readonly share?: string | null
  readonly shareChange?: string | null
  readonly flags?: string | null
  readonly note?: string | null
  readonly release?: string
}

export const digits38 = '12345678901234567890123456789012345678'

/** The shipped releases, and one of figures and names that formats find hard. */
export async function openHardStore(): Promise<TestStore> {
  const opened = await openTestStore()
  const category = (code: string, en: string | null, zh: string | null) => ({
    dimension: 'PRODUCT',
    code,
    name: { en, zh },
    description: null,
    parent: null,
    isAggregate: false,
    members: null,
  })
  await change(opened.database, async (tx, version) => {
    const categories = [category('HARD', '=1+1, "quoted"', '机器，「重」'), category('重型', null, '@SUM(A1)')]
    await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories })
    return { changed: true, result: undefined }
  })
  const hard = { metric: 'EXPORTS', period: '2019', categories: ['PRODUCT:HARD'] }
  await release(
    opened.database,
    { code: 'HARD', title: 'Hard, "very"', publisher: '=Customs', publishedAt: '2020-01-01T00:00:00+08:00' },
    [
      figure({ ...hard, unit: 'CNY', value: digits38 }),
      figure({ ...hard, unit: 'USD_MILLION', value: '-0.50', yoy: '18685835.0' }),
      figure({ ...hard, period: '2019-H1', value: '1234567890123.45', note: { en: '=1+1', zh: '一，"二"\n三' } }),
      figure({ ...hard, period: '2019-Q4', value: '12345678901234.56', note: { en: null, zh: '_x0041_ \u0007' } }),
      figure({ ...hard, period: '2019-05', unit: 'CNY', value: '556000', decimals: -3, qualifier: 'ABOUT' }),
      figure({ ...hard, period: '2019-01/2019-05', unit: 'CNY_BILLION', value: '5.0', qualifier: 'UNDER', flags: 'p' }),
      figure({ ...hard, period: '2018', unit: 'CNY', status: 'NIL' }),
      figure({ ...hard, period: '2017', unit: 'CNY', status: 'CONFIDENTIAL' }),
      figure({ ...hard, period: '2016', value: '1', status: 'ESTIMATED', changes: [{ percent: '5.3', base: '2014' }] }),
      figure({
        ...hard,
        categories: ['PARTNER:EU', 'PRODUCT:重型'],
        value: '2',
        share: '0.10',
        shareOf: ['EXPORTS', 'PARTNER:EU'],
        shareChange: '-0.30',
      }),
    ],
  )
  return opened
}

const apps = new WeakMap<TestStore, App>()

/** The whole server over a store, without a port. */
export function appOf(opened: TestStore): App {
  const { store, database } = opened
  const log = pino({ level: 'silent' })
  const app =
    apps.get(opened) ??
    createApp({
      store,
      schema,
      config: readConfig({ RATE_LIMIT_PER_MINUTE: '0', MAX_QUERY_COST: '10000000' }),
      log,
      exporting: exporting(database, store),
    })
  apps.set(opened, app)
  return app
}

/** Asks for a file. */
export async function download(
  opened: TestStore,
  format: string,
  filter: object = {},
  more: Record<string, string> = {},
): Promise<Response> {
  const query = new URLSearchParams({ format, variables: JSON.stringify({ filter }), ...more })
  return appOf(opened).fetch(`http://test/export?${query}`)
}

/** A file that is expected to be one, as bytes. */
export async function bytesOf(response: Response): Promise<Buffer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.status !== 200) throw new Error(`${response.status}: ${bytes.toString()}`)
  return bytes
}

/** "EXPORTS PARTNER:EU,PRODUCT:SHIPS CNY 2023": what one figure is a figure of. */
export const keyOf = (metric: string, categories: readonly string[], unit: string, period: string): string =>
  `${metric} ${categories.toSorted().join(',') || 'TOTAL:ALL'} ${unitInfo(unit as Unit).base} ${period}`

/** What GraphQL answers of the same filter, by what the figures are of. */
export async function asked(
  opened: TestStore,
  filter: object = {},
  language = 'EN',
): Promise<Record<string, Required<Told>>> {
  const { data } = await ask(
    opened.store,
    `query ($filter: IndicatorFilter, $language: Language) { indicators(filter: $filter, first: 1000) { totalCount nodes {
      metric { code } categories { code dimension { code } } period unit value decimals qualifier status flags
      yoyChange share shareChange note(language: $language) release { code } } } }`,
    { filter, language },
  )
  const nodes: (Required<Omit<Told, 'release'>> & {
    metric: { code: string }
    categories: { code: string; dimension: { code: string } }[]
    period: string
    release: { code: string }
  })[] = data.indicators.nodes
  if (nodes.length !== data.indicators.totalCount) throw new Error('not all of them')
  return Object.fromEntries(
    nodes.map(({ metric, categories, period, release, ...told }) => [
      keyOf(
        metric.code,
        categories.map(({ code, dimension }) => `${dimension.code}:${code}`),
        told.unit,
        period,
      ),
      { ...told, release: release.code },
    ]),
  )
}

/** The same with these of its fields alone. */
export const only = <K extends keyof Told>(
  all: Record<string, Required<Told>>,
  ...fields: readonly K[]
): Record<string, Pick<Required<Told>, K>> =>
  Object.fromEntries(
    Object.entries(all).map(([key, told]) => [
      key,
      Object.fromEntries(fields.map((field) => [field, told[field]])) as Pick<Required<Told>, K>,
    ]),
  )

/** A number times a power of ten, as GraphQL writes it. */
export const scaled = (number: string | number | null, exponent: number): string | null =>
  number === null || number === '' ? null : new Decimal(number).times(`1e${exponent}`).toFixed()

/** A number of a unit in the base unit. */
export const inBase = (number: string | number | null, unit: string): string | null =>
  scaled(number, unitInfo(unit as Unit).exponent)

/** A number as it is. */
export const plain = (number: string | number | null): string | null => scaled(number, 0)
