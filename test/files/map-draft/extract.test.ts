import { expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

const header = 'DATE,Flow,Country,UOM,UOM_ID,SCALAR_FACTOR,SCALAR_ID,VECTOR,COORDINATE,VALUE,STATUS,SYMBOL,DECIMALS'
const rows = ['Chile', 'Peru', 'Togo'].flatMap((country, at) =>
  ['Export', 'Import'].map((flow, of) => {
    const [value, status] = at === 1 ? ['', 'x'] : [`${at * 10 + of + 1}.5`, at === 2 ? 'Q' : '']
    const symbol = of === 0 ? 'r' : ''
    return `2024-01,${flow},${country},Euros,81,millions,6,v${at}${of},1.${at}.${of},${value},${status},${symbol},1`
  }),
)
const extract = `${header}\n${rows.join('\n')}\n`

test('the values of an extract are in the column that is named so', async () => {
  const { map, figures, problems, guesses } = await draftOf(extract)
  expect(map['columns']).toMatchObject([
    { is: 'period' },
    { is: 'metric' },
    { is: 'category', dimension: 'PARTNER' },
    ...['UOM', 'UOM_ID', 'SCALAR_FACTOR', 'SCALAR_ID', 'VECTOR', 'COORDINATE'].map((name) => ({
      is: 'nothing',
      header: [name],
    })),
    { is: 'value', header: ['VALUE'], span: 'PERIOD' },
    { is: 'flag', header: ['STATUS'] },
    { is: 'flag', header: ['SYMBOL'] },
    { is: 'nothing', header: ['DECIMALS'] },
  ])
  expect(problems).toEqual([])
  expect(figures[0]).toBe('EXPORTS PARTNER:Chile 2024-01: 1.5 EUR_MILLION')
  expect(figures).toHaveLength(6)
  expect(guesses).toContain('Column "UOM_ID" has no figures beside those of "VALUE", and is not read.')
})

test('its unit is that of two columns together', async () => {
  const { map, guesses } = await draftOf(extract)
  expect(map['unit']).toBe('EUR_MILLION')
  expect(guesses).toContain('The unit is EUR_MILLION, as "millions Euros" states.')
  const { placeholders } = await draftOf(extract.replaceAll('Euros', 'Dollars'))
  expect(placeholders).toContain('<fill in: the unit of "millions Dollars">')
})

test('its flags are asked for unless they are usual, by their figures', async () => {
  const { map, placeholders } = await draftOf(extract)
  const [withValue, without] = [
    '<fill in: the status of figures with "Q": PRELIMINARY, REVISED, ESTIMATED, BREAK or null>',
    '<fill in: the status of "x" without a value: CONFIDENTIAL, NOT_APPLICABLE or null>',
  ]
  expect(map['marks']).toEqual({ Q: withValue, x: without, r: 'REVISED' })
  expect(placeholders).toEqual([withValue, without])
})

test('constant numbers are figures where no column is named as that of values', async () => {
  const { map } = await draftOf('Month,Exports,Balance_ID\n2024-01,5,1\n2024-02,6,1\n')
  expect(map['columns']).toMatchObject([{ is: 'period' }, { is: 'value' }, { is: 'value' }])
})

test('a text beside empty cells is not said to be always there', async () => {
  const { guesses } = await draftOf(
    'Month,Exports,Remark\n2024-01,5,revised text\n2024-02,6,\n2024-03,7,revised text\n',
  )
  expect(guesses).toContain('Column "Remark" is always "revised text" or empty, and is not read.')
})
