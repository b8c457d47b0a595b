import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { styles, workbook } from '../xlsx/support.js'
import { line, readTable } from './support.js'

const map = (value: object) => parseTableMap(JSON.stringify({ title: 'T', header: 1, unit: 'EUR', ...value }), 'm.json')
const region = { is: 'category', header: ['Region'], dimension: 'REGION', language: 'EN' }
const across = (header: string) => ({ is: 'value', header: [header], across: true, metric: 'EXPORTS' })
const value = { is: 'value', header: ['Exports'], metric: 'EXPORTS', span: 'PERIOD' }
const periodsOf = async (text: string | Uint8Array, given: object, period: string | null = null) => {
  const options = { period: period === null ? null : parsePeriod(period) }
  const { figures, problems } = await readTable(text, await map(given), options)
  return problems.length > 0 ? problems.map(({ message }) => message) : figures.map((figure) => figure.period.text)
}

test.each([
  'ene.,feb,marzo,abr.,mayo,jun,julio,ago.,sept.,oct,noviembre,dic.',
  'janeiro,fev.,março,abril,mai.,jun,julho,agosto,set.,out.,nov,dezembro',
  'janv.,févr.,mars,avril,mai,juin,juil.,août,sept.,octobre,nov.,déc.',
  'Jan,Feb,Mrz,April,Mai,Juni,Juli,Aug.,Sept.,Okt.,November,Dez',
  'gen,febbraio,mar,apr,maggio,giugno,lug,ago,settembre,ott,nov,dic',
  'januari,feb,mrt,april,mei,juni,juli,aug,september,okt,november,dec',
  'styczeń,lutego,marca,kwi,maj,czerwiec,lip,sierpnia,wrz,październik,lis,grudzień',
  'янв.,февраль,март,апр.,май,июня,июль,августа,сент.,октябрь,нояб.,декабря',
  '01. Janeiro,02. Fevereiro,3. März,04 - April,5.Mai',
  '1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月',
  '一月,二月,三月,四月,五月,六月,七月,八月,九月,十月,十一月,十二月',
])('names of months are understood: %s', async (months) => {
  const inRows = [
    { is: 'period', header: ['Year'], part: 'YEAR' },
    { is: 'period', header: ['Month'], part: 'MONTH' },
  ]
  const rows = months.split(',').map((month, at) => `2024,${month},${at + 1}`)
  const expected = rows.map((_, at) => `2024-${String(at + 1).padStart(2, '0')}`)
  expect(await periodsOf(`Year,Month,Exports\n${rows.join('\n')}\n`, { columns: [...inRows, value] })).toEqual(expected)
})

test('the number and the name of a month must agree', async () => {
  const inRows = [
    { is: 'period', header: ['Year'], part: 'YEAR' },
    { is: 'period', header: ['Month'], part: 'MONTH' },
  ]
  expect(await periodsOf('Year,Month,Exports\n2024,02. January,5\n', { columns: [...inRows, value] })).toEqual([
    expect.stringContaining('"02. January" is not a month, like 3 or March.'),
  ])
})

test('Japanese years are read, of the western or the imperial calendar', async () => {
  const inRows = [
    { is: 'period', header: ['年'], part: 'YEAR' },
    { is: 'period', header: ['月'], part: 'MONTH' },
  ]
  const text = '年,月,Exports\n2023年,12月,5\n令和元年,5月,6\n平成31年,4月,7\n'
  expect(await periodsOf(text, { columns: [...inRows, value] })).toEqual(['2023-12', '2019-05', '2019-04'])
  const whole = { columns: [{ is: 'period', header: ['期間'] }, value] }
  expect(await periodsOf('期間,Exports\n令和5年10月,5\n', whole)).toEqual(['2023-10'])
})

describe('months across are of the year', () => {
  const columns = [region, across('{monthName}')]
  const rows = 'Region,Jan,Feb\nNorth,1,2\n'
  test('that the title states', async () => {
    const titled = { titles: [{ text: 'Exports in {year}' }], columns }
    expect(await periodsOf(`Exports in 2023,,\n${rows}`, titled)).toEqual(['2023-01', '2023-02'])
  })
  test('of the import, and are refused without one', async () => {
    expect(await periodsOf(rows, { columns }, '2022')).toEqual(['2022-01', '2022-02'])
    expect(await periodsOf(rows, { columns })).toEqual([
      expect.stringContaining('nothing states their year. Name the year as the period'),
    ])
  })
  test('of each row', async () => {
    const inRows = [{ is: 'period', header: ['Year'], part: 'YEAR' }, across('{monthName}')]
    const text = 'Year,Jan,Feb\n2022,1,2\n2023,3,4\n'
    expect(await periodsOf(text, { columns: inRows })).toEqual(['2022-01', '2022-02', '2023-01', '2023-02'])
  })
  test('with two digits', async () => {
    const text = 'Region,Dec-99,Jan-00\nNorth,1,2\n'
    expect(await periodsOf(text, { columns: [region, across('{monthName}-{yy}')] })).toEqual(['1999-12', '2000-01'])
  })
})

