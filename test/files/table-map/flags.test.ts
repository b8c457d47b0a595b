import { expect, test } from 'vitest'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { readTable } from './support.js'

const marks = { p: 'PRELIMINARY', c: 'CONFIDENTIAL' }
const region = { is: 'category', header: ['Region'], dimension: 'REGION', language: 'EN' }
const value = { is: 'value', header: ['{year}{mark}'], across: true, metric: 'EXPORTS' }
const flag = { is: 'flag', header: [null] }
const mapOf = (columns: readonly object[]) =>
  parseTableMap(
    JSON.stringify({ title: 'T', header: 1, unit: 'EUR', symbols: { ':': 'MISSING' }, marks, columns }),
    'm.json',
  )

const messagesOf = async (text: string, columns: readonly object[]) => {
  const { problems } = await readTable(text, await mapOf(columns), { period: null })
  return problems.map(({ message }) => message)
}

test('a flag that the map does not have is refused', async () => {
  expect(await messagesOf('Region,2023,\nNorth,1,q\n', [region, value, flag])).toEqual([
    '"q" is none of the "marks" of the map. Add it, with its status or null.',
  ])
})

test('a value with the flag of a figure without one is refused', async () => {
  expect(await messagesOf('Region,2023,\nNorth,1,c\n', [region, value, flag])).toEqual([
    'This figure has a value and a flag that means CONFIDENTIAL. Remove one of them.',
  ])
})

test('a mark of a header that the map does not have is refused', async () => {
  expect(await messagesOf('Region,2023,2024 q\nNorth,1,2\n', [region, value])).toEqual([
    expect.stringContaining('The map has no column with the header "2024 q"'),
  ])
})

test('growth beside columns of years is refused without "across"', async () => {
  const growth = { is: 'growth', header: ['Change {year}/{number}'], metric: 'EXPORTS', span: 'PERIOD' }
  const text = 'Region,2023,2024,Change 2024/2023\nNorth,1,2,100\nSouth,1,2,100\n'
  expect(await messagesOf(text, [region, value, growth])).toEqual([
    expect.stringContaining('"Change {year}/{number}" does not. If its header has a year, add "across": true to it'),
  ])
  expect(await messagesOf(text, [region, value, { ...growth, across: true }])).toEqual([])
})

test('marks and flags stand in their places only', async () => {
  const single = { ...value, across: false, span: 'PERIOD' }
  await expect(mapOf([region, single])).rejects.toThrow('{mark} stands beside the period of columns with "across".')
  await expect(mapOf([region, flag, value])).rejects.toThrow('The column before it has no figures')
})

const nothing = { is: 'nothing', header: ['Note'] }
const exports = { is: 'value', header: ['Exports'], metric: 'EXPORTS', span: 'PERIOD' }
const status = (name: string) => ({ is: 'flag', header: [name] })
const period = { is: 'period', header: ['Year'] }

test('figures may have several columns of flags', async () => {
  const map = await mapOf([period, region, exports, status('Status'), nothing, status('Symbol')])
  const text = 'Year,Region,Exports,Status,Note,Symbol\n2023,North,1,p,,r\n2023,South,2,,x,r\n2023,East,:,c,,\n'
  const { figures, problems } = await readTable(
    text,
    { ...map, marks: { ...map.marks, r: 'REVISED' } },
    { period: null },
  )
  expect(problems).toEqual([])
  expect(figures.map(({ status, flags }) => [status, flags])).toEqual([
    ['PRELIMINARY', 'p r'],
    ['REVISED', 'r'],
    ['CONFIDENTIAL', 'c'],
  ])
})

test('a second column of flags after columns with across is refused', async () => {
  await expect(mapOf([region, value, flag, flag])).rejects.toThrow('columns[3]: The column before it has no figures')
})
