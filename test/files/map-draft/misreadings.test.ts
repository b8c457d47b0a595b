import { expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })
const mapOf = async (text: string) => JSON.parse(JSON.stringify((await draftOf(text)).map))

test('a leading zero proves a decimal comma', async () => {
  const { map, figures } = await draftOf('Zeitraum,Ausfuhr,Einfuhr\n2024-01,"1,085","0,925"\n2024-02,"1,079","0,931"\n')
  expect(map).toMatchObject({ decimalMark: ',' })
  expect(map).not.toHaveProperty('thousands')
  expect(figures.slice(0, 2)).toEqual([
    'EXPORTS TOTAL:ALL 2024-01: 1.085 NUMBER',
    'IMPORTS TOTAL:ALL 2024-01: 0.925 NUMBER',
  ])
})

test('points before three digits each are a question', async () => {
  const { guesses, map } = await draftOf(
    'Período,Exportação,Importação\n01/2024,27.016,20.480\n02/2024,23.538,18.091\n',
  )
  expect(guesses.at(-1)).toBe(
    'Are points thousands or decimals: is 27.016 a fraction or 27016? Complete "decimalMark".',
  )
  expect(map['decimalMark']).toMatch(/^<fill in: "\."/)
})

const commas = (rows: string) => draftOf(`Region;Exports 2021;Exports 2022\n${rows}`)

test('commas before three digits each are a question', async () => {
  const { map, guesses, figures } = await commas('West;14,769;15,081\nEast;314,769;315,081\n')
  expect(map['decimalMark']).toBe(
    '<fill in: "," for decimal commas, or "." beside "thousands": ",": is 14,769 a fraction or 14769?>',
  )
  expect(guesses.at(-1)).toBe(
    'Are commas decimals or thousands: is 14,769 a fraction or 14769? Complete "decimalMark".',
  )
  expect(figures[0]).toContain(': 14.769 NUMBER')
})

test('commas in a file of commas are probably thousands, and a question', async () => {
  const { map, figures } = await draftOf('Region,Exports 2021\nWest,"14,769"\nEast,"314,769"\n')
  expect(map).not.toHaveProperty('decimalMark')
  expect(map['thousands']).toBe(
    '<fill in: "," for thousands, or "decimalMark": "," in place of this key: is 14,769 a fraction or 14769?>',
  )
  expect(figures[0]).toContain(': 14769 NUMBER')
})

test.each([
  ['a number of two groups', 'West;14,769;1,315,081\n', { thousands: ',' }],
  ['a small number in the column', 'West;14,769;15,081\nEast;12;13\n', { thousands: ',' }],
  ['a decimal point', 'West;14,769;15.5\n', { thousands: ',' }],
  ['another number of decimals', 'West;14,769;15,08\n', { decimalMark: ',' }],
  ['a leading zero', 'West;14,769;0,769\n', { decimalMark: ',' }],
])('%s proves what commas are', async (_, rows, expected) => {
  const { thousands, decimalMark } = (await commas(rows)).map
  expect({ thousands, decimalMark }).toEqual(expected)
})

test('a small number in another column proves nothing', async () => {
  expect((await commas('West;14,769;15\nEast;12,769;16\n')).map['decimalMark']).toContain('a fraction')
})

test('a long number proves decimal points in its column only', async () => {
  expect((await mapOf('Region,Exports\nWest,27.016\nEast,1234\n')).decimalMark).toBeUndefined()
  expect((await mapOf('Region,Exports,Imports\nWest,27.016,1234\n')).decimalMark).toContain('a fraction')
})

test('commas and points before three digits each contradict each other', async () => {
  expect((await commas('West;14,769;15.081\n')).map['decimalMark']).toContain('contradict')
})

test.each([
  ['280.633.046,48.732', { thousands: '.' }],
  ['"1.085,5","732,0"', { thousands: '.', decimalMark: ',' }],
  ['"1,085.5","48,732"', { thousands: ',' }],
  ['280\u00a0633,48\u00a0732', { thousands: ' ' }],
  ['"1\u202f085,5","732,25"', { thousands: ' ', decimalMark: ',' }],
  ['27.016,20.48', {}],
  ["1'085.25,732", { thousands: "'" }],
  ['1’085.25,732', { thousands: "'" }],
])('%s proves %j', async (cells, expected) => {
  const { thousands, decimalMark } = await mapOf(`Region,Exports,Imports\nWest,${cells}\n`)
  expect({ thousands, decimalMark }).toEqual(expected)
})

