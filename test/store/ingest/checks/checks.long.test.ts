import { describe, expect, test } from 'vitest'
import { figure } from '../../../figures.js'
import { billion, openChecks, three } from './support.js'

const { take, found } = await openChecks()

describe('TOTAL_MISMATCH', () => {
  test('is reported if the bounds do not overlap', async () => {
    // 6.1 and 4.2 are 6.05 .. 6.15 and 4.15 .. 4.25: together 10.20 .. 10.40. 10.4 is 10.35 at least, 10.5 is 10.45.
    await take('A', 1, three(['10.4', '6.1', '4.2']))
    expect(await found('A')).toEqual([])
    await take('B', 2, three(['10.5', '6.1', '4.2']))
    expect(await found('B')).toEqual([
      'TOTAL_MISMATCH ERROR: TRADE TOTAL:ALL 2023 of B, 10.5, not 10.2 .. 10.4; EXPORTS TOTAL:ALL 2023 of A; IMPORTS TOTAL:ALL 2023 of A',
    ])
  })

  test('refuses an import', async () => {
    const report = await take('A', 1, three(['10.5', '6.1', '4.2']), { acceptFindings: false })
    expect(report).toMatchObject({ accepted: false, added: 0, findings: [{ kind: 'TOTAL_MISMATCH' }] })
  })

  test('treats OVER as a lower bound and NIL as zero', async () => {
    const over = { qualifier: 'OVER' } as const
    const of = (period: string, values: [string, string, string]) => three(values, { period })
    await take('A', 1, [
      // More than 10, and 6.0 + 3.0 is 9.1 at most
      ...of('2020', ['10', '6.0', '3.0']).with(0, billion('10', { period: '2020', ...over })),
      // More than 10, and 6.0 + 5.0 is 10.9 at least
      ...of('2021', ['10', '6.0', '5.0']).with(0, billion('10', { period: '2021', ...over })),
      ...of('2022', ['6.0', '6.0', '-']),
      // 6.0 and nothing is 5.95 .. 6.05, and 7.0 is 6.95 at least
      ...of('2023', ['7.0', '6.0', '-']),
      // Nothing, and 1.0 + 1.0 is 1.9 .. 2.1
      ...of('2024', ['-', '1.0', '1.0']),
    ])
    expect((await found('A')).map((each) => each.split(';')[0])).toEqual([
      'TOTAL_MISMATCH ERROR: TRADE TOTAL:ALL 2020 of A, 10, not 8.9 .. 9.1',
      'TOTAL_MISMATCH ERROR: TRADE TOTAL:ALL 2023 of A, 7, not 5.95 .. 6.05',
      'TOTAL_MISMATCH ERROR: TRADE TOTAL:ALL 2024 of A, 0, not 1900000000 .. 2100000000',
    ])
  })

  test('reports a total below a term that is OVER a number', async () => {
    // More than 9, and 1.95 at least, are more than 10.95; 10.0 is 10.05 at most
    const exports = billion('9', { metric: 'EXPORTS', qualifier: 'OVER' })
    await take('A', 1, three(['10.0', '9', '2.0']).with(1, exports))
    expect((await found('A')).map((each) => each.split(';')[0])).toEqual([
      'TOTAL_MISMATCH ERROR: TRADE TOTAL:ALL 2023 of A, 10, not 10.95 .. ',
    ])
  })

  test('of several releases warns above 1 %, and fails above 5 %', async () => {
    const of = (period: string, trade: string) => [billion(trade, { period })]
    await take('A', 1, [...of('2021', '10.5'), ...of('2022', '10.6'), ...of('2023', '11.0')])
    // 6.1 and 4.2 are 10.4 at most: 10.5 is 10.45 at least, 0.5 % of itself more; 10.6 1.4 %, 11.0 5.0 %, and 11.1 5.9 %.
    const terms = ['2021', '2022', '2023'].flatMap((period) => three(['-', '6.1', '4.2'], { period }).slice(1))
    await take('B', 2, terms)
    expect(await found('A')).toEqual([])
    const severities = async (code: string) => (await found(code)).map((each) => each.split(',').slice(0, 2).join())
    expect(await severities('B')).toEqual([
      'TOTAL_MISMATCH INFO: TRADE TOTAL:ALL 2021 of A, 10.5',
      'TOTAL_MISMATCH WARNING: TRADE TOTAL:ALL 2022 of A, 10.6',
      'TOTAL_MISMATCH WARNING: TRADE TOTAL:ALL 2023 of A, 11',
    ])
    await take('C', 3, of('2023', '11.1'))
    expect(await severities('C')).toEqual(['TOTAL_MISMATCH ERROR: TRADE TOTAL:ALL 2023 of C, 11.1'])
  })

  test('compares a balance with exports minus imports', async () => {
    await take('A', 1, [billion('23.77', { metric: 'EXPORTS' }), billion('17.99', { metric: 'IMPORTS' })])
    const report = await take('B', 2, [billion('99', { metric: 'BALANCE' })], { acceptFindings: false })
    expect(report.findings.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(['TOTAL_MISMATCH ERROR'])
    await take('C', 3, [billion('5.78', { metric: 'BALANCE' })])
    expect(await found('C')).toEqual([])
  })
})

describe('PARTS_EXCEED_WHOLE', () => {
  const by = (value: string, ...categories: string[]) => billion(value, { categories })

  test('is reported if parts exceed the whole for any rounding, without groups', async () => {
    // 6.0 + 4.1 is 10.0 at least, and 10.0 is 10.05 at most; 6.0 + 4.2 is 10.1 at least. DELTA is a group.
    await take('A', 1, [
      by('10.0', 'TOTAL:ALL'),
      by('6.0', 'LOCATION:GUANGDONG'),
      by('4.1', 'LOCATION:浙江'),
      by('9', 'LOCATION:DELTA'),
    ])
    expect(await found('A')).toEqual([])
    await take('B', 2, [by('4.2', 'LOCATION:浙江')])
    expect(await found('B')).toEqual([
      'PARTS_EXCEED_WHOLE WARNING: TRADE TOTAL:ALL 2023 of A, 10, not 10.1 .. ; TRADE LOCATION:GUANGDONG 2023 of A; TRADE LOCATION:浙江 2023 of B',
    ])
  })

  test('compares a branch with its children by one of two dimensions', async () => {
    await take('A', 1, [
      by('3.0', 'LOCATION:GUANGDONG', 'PARTNER:US'),
      by('2.0', 'LOCATION:SHENZHEN', 'PARTNER:US'),
      by('1.5', 'LOCATION:ZHUHAI', 'PARTNER:US'), // 2.0 + 1.5 is 3.4 at least, and 3.0 is 3.05 at most
      by('9.0', 'LOCATION:QIANHAI', 'PARTNER:US'), // part of SHENZHEN: 8.95 at least, and 2.0 is 2.05 at most
      by('5.0', 'LOCATION:GUANGDONG'), // 3.0 with the US alone is no fault
    ])
    expect(await found('A')).toEqual([
      'PARTS_EXCEED_WHOLE WARNING: TRADE LOCATION:GUANGDONG,PARTNER:US 2023 of A, 3, not 3.4 .. ; TRADE LOCATION:SHENZHEN,PARTNER:US 2023 of A; TRADE LOCATION:ZHUHAI,PARTNER:US 2023 of A',
      'PARTS_EXCEED_WHOLE WARNING: TRADE LOCATION:SHENZHEN,PARTNER:US 2023 of A, 2, not 8.95 .. ; TRADE LOCATION:QIANHAI,PARTNER:US 2023 of A',
    ])
  })

  test('ignores negative parts and rates', async () => {
    const balance = (value: string, category: string) => billion(value, { metric: 'BALANCE', categories: [category] })
    const index = (value: string, category: string) => figure({ unit: 'INDEX', value, categories: [category] })
    const rate = (value: string, category: string) =>
      figure({ metric: 'EXCHANGE_RATE', unit: 'CNY_PER_USD', value, categories: [category] })
    await take('A', 1, [
      ...[balance('1.0', 'TOTAL:ALL'), balance('5.0', 'PARTNER:US'), balance('-4.0', 'PARTNER:VN')],
      ...[rate('7.1', 'TOTAL:ALL'), rate('7.2', 'PARTNER:US'), rate('7.0', 'PARTNER:VN')],
      ...[index('100.0', 'TOTAL:ALL'), index('104.6', 'PARTNER:US'), index('99.0', 'PARTNER:VN')],
    ])
    expect(await found('A')).toEqual([])
  })
})
