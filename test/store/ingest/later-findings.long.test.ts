import { describe, expect, test } from 'vitest'
import { billion, openChecks, three } from './checks/support.js'

const { store, take, takeBack, found } = await openChecks()
const trade = (period: string, value: string, ...categories: string[]) =>
  billion(value, { period, ...(categories.length > 0 && { categories }) })

const march = [trade('2024-01/2024-03', '300.0'), trade('2024-03', '90.0')]
/** 300.0 - 200.0 is 99.9 .. 100.1, and 90.0 is a ninth less. */
const gap =
  'YEAR_TO_DATE_MISMATCH WARNING: TRADE TOTAL:ALL 2024-03 of C, 90, not 99.9 .. 100.1; TRADE TOTAL:ALL 2024-01/2024-03 of C; TRADE TOTAL:ALL 2024-01/2024-02 of A'

describe('a release imported late', () => {
  test('adds a finding to its neighbour, and a third removes it', async () => {
    await take('C', 3, march)
    expect(await found('C')).toEqual([])
    await take('A', 1, [trade('2024-01/2024-02', '200.0')])
    expect(await found('C')).toEqual([gap])
    await take('B', 2, [trade('2024-01/2024-02', '210.0')]) // 300.0 - 210.0 is 89.9 .. 90.1
    expect(await found('C')).toEqual([])
    expect([...(await found('A')), ...(await found('B'))]).toEqual([])
  })

  test('adds findings on growth, shares and parts to stored releases', async () => {
    const shareOf = ['TRADE', 'TOTAL:ALL'] as const
    await take('B', 2, [
      billion('105.0', { yoy: '9.9', categories: ['PARTNER:US'], share: '50.0', shareOf }),
      trade('2023', '20.0', 'PARTNER:VN'),
    ])
    await take('A', 1, [trade('2022', '100.0', 'PARTNER:US'), trade('2023', '110.0')])
    // 105.0 on 100.0 is 4.9 % more; of 110.0, 95 %; and 105.0 + 20.0 is 124.9 at least.
    expect((await found('B')).map((each) => each.split(', ')[0])).toEqual([
      'BASE_REVISED INFO: TRADE PARTNER:US 2023 of B',
      'BASE_REVISED INFO: TRADE PARTNER:US 2023 of B',
      'PARTS_EXCEED_WHOLE WARNING: TRADE TOTAL:ALL 2023 of A',
    ])
    expect(await found('A')).toEqual([])
  })

  test('is refused for a new error of its neighbour, which stays unchanged', async () => {
    await take('B', 2, [trade('2023', '100')])
    const { version, indicators } = (await store.view()).snapshot
    const report = await take('A', 1, [trade('2023', '79')], { acceptFindings: false })
    expect(report).toMatchObject({ accepted: false, added: 0, version: version + 1 })
    expect(
      report.findings.map(({ kind, severity, file, indicators }) => [
        kind,
        severity,
        file,
        ...indicators.map((each) => each.release),
      ]),
    ).toEqual([
      ['REVISION_SUSPECT', 'ERROR', 'B', 'B', 'A'], // from 79 to 100 is 26.6 %
    ])
    expect(await found('B')).toEqual([])
    expect((await store.view()).snapshot).toMatchObject({ indicators, version: version + 1 })
    expect(await take('A', 1, [trade('2023', '84')], { acceptFindings: false })).toMatchObject({ accepted: true }) // 19.0 %
  })

  test('is accepted if its neighbour already had the error', async () => {
    await take('B', 2, three(['10.5', '6.1', '4.2']))
    expect(await found('B')).toHaveLength(1)
    const report = await take('A', 1, [trade('2023', '10.3')], { acceptFindings: false })
    expect(report).toMatchObject({ accepted: true, findings: [] })
    expect(await found('B')).toHaveLength(1)
  })
})

describe('a retraction', () => {
  test('removes and adds findings of neighbouring releases', async () => {
    await take('A', 1, [trade('2024-01/2024-02', '200.0')])
    await take('B', 2, [trade('2024-01/2024-02', '210.0')])
    await take('C', 3, march)
    expect(await found('C')).toEqual([])
    await takeBack('B')
    expect(await found('C')).toEqual([gap])
    await takeBack('A')
    expect(await found('C')).toEqual([])
  })

  test('removes the findings of the release and keeps those of others', async () => {
    await take('A', 1, three(['10.5', '6.1', '4.2']))
    await take('B', 2, three(['10.6', '6.1', '4.2']))
    await takeBack('A')
    expect(await found('A')).toEqual([])
    expect((await found('B')).map((each) => each.split(',')[0])).toEqual([
      'TOTAL_MISMATCH ERROR: TRADE TOTAL:ALL 2023 of B',
    ])
  })
})