test('separators that contradict each other are a question', async () => {
  const { decimalMark } = await mapOf('Region,Exports,Imports\nWest,"1,085,000","0,925"\n')
  expect(decimalMark).toContain('contradict')
})

test.each([
  'World,280633 r,334463,339672 p',
  'World,n/a,n/a,n/a',
  'World,280\u00a0633,334\u00a0463,339\u00a0672',
  'World,280633(1),334463*,339672¹',
])('the first row of figures is not a header: %s', async (row) => {
  const { header, columns } = await mapOf(`Country,2021,2022,2023\n${row}\nChile,732,305,120\nPeru,612,415,130\n`)
  expect(header).toBe(1)
  expect(columns).toMatchObject([{ total: ['World'] }, { header: ['{year}'], across: true }])
})

test('rows of numbers of columns and of months remain headers', async () => {
  expect(await mapOf('Region,A,B,C\n(0),(1),(2),(3)\nWest,51,62,73\n')).toMatchObject({ header: 2 })
  expect(await mapOf('Exports 2024,,,\nRegion,1,2,3\nWest,51,62,73\n')).toMatchObject({ header: 1 })
})

test('the last row of marks is part of the table', async () => {
  expect(await mapOf('Country,2021,2022\nChile,732,305\nPeru,n/a,n/a\n')).not.toHaveProperty('end')
})

test('the last row of a table may have no figures', async () => {
  const text = 'Country,2021,2022\nChile,732,305\nPeru,30,40\nNot classified,,\n'
  expect(await mapOf(text)).not.toHaveProperty('end')
  expect(await mapOf(`${text}Source: Customs\n`)).toMatchObject({ end: ['Source:'], symbols: { '': 'MISSING' } })
  expect(await mapOf(`${text}Data of customs,,\n`)).toMatchObject({ end: ['Not classified'] })
})

test('figures are shown with the digits that are printed', async () => {
  const { figures } = await draftOf('Region,2022\nWest,94.0\nEast,1.25\n')
  expect(figures).toEqual(['? LOCATION:West 2022: 94.0 NUMBER', '? LOCATION:East 2022: 1.25 NUMBER'])
})

test('a notice is shown once', async () => {
  const rows = ['West', 'East', 'South'].map((name) => `${name},1\u00a0085,2\u00a0300`)
  const { problems } = await draftOf(`Region,2021,2022\n${rows.join('\n')}\n`)
  expect(problems).toEqual(['No-break and thin spaces between thousands are read like the space that the map states.'])
})

test.each(['1350 r', '1350 Po', '(150)', '\u2212150', '–150', '$5', '5%', '100¹'])(
  'a column with %s has figures',
  async (cell) => {
    const { map } = await draftOf(
      `Period,Exports,Imports\n2024-01,1200,${cell}\n2024-02,1310,1340\n2024-03,1305,${cell}\n`,
    )
    expect(map).toMatchObject({ columns: [{ is: 'period' }, { is: 'value' }, { is: 'value', metric: 'IMPORTS' }] })
    expect(map).not.toHaveProperty('symbols')
  },
)

test('a mark after numbers is to be completed', async () => {
  const { map, guesses } = await draftOf('Period,Exports\n2024-01,1350 r\n2024-02,1340 r\n')
  expect(map).toMatchObject({ marks: { r: expect.stringContaining('<fill in: the status of figures with "r"') } })
  expect(guesses).toContain('"r" after a number is a mark. It becomes a flag of the figure.')
})

test('a column with words of its own does not take the metric of the title', async () => {
  const text = 'Total Value of Exports and Imports\n\nMonth,Exp-Total,Value\n2023/11,8819,1\n2023/12,9643,2\n'
  const { columns } = await mapOf(text)
  expect(columns).toMatchObject([{}, { metric: '<fill in: the metric of "Exp-Total">' }, { metric: 'TRADE' }])
})

