import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { categoryText } from '../../../src/domain/codes/codes.js'
import { canonical } from '../../../src/domain/numbers/decimal.js'
import type { Observation, ReleaseStage } from '../../../src/domain/observations/observation.js'
import type { Period } from '../../../src/domain/periods/period.js'
import { figures, printedTexts } from './support.js'

describe('the shipped releases', () => {
  const seed = (name: string) => readFileSync(new URL(`../../../prisma/seed/${name}`, import.meta.url))
  const releases: { file: string; code: string; publishedAt: string; stage: ReleaseStage }[] = JSON.parse(
    seed('releases.json').toString(),
  )
  const brief = ({ metric, categories, value, unit, decimals, changes }: Observation) => [
    metric,
    categories.map(categoryText).join(),
    value && canonical(value),
    unit,
    decimals,
    changes.map(({ percent, base }) => `${printedTexts(percent)} on ${(base as Period).text}`).join(),
  ]

  test.each([
    ['CN-GACC-2020-ANNUAL', 3],
    ['CN-GACC-2021-ANNUAL', 3],
    ['CN-GACC-2022-ANNUAL', 3],
    ['CN-GACC-2023-ANNUAL', 20],
    ['CN-GACC-2024-ANNUAL', 9],
  ])('%s has %i figures', async (code, count) => {
    const release = releases.find((each) => each.code === code)
    const year = code.slice(8, 12)
    expect(release).toMatchObject({ file: `${code}.csv`, stage: 'FLASH' })
    const all = await figures(seed(`${code}.csv`), 'FLASH')
    expect(all).toHaveLength(count)
    expect(all.slice(0, 3).map(({ metric }) => metric)).toEqual(['TRADE', 'EXPORTS', 'IMPORTS'])
    for (const { period, status, value } of all) {
      expect(period.text).toBe(year)
      expect(status).toBe(value === null ? 'MISSING' : 'PRELIMINARY')
    }
  })

  test('are listed in order of publication', () => {
    const days = releases.map(({ publishedAt }) => publishedAt)
    expect(days).toEqual(days.toSorted())
    expect(days).toHaveLength(5)
  })

  test('of 2023 has the printed figures', async () => {
    const all = await figures(seed('CN-GACC-2023-ANNUAL.csv'), 'FLASH')
    expect(all.map(brief)).toEqual([
      ['TRADE', 'TOTAL:ALL', '41.76', 'CNY_TRILLION', 2, '0.2 on 2022'],
      ['EXPORTS', 'TOTAL:ALL', '23.77', 'CNY_TRILLION', 2, '0.6 on 2022'],
      ['IMPORTS', 'TOTAL:ALL', '17.99', 'CNY_TRILLION', 2, '-0.3 on 2022'],
      ['EXPORTS', 'PRODUCT:ELECTROMECHANICAL', '13.92', 'CNY_TRILLION', 2, '2.9 on 2022'],
      ['EXPORTS', 'PRODUCT:LABOR_INTENSIVE', '4.11', 'CNY_TRILLION', 2, ''],
      ['EXPORTS', 'PRODUCT:NEW_THREE', '1', 'CNY_TRILLION', 0, '29.9 on 2022'],
      ['EXPORTS', 'PRODUCT:SHIPS', null, 'CNY', null, '35.4 on 2022'],
      ['EXPORTS', 'PRODUCT:HOUSEHOLD_APPLIANCES', null, 'CNY', null, '9.9 on 2022'],
      ['TRADING_ENTERPRISES', 'TOTAL:ALL', '600000', 'ENTERPRISE', 0, ''],
      ['TRADING_ENTERPRISES', 'ENTERPRISE_TYPE:PRIVATE', '556000', 'ENTERPRISE', -3, ''],
      ['TRADE', 'ENTERPRISE_TYPE:PRIVATE', '22.36', 'CNY_TRILLION', 2, '6.3 on 2022'],
      ['TRADE', 'PARTNER:BELT_AND_ROAD', '19.47', 'CNY_TRILLION', 2, '2.8 on 2022'],
      ['TRADE', 'PARTNER:RCEP', '12.6', 'CNY_TRILLION', 1, '5.3 on 2021'],
      ['TRADE', 'PARTNER:LATIN_AMERICA', null, 'CNY', null, '6.8 on 2022'],
      ['TRADE', 'PARTNER:AFRICA', null, 'CNY', null, '7.1 on 2022'],
      ['TRADE', 'PARTNER:EU', '5.51', 'CNY_TRILLION', 2, ''],
      ['TRADE', 'PARTNER:US', '4.67', 'CNY_TRILLION', 2, ''],
      ['TRADE', 'PLATFORM:FREE_TRADE_ZONES', '7.67', 'CNY_TRILLION', 2, '2.7 on 2022'],
      ['FREE_TRADE_ZONES', 'TOTAL:ALL', '22', 'ZONE', 0, ''],
      ['TRADE', 'PLATFORM:CROSS_BORDER_ECOMMERCE', '2.38', 'CNY_TRILLION', 2, '15.6 on 2022'],
    ])
    const over = all.filter(({ qualifier }) => qualifier === 'OVER')
    expect(over.map(({ metric }) => metric)).toEqual(['EXPORTS', 'TRADING_ENTERPRISES'])
    const shares = all.filter(({ share }) => share)
    expect(shares.map(({ share, shareOf }) => [printedTexts(share), shareOf?.metric])).toEqual([
      ['58.6', 'EXPORTS'],
      ['17.3', 'EXPORTS'],
      ['53.5', 'TRADE'],
      ['46.6', 'TRADE'],
    ])
    expect(all.map(({ shareChange }) => printedTexts(shareChange)).filter((each) => each)).toEqual(['3.1'])
  })

  test('of other years have the printed figures', async () => {
    const totals = async (year: number) => {
      const all = await figures(seed(`CN-GACC-${year}-ANNUAL.csv`), 'FLASH')
      return all.slice(0, 3).map(({ value, changes }) => [value?.toFixed(), printedTexts(changes[0]?.percent ?? null)])
    }
    expect(await totals(2020)).toEqual([
      ['32.16', '1.9'],
      ['17.93', '4.0'],
      ['14.23', '-0.7'],
    ])
    expect(await totals(2021)).toEqual([
      ['39.1', '21.4'],
      ['21.73', '21.2'],
      ['17.37', '21.5'],
    ])
    expect(await totals(2022)).toEqual([
      ['42.07', '7.7'],
      ['23.97', '10.5'],
      ['18.1', '4.3'],
    ])
    expect(await totals(2024)).toEqual([
      ['43.85', '5.0'],
      ['25.45', '7.1'],
      ['18.39', '2.3'],
    ])
    expect((await figures(seed('CN-GACC-2024-ANNUAL.csv'), 'FLASH')).slice(3).map(brief)).toEqual([
      ['EXPORTS', 'PRODUCT:ELECTROMECHANICAL', null, 'CNY', null, '8.7 on 2023'],
      ['TRADE', 'PARTNER:BELT_AND_ROAD', '22.07', 'CNY_TRILLION', 2, '6.4 on 2023'],
      ['TRADE', 'PARTNER:ASEAN', null, 'CNY', null, '9 on 2023'],
      ['TRADE', 'PARTNER:EU', null, 'CNY', null, '1.6 on 2023'],
      ['TRADE', 'PARTNER:US', null, 'CNY', null, '4.9 on 2023'],
      ['TRADE', 'ENTERPRISE_TYPE:PRIVATE', '24.33', 'CNY_TRILLION', 2, '8.8 on 2023'],
    ])
  })
})
