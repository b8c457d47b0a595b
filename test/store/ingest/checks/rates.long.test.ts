import { describe, expect, test } from 'vitest'
import { billion, openChecks, three } from './support.js'

const { take, found } = await openChecks()
const shareOf = ['TRADE', 'TOTAL:ALL'] as const
const us = ['PARTNER:US']

describe('SHARE_MISMATCH', () => {
  test('is reported if no rounding of the values gives the share', async () => {
    // 24.95 / 100.05 is 24.937 %, 25.05 / 99.95 is 25.062 %: 24.9 is 24.95 at most, and 24.8 is 24.85.
    await take('A', 1, [billion('100.0'), billion('25.0', { categories: us, share: '24.9', shareOf })])
    expect(await found('A')).toEqual([])
    await take('B', 2, [billion('100.0'), billion('25.0', { categories: us, share: '24.8', shareOf })])
    expect(await found('B')).toEqual([
      'SHARE_MISMATCH WARNING: TRADE PARTNER:US 2023 of B, 24.8, not 24.9375312343 .. 25.0625312657; TRADE TOTAL:ALL 2023 of A',
    ])
  })

  test('becomes BASE_REVISED if only an earlier release printed the whole', async () => {
    await take('A', 1, [billion('100.0')])
    await take('B', 2, [billion('25.0', { categories: us, share: '24.8', shareOf })])
    expect(await found('B')).toEqual([
      'BASE_REVISED INFO: TRADE PARTNER:US 2023 of B, 24.8, not 24.9375312343 .. 25.0625312657; TRADE TOTAL:ALL 2023 of A',
    ])
  })
})

describe('GROWTH_MISMATCH', () => {
  test('is reported if no rounding of the values gives the growth', async () => {
    // 104.95 / 100.05 is 4.8976 % more, 105.05 / 99.95 is 5.1026 %: 4.9 is 4.85 .. 4.95, and 4.8 is 4.85 at most.
    await take('A', 1, [billion('100.0', { period: '2022' }), billion('105.0', { yoy: '4.9' })])
    expect(await found('A')).toEqual([])
    await take('B', 2, [billion('100.0', { period: '2022' }), billion('105.0', { yoy: '4.8' })])
    expect(await found('B')).toEqual([
      'GROWTH_MISMATCH WARNING: TRADE TOTAL:ALL 2023 of B, 4.8, not 4.89755122438 .. 5.10255127564; TRADE TOTAL:ALL 2022 of A',
    ])
  })

  test('becomes BASE_REVISED if only an earlier release printed the base', async () => {
    await take('A', 1, [billion('100.0', { period: '2022' })])
    await take('B', 2, [billion('105.0', { yoy: '-0.7' })])
    expect(await found('B')).toEqual([
      'BASE_REVISED INFO: TRADE TOTAL:ALL 2023 of B, -0.7, not 4.89755122438 .. 5.10255127564; TRADE TOTAL:ALL 2022 of A',
    ])
  })

  test('is not reported for correct extreme growth or a possible zero base', async () => {
    const city = { categories: ['LOCATION:SHENZHEN'], unit: 'CNY_10_THOUSAND' } as const
    // 186,859.35 times 1, which may be 0.5 or 1.5: from 12,457,190 % to 37,371,770 %
    const report = await take(
      'A',
      1,
      [
        billion('1', { ...city, period: '2022' }),
        billion('186859', { ...city, yoy: '18685835.0' }),
        billion('0.0', { period: '2021' }),
        billion('5.0', { period: '2022', yoy: '123.4' }),
      ],
      { acceptFindings: false },
    )
    expect(report).toMatchObject({ accepted: true, findings: [] })
    expect(await found('A')).toEqual([])
  })
})

