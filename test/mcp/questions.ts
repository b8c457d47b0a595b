import { readFile } from 'node:fs/promises'
import type { Client } from '@modelcontextprotocol/client'
import { expect } from 'vitest'
import { call } from './support.js'

// biome-ignore lint/suspicious/noExplicitAny: tests read answers as they come
type Any = any
type Call = (tool: string, args: object) => Promise<Any>

/** A saved question: the calls that answer it, in the form of its recorded answer. */
interface Question {
  readonly name: string
  readonly answer: (call: Call) => Promise<unknown>
  /** The part of the recorded answer that the calls return. */
  readonly recorded: (data: Any) => unknown
}

const datasets = ['CN_TRADE']
const codeOf = ({ code }: Any): string => code.split(':')[1]
const nameOf = ({ code, name }: Any) => ({ code: codeOf({ code }), name })
const ends = ({ low, high }: Any) => ({ low, high })
const known = ({ printed, release }: Any) => ({ formatted: printed, release: { code: release } })
const trade = { datasets, metrics: ['TRADE'], dimensions: ['TOTAL'] }
const totals = { datasets, metrics: ['TRADE', 'EXPORTS', 'IMPORTS'], dimensions: ['TOTAL'], frequency: ['ANNUAL'] }
const inTrillion = { unit: 'CNY_TRILLION' }