test.each([',Dollars', ',Dollars,Dollars'])('a line of the unit, %s, is a header', async (unit) => {
  const text = [
    '"Retail trade sales (x 1,000)"',
    ',Seasonally adjusted',
    'Geography,January 2024,February 2024',
    unit,
    'Canada,"66,673,406","66,584,935"',
    'Yukon,"85,404",..',
    '',
    'Symbol legend:',
    '..,not available',
    'Footnotes:',
    '1,Data of 2022',
  ].join('\n')
  const { map, problems, figures } = await draftOf(text)
  expect(problems).toEqual([])
  expect(figures).toHaveLength(4)
  expect(map).toMatchObject({
    header: 2,
    end: ['Symbol legend:'],
    unit: '<fill in: the unit of "Dollars" and "Retail trade sales (x 1,000)">',
    columns: [{ header: ['Geography', null] }, { header: ['{monthName} {year}', null], across: true }],
  })
})

test('a header of TIME above GEO is one header', async () => {
  const { map, problems, figures } = await draftOf('TIME,2021,2022\nGEO (Labels),,\nBelgium,155342.1,:\nDenmark,5,6\n')
  expect(map).toMatchObject({ header: 2 })
  expect(figures).toHaveLength(4)
  expect(problems).toEqual([])
})

test.each([';', '\t'])('cells separated by "%s" are read with their decimal commas', async (delimiter) => {
  const rows = `${['Land', '2021', '2022'].join(delimiter)}\n${['"A, B"', '1375,5', '190,1'].join(delimiter)}`
  const { map, figures, problems } = await draftOf(
    `Exporte, nach Land\n${rows}\n${['"C;D"', '5,25', '6,0'].join(delimiter)}\n`,
  )
  expect(problems).toEqual([])
  expect(map).toMatchObject({ delimiter, decimalMark: ',' })
  expect(figures).toHaveLength(4)
  expect(figures[0]).toContain('2021: 1375.5 NUMBER')
})

test.each([
  ['x', ', perhaps CONFIDENTIAL'],
  ['s', ', perhaps CONFIDENTIAL'],
  ['ND', ', perhaps MISSING'],
  ['NS', ', perhaps MISSING'],
  ['…', ', perhaps MISSING'],
  ['..', ', perhaps MISSING'],
  ['(A)', ''],
])('the symbol %s is asked for, with a proposal', async (symbol, perhaps) => {
  const { symbols } = await mapOf(`Region,2021,2022\nWest,51,${symbol}\nEast,62,73\nSouth,51,73\n`)
  const open = `<fill in: what "${symbol}" means${perhaps}: NIL, MISSING, NOT_APPLICABLE or CONFIDENTIAL>`
  expect(symbols).toEqual({ [symbol]: open })
})

test.each(['Deutschland', 'France métropolitaine', 'Brasil'])('a row of sums is asked for: %s', async (label) => {
  const { columns } = await mapOf(`Region,2021,2022\nWest,51,62.5\nEast,62,73.1\nSouth,51,73.2\n${label},164,208.8\n`)
  const open = `<fill in: "${label}" if it is the total, as its figures are the sums of the others; otherwise remove "total">`
  expect(columns).toMatchObject([{ total: [open] }, {}])
})
test('a row that is no sum is not asked for', async () => {
  const { columns } = await mapOf('Region,2021,2022\nWest,51,62.5\nEast,62,73.1\nSouth,113,73.2\n')
  expect(columns[0]).not.toHaveProperty('total')
})

test('footnote marks of labels are reported, and not kept', async () => {
  const { map, guesses, figures } = await draftOf('Region,2021,2022\nWest¹,51,62\nEast 2),62,73\nSouth*,11,12\n')
  expect(map).toMatchObject({ columns: [{ aliases: { 'West¹': 'West', 'East 2)': 'East', 'South*': 'South' } }, {}] })
  expect(guesses.join()).toContain('The footnote marks of labels, as in "West¹", are not kept.')
  expect(figures[0]).toContain('LOCATION:West 2021')
})