describe('YEAR_TO_DATE_MISMATCH', () => {
  const trade = (period: string, value: string) => billion(value, { period })

  test('is a warning if a month differs by more than 1 %', async () => {
    await take('A', 1, [trade('2024-01/2024-02', '200.0'), trade('2023-01/2023-02', '200.0')])
    // 300.0 - 200.0 is 99.9 .. 100.1. 99.0 is 1.0 less, 1.0101 % of it; 101.0 is 1.0 more, 0.9901 %.
    await take('B', 2, [
      ...[trade('2024-01/2024-03', '300.0'), trade('2024-03', '99.0')],
      ...[trade('2023-01/2023-03', '300.0'), trade('2023-03', '101.0')],
    ])
    expect(await found('B')).toEqual([
      'YEAR_TO_DATE_MISMATCH INFO: TRADE TOTAL:ALL 2023-03 of B, 101, not 99.9 .. 100.1; TRADE TOTAL:ALL 2023-01/2023-03 of B; TRADE TOTAL:ALL 2023-01/2023-02 of A',
      'YEAR_TO_DATE_MISMATCH WARNING: TRADE TOTAL:ALL 2024-03 of B, 99, not 99.9 .. 100.1; TRADE TOTAL:ALL 2024-01/2024-03 of B; TRADE TOTAL:ALL 2024-01/2024-02 of A',
    ])
  })

  test('is information at exactly 1 %, and absent within the rounding', async () => {
    // 300.0 - 200.0 is 99.9 at least, and 99.8 is 99.85 at most; 99.9 is 99.85 .. 99.95. 101 of 100 is 1/101.
    await take('A', 1, [trade('2024-01/2024-02', '200.0'), trade('2024-01/2024-03', '300.0'), trade('2024-03', '99.9')])
    await take('B', 2, [
      trade('2023-01/2023-02', '200.0'),
      trade('2023-01/2023-03', '299.0'),
      trade('2023-03', '100.0'),
    ])
    expect((await found('A')).length).toBe(0)
    // 100.0 - 99.0 is 1 % of 100.0
    expect((await found('B')).map((each) => each.split(':')[0])).toEqual(['YEAR_TO_DATE_MISMATCH INFO'])
  })

  test('compares January directly, and no month without its neighbour', async () => {
    await take('A', 1, [
      ...[trade('2024-01', '100.0'), trade('2024-01/2024-01', '103.0')],
      ...[trade('2024-03', '99.0'), trade('2024-01/2024-03', '300.0')], // nothing to February
      ...[trade('2024-01/2024-05', '500.0'), trade('2024-01/2024-06', '600.0')], // no June
    ])
    expect(await found('A')).toEqual([
      'YEAR_TO_DATE_MISMATCH WARNING: TRADE TOTAL:ALL 2024-01 of A, 100, not 102.95 .. 103.05; TRADE TOTAL:ALL 2024-01/2024-01 of A',
    ])
  })
})

describe('REVISION_SUSPECT', () => {
  test('reports totals off by a fifth and parts by factor five', async () => {
    const all = (values: readonly string[], categories = ['TOTAL:ALL']) =>
      values.map((value, at) => billion(value, { period: `${2018 + at}`, categories }))
    await take('A', 1, [
      ...all(['100', '100', '100', '100', '-100']),
      ...all(['10'], us),
      ...all(['4.00', '4.00'], ['PARTNER:VN']),
    ])
    await take('B', 2, [
      ...all(['120', '80', '120.1', '79.9', '-120.1']),
      ...all(['90'], us),
      ...all(['19.99', '20.00'], ['PARTNER:VN']),
    ])
    expect(await found('B')).toEqual([
      'REVISION_SUSPECT WARNING: TRADE PARTNER:VN 2019 of B, 20; TRADE PARTNER:VN 2019 of A',
      'REVISION_SUSPECT ERROR: TRADE TOTAL:ALL 2020 of B, 120.1, not 80 .. 120; TRADE TOTAL:ALL 2020 of A',
      'REVISION_SUSPECT ERROR: TRADE TOTAL:ALL 2021 of B, 79.9, not 80 .. 120; TRADE TOTAL:ALL 2021 of A',
      'REVISION_SUSPECT ERROR: TRADE TOTAL:ALL 2022 of B, -120.1, not -120 .. -80; TRADE TOTAL:ALL 2022 of A',
    ])
  })

  test('reports exchanged exports and imports that changed by less than a fifth', async () => {
    await take('A', 1, three(['210', '115', '95']))
    // Exports from 115 to 96 are 16.5 % less, imports from 95 to 114 are 20 % more: each is what the other was, near enough.
    await take('B', 2, three(['210', '96', '114']))
    expect(await found('B')).toEqual([
      'REVISION_SUSPECT ERROR: EXPORTS TOTAL:ALL 2023 of B, 96; IMPORTS TOTAL:ALL 2023 of A',
      'REVISION_SUSPECT ERROR: IMPORTS TOTAL:ALL 2023 of B, 114; EXPORTS TOTAL:ALL 2023 of A',
    ])
  })
})
