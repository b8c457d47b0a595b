import { expect, test } from 'vitest'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { line, places, readTable } from './support.js'

const value = (metric: string, header: readonly (string | null)[]) => ({ is: 'value', header, metric, across: true })

const mapOf = (...columns: readonly ReturnType<typeof value>[]) =>
  parseTableMap(
    JSON.stringify({
      title: 'Trade',
      header: columns[0]?.header.length,
      unit: 'EUR',
      columns: [
        {
          is: 'category',
          header: [...Array.from(columns[0]?.header.slice(1) ?? [], () => null), 'Country'],
          dimension: 'PARTNER',
          language: 'EN',
        },
        ...columns,
      ],
    }),
    'm.json',
  )

const both = mapOf(value('EXPORTS', ['{year}', 'Exports']), value('IMPORTS', ['{year}', 'Imports']))

async function read(text: string, map: ReturnType<typeof mapOf>) {
  const { figures, problems } = await readTable(text, await map, { period: null })
  expect(problems).toEqual([])
  return figures.map(line)
}

test.each([',2022,,2023,', ',2022,2022,2023,2023'])('columns with across repeat together: %s', async (years) => {
  expect(await read(`${years}\nCountry,Exports,Imports,Exports,Imports\nChile,1,2,3,4\n`, both)).toEqual([
    'EXPORTS PARTNER:Chile 2022, 1 EUR',
    'IMPORTS PARTNER:Chile 2022, 2 EUR',
    'EXPORTS PARTNER:Chile 2023, 3 EUR',
    'IMPORTS PARTNER:Chile 2023, 4 EUR',
  ])
})

test('words stand before their periods', async () => {
  const map = mapOf(value('EXPORTS', ['Ausfuhr {year}']), value('IMPORTS', ['Einfuhr {year}']))
  expect(await read('Country,Ausfuhr 2022,Einfuhr 2022,Ausfuhr 2023,Einfuhr 2023\nChile,1,2,3,4\n', map)).toEqual([
    'EXPORTS PARTNER:Chile 2022, 1 EUR',
    'IMPORTS PARTNER:Chile 2022, 2 EUR',
    'EXPORTS PARTNER:Chile 2023, 3 EUR',
    'IMPORTS PARTNER:Chile 2023, 4 EUR',
  ])
})

test('a period that repeats is refused', async () => {
  const { problems } = await readTable(
    ',2022,,2022,\nCountry,Exports,Imports,Exports,Imports\nChile,1,2,3,4\n',
    await both,
    { period: null },
  )
  expect(places(problems)).toEqual(['1, 2022 Exports (column 4): null', '1, Imports (column 5): null'])
})

test('Roman months stand below their years', async () => {
  const map = mapOf(value('EXPORTS', ['{year}', '{monthRoman}']))
  expect(await read(',2023,,2024,\nCountry,XI,XII,I,II\nChile,1,2,3,4\n', map)).toEqual([
    'EXPORTS PARTNER:Chile 2023-11, 1 EUR',
    'EXPORTS PARTNER:Chile 2023-12, 2 EUR',
    'EXPORTS PARTNER:Chile 2024-01, 3 EUR',
    'EXPORTS PARTNER:Chile 2024-02, 4 EUR',
  ])
})

test('Roman quarters stand before their years', async () => {
  const map = mapOf(value('EXPORTS', ['{quarterRoman} kw. {year}']))
  expect(await read('Country,III kw. 2023,IV kw. 2023\nChile,1,2\n', map)).toEqual([
    'EXPORTS PARTNER:Chile 2023-Q3, 1 EUR',
    'EXPORTS PARTNER:Chile 2023-Q4, 2 EUR',
  ])
})

test('months and their total of the year may be of one metric', async () => {
  const map = mapOf(value('EXPORTS', ['{year}', '{monthName}']), value('EXPORTS', ['{year}', 'Total']))
  expect(await read(',2022,,2023,\nCountry,Jan,Total,Jan,Total\nChile,1,20,3,40\n', map)).toEqual([
    'EXPORTS PARTNER:Chile 2022-01, 1 EUR',
    'EXPORTS PARTNER:Chile 2022, 20 EUR',
    'EXPORTS PARTNER:Chile 2023-01, 3 EUR',
    'EXPORTS PARTNER:Chile 2023, 40 EUR',
  ])
})

test('a column that is not read stands below the end of a merged cell', async () => {
  const nothing = { is: 'nothing', header: [null, 'index'] }
  const exports = value('EXPORTS', ['Exports', '{year}'])
  const map = await mapOf(exports, nothing as unknown as typeof exports, value('IMPORTS', ['Imports', '{year}']))
  const table = 'Trade,,,,,\nEUR,,,,,\n,Exports,,,Imports,\nCountry,2022,2023,index,2022,2023\nChile,1,2,200,3,4\n'
  expect(await read(table, Promise.resolve({ ...map, before: 3 }))).toEqual([
    'EXPORTS PARTNER:Chile 2022, 1 EUR',
    'EXPORTS PARTNER:Chile 2023, 2 EUR',
    'IMPORTS PARTNER:Chile 2022, 3 EUR',
    'IMPORTS PARTNER:Chile 2023, 4 EUR',
  ])
})