describe('a cell of periods', () => {
  const of = (texts: readonly string[], given: object = {}) =>
    periodsOf(`Date,Exports\n${texts.map((text, at) => `${text},${at}`).join('\n')}\n`, {
      columns: [{ is: 'period', header: ['Date'], ...given }, value],
    })
  test('may be worded as offices do', async () => {
    expect(await of(['2024', 'Jan 2024', '2024M02', 'March 2024', '2024年4月', 'Q3 2024', '5/2024'])).toEqual([
      '2024',
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-Q3',
      '2024-05',
    ])
  })
  test('may be a date in any order of day and month', async () => {
    const frequency = 'MONTHLY'
    const texts = ['31/01/2024', '01/02/2024', '3/31/2024', '30.04.2024', '2024/5/1', '2024-06-30T00:00:00']
    const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06']
    expect(await of(texts, { frequency })).toEqual(months)
  })
  test('is refused as a date without frequency, or of another day', async () => {
    expect(await of(['2024-01-31'])).toEqual(['"2024-01-31" is a date. Add "frequency" to this column of the map.'])
    expect(await of(['2024-02-30', '15/01/2024', '2024-01-31T12:00:00'], { frequency: 'MONTHLY' })).toEqual([
      '"2024-02-30" is not a date, like 2024-01-31.',
      expect.stringContaining('15/01/2024 is neither the first nor the last day of 2024-01.'),
      '"2024-01-31T12:00:00" is not a date, like 2024-01-31.',
    ])
  })
})

describe('a workbook', () => {
  const number = (text: string, style?: number) => ({ number: text, ...(style !== undefined && { style }) })
  test('may have dates as periods of rows', async () => {
    const cells = [
      ['Date', 'Exports'],
      [number('45322', styles.date), number('1')],
      [{ xml: '<c t="d"><v>2024-02-29</v></c>' }, number('2')],
    ]
    const columns = [{ is: 'period', header: ['Date'], frequency: 'MONTHLY' }, value]
    expect(await periodsOf(workbook(cells), { columns })).toEqual(['2024-01', '2024-02'])
  })
  test('reads dates as periods of columns, and refuses them as numbers', async () => {
    const cells = [
      ['Region', number('45292', styles.month), number('45323', styles.month)],
      ['North', number('1'), number('2')],
    ]
    const columns = [region, across('{year}-{month}-01')]
    expect(await periodsOf(workbook(cells), { columns })).toEqual(['2024-01', '2024-02'])
    const spoilt = [...cells, ['South', number('45292', styles.date), number('2')]]
    expect(await periodsOf(workbook(spoilt), { columns })).toEqual([expect.stringContaining('contains a date')])
  })
  test('may have blank rows above its header, with merged cells in it', async () => {
    const cells = [...new Array<never[]>(4).fill([]), ['', '2023', ''], ['Region', 'Jan', 'Feb'], ['North', '1', '2']]
    const columns = [
      { ...region, header: [null, 'Region'] },
      { ...across(''), header: ['{year}', '{monthName}'] },
    ]
    const bytes = workbook(cells, ['B5:C5'])
    const { figures, problems } = await readTable(bytes, await map({ header: 2, columns }), { period: null })
    expect(problems).toEqual([])
    expect(figures.map(line)).toEqual(['EXPORTS REGION:North 2023-01, 1 EUR', 'EXPORTS REGION:North 2023-02, 2 EUR'])
  })
})

test('split years in order are refused unless a map says months', async () => {
  const years = (keys: object) => map({ columns: [{ is: 'period', header: ['Year'], ...keys }, value] })
  const text = 'Year,Exports\n2009-10,1\n2010-11,2\n2011-12,3\n'
  const { problems } = await readTable(text, await years({}), { period: null })
  expect(problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
    expect.stringContaining('4: "2011-12" may be a split year'),
  ])
  const { figures, problems: none } = await readTable(text, await years({ frequency: 'MONTHLY' }), { period: null })
  expect(none).toEqual([])
  expect(figures.map(({ period }) => period.text)).toEqual(['2009-10', '2010-11', '2011-12'])
})

test('a column without period beside columns with periods is named', async () => {
  const mixed = await map({ columns: [region, across('{year}'), { ...value, header: ['2023p'] }] })
  const text = 'Region,2022,2023p\nWest,1,2\n'
  for (const period of [null, parsePeriod('2023')]) {
    const { problems } = await readTable(text, mixed, { period })
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('the column "2023p" does not. If its header has a year'),
    ])
  }
})
