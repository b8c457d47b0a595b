import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, release } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'
import { raiseVersion } from '../versions.js'
import { type Answer, ask, refusal } from './ask.js'

let opened: TestStore

/** The months of a metric from January 2024 and its years to date, in billion yuan. */
const months = (metric: string, values: readonly (readonly [month: string, yearToDate: string])[]) =>
  values.flatMap(([month, yearToDate], at) => {
    const last = `2024-0${at + 1}`
    return [
      figure({ metric, period: last, unit: 'CNY_BILLION', value: month }),
      figure({ metric, period: `2024-01/${last}`, unit: 'CNY_BILLION', value: yearToDate }),
    ]
  })

beforeAll(async () => {
  opened = await openTestStore()
  // Of exports, February was revised by a fiftieth and January by a two-hundredth; of imports, March is wrong.
  await release(opened.database, { code: 'SPRING' }, [
    ...months('EXPORTS', [
      ['50.0', '50.0'],
      ['50.0', '101.0'],
      ['60.0', '161.3'],
    ]),
    ...months('IMPORTS', [
      ['60.0', '60.0'],
      ['50.0', '110.0'],
      ['50.0', '210.0'],
    ]),
  ])
})
afterAll(() => opened.close())

async function answer(question: string): Promise<Answer['data']> {
  const { data, errors } = await ask(opened.store, question)
  expect(errors).toBeUndefined()
  return data
}

interface Found {
  readonly triage: string
  readonly percent: string | null
  readonly difference: string | null
  readonly indicators: readonly { readonly metric: { readonly code: string }; readonly period: string }[]
}

/** Findings as texts: "TRIAGE METRIC period, difference, percent". */
async function listed(args: string): Promise<string[]> {
  const { findings } = await answer(
    `{ findings(release: "SPRING" ${args}) { nodes { triage percent difference indicators { metric { code } period } } } }`,
  )
  return findings.nodes.map(
    ({ triage, percent, difference, indicators: [of] }: Found) =>
      `${triage} ${of?.metric.code} ${of?.period}, ${difference}, ${percent} %`,
  )
}

const february = 'REVISION EXPORTS 2024-02, 1, 2 %'
const march = 'REVISION EXPORTS 2024-03, 0.3, 0.5 %'
const wrong = 'CHECK IMPORTS 2024-03, 50, 100 %'

describe('findings', () => {
  test.each([
    ['', [wrong, february, march]],
    ['triage: REVISION', [february, march]],
    ['triage: CHECK', [wrong]],
    ['percent: { gte: "2" }', [wrong, february]],
    ['percent: { gt: "0.5", lt: "100" }', [february]],
    ['percent: { lt: "0.5" }', []],
    ['triage: REVISION, percent: { eq: "0.5" }', [march]],
    ['orderBy: SIZE', [wrong, february, march]],
    ['orderBy: SIZE, first: 2, triage: REVISION', [february, march]],
  ])('(%s) are those of that triage and size', async (args, found) => expect(await listed(args)).toEqual(found))

  test('are counted by kind, severity and size', async () => {
    const { findings } = await answer(
      '{ findings(release: "SPRING") { counts { triage kind severity count percent { low high lowInclusive } } } }',
    )
    const kind = 'YEAR_TO_DATE_MISMATCH'
    const sized = (low: string, high: string | null) => ({ low, high, lowInclusive: true })
    expect(findings.counts).toEqual([
      { triage: 'CHECK', kind, severity: 'ERROR', percent: sized('100', null), count: 1 },
      { triage: 'REVISION', kind, severity: 'WARNING', percent: sized('1', '3'), count: 1 },
      { triage: 'REVISION', kind, severity: 'INFO', percent: sized('0.3', '1'), count: 1 },
    ])
  })

  test('about rates have a difference and no percentage', async () => {
    const { findings } = await answer(
      '{ findings(kind: BASE_REVISED, orderBy: SIZE) { nodes { percent difference } counts { count percent { low } } } }',
    )
    const differences = findings.nodes.map(({ difference }: Found) => Math.abs(Number(difference)))
    expect(differences).toEqual(differences.toSorted((one: number, other: number) => other - one))
    expect(findings.nodes.every(({ percent }: Found) => percent === null)).toBe(true)
    expect(findings.counts).toEqual([{ count: findings.nodes.length, percent: null }])
  })

  test('by size are paged without loss or repetition', async () => {
    const ids: string[] = []
    for (let after = null, more = true; more; ) {
      const page = await answer(
        `{ findings(orderBy: SIZE, first: 3, after: ${JSON.stringify(after)}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      )
      ids.push(...page.findings.nodes.map(({ id }: { id: string }) => id))
      ;({ hasNextPage: more, endCursor: after } = page.findings.pageInfo)
    }
    const { findings } = await answer('{ findings { totalCount } }')
    expect(new Set(ids).size).toBe(findings.totalCount)
    expect(ids).toHaveLength(findings.totalCount)
  })

  test('of an unknown release are refused when only counted', async () => {
    expect(refusal(await ask(opened.store, '{ findings(release: "R-77") { counts { count } } }'))).toBe('UNKNOWN_CODE')
  })
})

describe('the sentence of a finding', () => {
  const sentences = async () =>
    (
      await answer(
        '{ findings(release: "SPRING", percent: { eq: "2" }) { nodes { codes: message en: message(language: EN) zh: message(language: ZH) } } }',
      )
    ).findings.nodes[0]

  test('names figures by codes, or in a language', async () => {
    expect(await sentences()).toEqual({
      codes:
        'EXPORTS of TOTAL:ALL in 2024-02 is 50 CNY_BILLION, but EXPORTS of TOTAL:ALL in 2024-01/2024-02 minus EXPORTS of TOTAL:ALL in 2024-01/2024-01 is 51 CNY_BILLION (a difference of 2 %). Earlier months were revised.',
      en: 'Exports in February 2024 are CNY 50 billion, but exports in January–February 2024 minus exports in January 2024 is CNY 51 billion (a difference of 2 %). Earlier months were revised.',
      zh: '2024年2月出口为500亿元，而2024年1至2月出口减2024年1月出口为510亿元（相差2%）。以前月份经过修订。',
    })
  })

  test('stays as stored in a store of an earlier version', async () => {
    const { codes } = await sentences()
    await opened.database.pool.query("UPDATE finding SET discrepancy = NULL WHERE code = 'SPRING'")
    await raiseVersion(opened.database)
    expect(await sentences()).toEqual({ codes, en: codes, zh: `当月数与累计数不符：${codes}` })
  })
})