export const questions: readonly Question[] = [
  {
    name: 'by-dimension',
    async answer(call) {
      const { figures, total } = await call('get_figures', {
        ...{ datasets, metrics: ['EXPORTS'], dimensions: ['PRODUCT'], periods: ['2023'], unit: 'CNY_BILLION' },
        orderBy: [{ field: 'VALUE', direction: 'DESC' }],
      })
      const nodes = figures.map(({ categories, value, qualifier, printed }: Any) => ({
        ...{ category: nameOf(categories[0]), value, qualifier, formatted: printed },
      }))
      return { totalCount: total, nodes }
    },
    recorded: ({ indicators: { facets: _, ...rest } }) => rest,
  },
  {
    name: 'by-unit',
    async answer(call) {
      const asked = { ...trade, from: '2020', to: '2024', frequency: ['ANNUAL'], orderBy: [{ field: 'PERIOD' }] }
      const english = await call('get_figures', { ...asked, unit: 'CNY_TRILLION' })
      const chinese = await call('get_figures', { ...asked, unit: 'CNY_100_MILLION', language: 'ZH' })
      return english.figures.map(({ period, value, printed }: Any, at: number) => {
        const { value: hundredMillion, written } = chinese.figures[at]
        return { period, trillion: value, hundredMillion, inEnglish: printed, inChinese: written }
      })
    },
    recorded: ({ indicators }) => indicators.nodes,
  },
  {
    name: 'growth-and-share',
    async answer(call) {
      const { figures } = await call('get_figures', {
        ...{ datasets, periods: ['2023'], yoyChange: { gt: '0' }, first: 100 },
        orderBy: [{ field: 'YOY_CHANGE', direction: 'DESC' }],
      })
      return figures.map(({ metric, categories, printed, yoyChange, share, shareOf, shareChange }: Any) => ({
        ...{ metric, category: codeOf(categories[0]), printed, yoyChange, share, shareOf, shareChange },
      }))
    },
    recorded: ({ indicators }) =>
      indicators.nodes.map(({ metric, category, formatted, yoyChange, share, shareOf, shareChange }: Any) => ({
        ...{ metric: metric.code, category: category.code, printed: formatted, yoyChange, share, shareChange },
        shareOf: shareOf && expect.stringMatching(`^${shareOf.metric.code} of \\w+:${shareOf.category.code}$`),
      })),
  },
  {
    name: 'provenance',
    async answer(call) {
      const { figures, storeVersion } = await call('get_figures', {
        ...{ datasets, metrics: ['TRADE'], dimensions: ['PARTNER'], releases: ['CN-GACC-2023-ANNUAL'] },
      })
      const told = figures.map(({ categories, printed, bounds, qualifier, status, changes, ...rest }: Any) => ({
        ...{ category: nameOf(categories[0]), formatted: printed, bounds, qualifier, status },
        changes: changes.map(({ base, percent }: Any) => ({ base, percent })),
        ...{ note: rest.note, release: rest.release, citation: rest.citation },
      }))
      return { version: storeVersion, told }
    },
    recorded: ({ indicators, store }) => ({
      version: store.version,
      told: indicators.nodes.map(({ unit: _, decimals: __, changes, release, ...rest }: Any) => ({
        ...{ ...rest, release: release.code },
        changes: changes.map(({ base, percent }: Any) => ({ base, percent })),
      })),
    }),
  },
  {
    name: 'growth-agreement',
    async answer(call) {
      const { figures } = await call('compare', { ...totals, periods: ['2023'], ...inTrillion })
      return figures.map(({ metricName, printed, yoyChange, growth, impliedBase }: Any) => ({
        ...{ metric: { name: metricName }, formatted: printed, yoyChange },
        derived: {
          yoyChange: {
            ...{ value: growth.value, bounds: ends(growth.bounds), agreement: growth.agreement },
            ...{ base: known(growth.base), reason: growth.reason },
          },
          impliedBase: {
            ...{ value: impliedBase.value, bounds: ends(impliedBase.bounds), reported: impliedBase.reported },
          },
        },
      }))
    },
    recorded: ({ indicators }) => indicators.nodes,
  },
  {
    name: 'series',
    async answer(call) {
      const levels = await call('get_series', { ...totals, ...inTrillion })
      const growth = await call('get_series', { ...totals, from: '2021', transform: 'YOY_PERCENT' })
      const balance = await call('get_series', {
        ...{ ...trade, frequency: ['ANNUAL'], transform: 'BALANCE', ...inTrillion },
      })
      const valuesOf = ({ points }: Any) => points.map(({ value }: Any) => value)
      return {
        levels: {
          ...{ periods: levels.periods, unit: levels.unit },
          rows: levels.series.map((each: Any) => ({
            series: { key: each.key, metric: { name: each.metricName } },
            values: valuesOf(each),
          })),
        },
        growth: {
          periods: growth.periods,
          rows: growth.series.map(({ metric, points }: Any) => ({
            series: { metric: { code: metric } },
            points: points.map(({ value, reported, agreement }: Any) => ({ value, reported, agreement })),
          })),
        },
        balance: { periods: balance.periods, rows: balance.series.map((each: Any) => ({ values: valuesOf(each) })) },
      }
    },
    recorded: (data) => data,
  },
  {
    name: 'contribution',
    async answer(call) {
      const { figures } = await call('compare', {
        ...{ datasets, metrics: ['TRADE'], periods: ['2023'] },
        categories: ['ENTERPRISE_TYPE:PRIVATE', 'PARTNER:BELT_AND_ROAD'],
      })
      return figures.map(({ categories, printed, yoyChange, shareOfWhole: share, contribution }: Any) => ({
        ...{ category: { name: categories[0].name }, formatted: printed, yoyChange },
        derived: {
          share: { value: share.value, reported: share.reported, agreement: share.agreement },
          contribution: {
            ...{ value: contribution.value, bounds: ends(contribution.bounds) },
            base: { formatted: contribution.base.printed },
          },
        },
      }))
    },
    recorded: ({ indicators }) => indicators.nodes,
  },
  {
    name: 'known-then',
    async answer(call) {
      const orderBy = [{ field: 'PERIOD', direction: 'DESC' }]
      const then = await call('get_figures', { ...trade, asOf: '2023-06-01T00:00:00+08:00', orderBy, first: 2 })
      const now = await call('get_figures', { ...trade, periods: ['2022', '2023'], orderBy, history: true })
      return {
        before: then.figures.map(({ period, yoyChange, knownFrom, ...figure }: Any) => ({
          ...{ period, yoyChange, formatted: figure.printed },
          release: { code: figure.release, publishedAt: knownFrom },
        })),
        now: now.figures.map(({ period, printed, knownFrom, knownTo, history }: Any) => ({
          ...{ period, formatted: printed, knownFrom, knownTo, history: history.map(known) },
        })),
      }
    },
    recorded: ({ then: { nodes: before }, now }) => ({ before, now: now.nodes }),
  },
  {
    name: 'pivot',
    async answer(call) {
      const { series, periods, unit } = await call('get_series', {
        ...{ datasets, metrics: ['TRADE'], dimensions: ['PARTNER'], periods: ['2023', '2024'], transform: 'SHARE' },
      })
      return {
        ...{ unit, periods },
        rows: series.map(({ categories: [{ name, isAggregate }], points }: Any) => ({
          ...{ name, isAggregate, cells: points.map(({ value }: Any) => value) },
        })),
      }
    },
    recorded: ({ pivot: { unit, columnHeaders, rowHeaders, cells } }) => ({
      ...{ unit, periods: columnHeaders.map(({ period }: Any) => period) },
      rows: rowHeaders.map(({ categories: [category] }: Any, at: number) => ({ ...category, cells: cells[at] })),
    }),
  },
  {
    name: 'search',
    async answer(call) {
      const found = async (text: string): Promise<unknown> => {
        const { hits } = await call('search', { text, first: 3 })
        return hits.map(({ code, ...rest }: Any) => ({
          matched: rest.matched,
          target: { code: codeOf({ code }), name: rest.name, inChinese: rest.inChinese },
        }))
      }
      const newest = await call('get_figures', { text: 'exports three', latest: 1 })
      return {
        ...{ english: await found('batery li-ion'), chinese: await found('锂电'), partOf: await found('solar') },
        newest: newest.figures.map(({ metric, categories, period, printed }: Any) => ({
          ...{ metric: { code: metric }, category: nameOf(categories[0]), period, formatted: printed },
        })),
      }
    },
    recorded: ({ newest, ...found }) => ({
      ...Object.fromEntries(
        Object.entries(found as Record<string, Any[]>).map(([name, hits]) => [
          name,
          hits.map(({ matched, target: { dimension: _, ...target } }) => ({ matched, target })),
        ]),
      ),
      newest: newest.nodes.map(({ category: { members: _, ...category }, ...rest }: Any) => ({ ...rest, category })),
    }),
  },
]

/** Asks a question with a client, and compares the digits, the texts and the citations with what is recorded. */
export async function expectAnswer(client: Client, { name, answer, recorded }: Question): Promise<void> {
  const cited: string[] = []
  const told = await answer(async (tool, args) => {
    const result = await call(client, tool, args)
    expect(result.isError, result.text).toBe(false)
    for (const { citation, release } of [...(result.figures ?? []), ...(result.sources ?? [])]) {
      expect(citation).toMatch(new RegExp(`General Administration of Customs.* \\(${release}\\)$`))
      expect(result.text).toContain(citation)
      cited.push(citation)
    }
    return result
  })
  const file = new URL(`../answers/${name}.json`, import.meta.url)
  expect(told).toEqual(recorded(JSON.parse(await readFile(file, 'utf8')).answer.data))
  expect(cited).not.toEqual([])
}
