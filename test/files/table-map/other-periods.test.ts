import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { readTable } from './support.js'

async function problems(text: string, period: string, { header, ...rest }: { header: string; before?: number }) {
  const map = {
    title: 'Exports',
    header: 1,
    unit: 'EUR',
    ...rest,
    columns: [
      { is: 'category', header: ['Region'], dimension: 'LOCATION', language: 'EN' },
      { is: 'value', header: [header], metric: 'EXPORTS', span: 'PERIOD' },
    ],
  }
  const read = await readTable(text, await parseTableMap(JSON.stringify(map), 'm.json'), {
    period: parsePeriod(period),
  })
  expect(read.figures).toHaveLength(read.problems.length > 0 ? 0 : 1)
  return read.problems.map(({ row, message }) => `${row}: ${message}`)
}

const other = (row: number, text: string, period: string) =>
  `${row}: "${text}" states another period than ${period}, the period of the import. Name the period of the table, or correct this text.`

describe('a header that states another period than the import is refused', () => {
  test.each([
    ['Einfuhr 2023', '2024'],
    ['Exports, 2023 Q1', '2024-Q1'],
    ['Exports, 2024 Q1', '2024-Q2'],
    ['2023 (1 000 EUR)', '2024'],
    ['mnkr 2024M01', '2024-02'],
    ['Exports January 2024', '2024'],
    ['令和5年 輸出', '2024'],
  ])('%s is not of %s', async (header, period) => {
    expect(await problems(`Region,"${header}"\nWest,1\n`, period, { header })).toEqual([other(1, header, period)])
  })
  test('even if the map does not name the text', async () => {
    const map = {
      title: 'Exports',
      header: 2,
      unit: 'EUR',
      columns: [
        { is: 'category', header: [null, 'Region'], dimension: 'LOCATION', language: 'EN' },
        { is: 'value', header: [null, '{monthName}'], metric: 'EXPORTS', across: true },
      ],
    }
    const read = await readTable(',2023,\nRegion,Jan,Feb\nWest,1,2\n', await parseTableMap(JSON.stringify(map), 'm'), {
      period: parsePeriod('2024'),
    })
    expect(read.problems).toMatchObject([{ row: 1, found: '2023' }])
  })
})

test.each([
  ['Exports 2024', '2024'],
  ['Exports 2024', '2024-03'],
  ['Exports, 2023 to 2024', '2024'],
  ['Exports (2015=100)', '2024'],
  ['Exports in prices of 2015', '2024'],
  ['Exports HS 2017', '2024'],
  ['Exports May 2024', '2024-01/2024-05'],
  ['Exports January to March 2024', '2024-Q1'],
  ['Exports', '2024'],
])('"%s" may be of %s', async (header, period) => {
  expect(await problems(`Region,"${header}"\nWest,1\n`, period, { header })).toEqual([])
})

describe('a title that states another period than the import', () => {
  const map = { header: 'Exports', before: 5 }
  test.each(['Exports by region, 2023', 'Ausfuhr im Mai 2023', 'Exports 2023 (million euros)'])(
    'is refused: %s',
    async (title) => {
      expect(await problems(`"${title}"\nRegion,Exports\nWest,1\n`, '2024', map)).toEqual([other(1, title, '2024')])
    },
  )
  test.each([
    'Exports by region, 2024',
    'Last updated: 28 June 2023',
    'Exports, 2019 to 2023',
    'Monthly bulletin, March 2023',
    'Published on 15.03.2023',
    'Nomenclature of 2017',
  ])('is not found in "%s"', async (title) => {
    expect(await problems(`"${title}"\nRegion,Exports\nWest,1\n`, '2024', map)).toEqual([])
  })
  test('is not refused beside one that states it', async () => {
    expect(await problems('Exports 2023\nExports 2024\nRegion,Exports\nWest,1\n', '2024', map)).toEqual([])
  })
})
