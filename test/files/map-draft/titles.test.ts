import { expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { draftMap } from '../../../src/files/map-draft/draft.js'

const tableOf = (title: string) => `"${title}",,\nMillion euros,,\nRegion,Exports,Imports\nWest,51,62\nEast,70,80\n`

const draftOf = (title: string, period: string | null = null) =>
  draftMap(new TextEncoder().encode(tableOf(title)), {
    file: 'a.csv',
    encoding: null,
    sheet: null,
    period: period === null ? null : parsePeriod(period),
  })

test.each([
  ['Exports 2024', '2024'],
  ['Exports by region, 2024', '2024'],
  ['Visitors and receipts by region 2023', '2023'],
  ['Trade by region (2024)', '2024'],
  ['Ausfuhr im Jahr 2024', '2024'],
  ['Exports in May 2024', '2024-05'],
  ['Ausfuhr im Mai 2024', '2024-05'],
  ['Commerce extérieur, août 2024', '2024-08'],
  ['Comercio exterior, mayo de 2024', '2024-05'],
  ['Norland: exports by province, 3/2024', '2024-03'],
  ['Ausfuhr 2024 in Mio. EUR', '2024'],
  ['Exports January-May 2024', '2024-01/2024-05'],
  ['Foreign trade from January to May 2024', '2024-01/2024-05'],
  ['Comercio exterior, enero-mayo de 2024', '2024-01/2024-05'],
  ['Ausfuhr Januar bis Mai 2024', '2024-01/2024-05'],
  ['Exports 2024 Q2', '2024-Q2'],
  ['Ausfuhr, 2. Quartal 2024', '2024-Q2'],
  ['2024年5月进出口商品总值表', '2024-05'],
  ['2024年1至5月进出口商品总值表', '2024-01/2024-05'],
  ['輸出 令和6年5月', '2024-05'],
])('the title "%s" is of %s', async (title, period) => {
  const { figures, problems } = await draftOf(title)
  expect(problems).toEqual([])
  expect(figures[0]).toContain(` ${period}: 51 EUR_MILLION`)
})

test.each([
  'Exports by region (2015=100)',
  'Exports at constant 2015 prices',
  'Exports in prices of 2015',
  'Exports by HS 2022 section',
  'Exports by HS 2022',
  'Exports by region, HS (2022)',
  '2021 census boundaries',
  'Exports, year ended 30 June 2024',
  'Exports, first half of 2024',
  'Exports, 2nd quarter 2024',
  'Exports, first half, 2024',
  'Exports, 2019-2023 average',
  'Exports, financial year 2023/24',
  'Exports, published in 2024',
  'Exports as of 15 March 2024',
  'Table 12/2024',
  'Exports January and February 2024',
  'Exports in March, April 2024',
  'Exports March-May 2024',
  'Número-índice (2022=100)',
  'Last updated: May 2024',
  'Source: Customs, 2024',
  '2023年度輸出',
  '2024年上半年进出口',
])('the title "%s" states no period, and one is asked for', async (title) => {
  const { map, guesses, problems } = await draftOf(title)
  expect(map).not.toHaveProperty('titles')
  expect(guesses).toContain(
    `No text states the period: import the table with --period. The period is not clear from "${title}".`,
  )
  expect(problems).toEqual([expect.stringContaining('Name its period')])
  expect((await draftOf(title, '2024')).figures[0]).toContain(' 2024: 51 EUR_MILLION')
})
