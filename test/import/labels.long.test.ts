import { afterAll, describe, expect, test } from 'vitest'
import { askerOf, importMutation, input } from '../graphql/publish.js'
import { openTestStore } from '../support.js'

const opened = await openTestStore()
const send = askerOf(opened)
afterAll(opened.close)

const map = {
  title: 'Exports by product',
  header: 1,
  unit: 'CNY_100_MILLION',
  columns: [
    { is: 'category', header: ['Product'], dimension: 'PRODUCT', language: 'EITHER', total: ['Grand total'] },
    { is: 'value', header: ['Value'], metric: 'EXPORTS', span: 'MONTH' },
  ],
}
let number = 0

/** Imports a table with a figure for each label, and lists what the report says about them. */
async function importOf(labels: readonly string[], given: object = {}, changed: object = map) {
  const content = ['Product,Value', ...labels.map((label, at) => `"${label}",${at + 1}`), ''].join('\n')
  const more = {
    code: `LABELS-${++number}`,
    format: 'TABLE',
    map: JSON.stringify(changed),
    period: '1991-03',
    dryRun: true,
    files: [{ name: 'a.csv', content }],
    ...given,
  }
  const { data, errors } = await send(importMutation, input('', more))
  expect(errors).toBeUndefined()
  const { accepted, added, notices, findings } = data.importRelease
  return { accepted, added, notices, findings: findings.map(({ message }: { message: string }) => message) }
}

describe('a label of other spelling', () => {
  test.each([
    ['电动载人汽车*', 'ELECTRIC_PASSENGER_CARS'],
    ['锂离子 蓄电池', 'LITHIUM_ION_BATTERIES'],
    ['SOLAR BATTERIES (1)', 'SOLAR_BATTERIES'],
  ])('%s is matched to its category and reported', async (label, code) => {
    expect(await importOf([label])).toEqual({
      accepted: true,
      added: 1,
      notices: [`"${label}" is read as PRODUCT:${code}.`],
      findings: [],
    })
  })
  test('is not matched if both have footnote marks that differ', async () => {
    const [category, value] = map.columns
    const columns = [{ ...category, codes: { 'Goods m²': 'SOLAR_BATTERIES', 'Union (27)': 'SHIPS' } }, value]
    const { accepted } = await importOf(['Goods m³'], {}, { ...map, columns })
    expect(accepted).toBe(false)
    expect((await importOf(['Union (28)'], {}, { ...map, columns })).accepted).toBe(false)
    expect((await importOf(['union (27)'], {}, { ...map, columns })).notices).toHaveLength(1)
  })
  test('of a total in the map is matched and reported', async () => {
    expect(await importOf(['GRAND TOTAL*'])).toMatchObject({
      accepted: true,
      added: 1,
      notices: ['"GRAND TOTAL*" is read as "Grand total" of the map.'],
    })
  })
  test('that matches two labels of a map is refused', async () => {
    const [category, value] = map.columns
    const columns = [{ ...category, codes: { Ships: 'SHIPS_A', 'SHIPS ': 'SHIPS_B' } }, value]
    const { accepted, findings } = await importOf(['ships'], {}, { ...map, columns })
    expect({ accepted, findings }).toEqual({
      accepted: false,
      findings: [expect.stringContaining('"ships" matches several labels of the map: Ships, SHIPS .')],
    })
  })
})

describe('createCodes', () => {
  test('refuses a label one letter away from a known one', async () => {
    const { accepted, findings } = await importOf(['Solar batterias'], { createCodes: true })
    expect({ accepted, findings }).toEqual({
      accepted: false,
      findings: [
        expect.stringMatching(/"Solar batterias" is one letter away .*Did you mean PRODUCT:SOLAR_BATTERIES\?$/),
      ],
    })
    expect(await importOf(['Solar batterias'], { createNearCodes: true })).toMatchObject({
      accepted: true,
      notices: ['New categories of PRODUCT: Solar_batterias.'],
    })
  })
  test('lists the new categories', async () => {
    expect(await importOf(['Chapter 01', 'Chapter 02', 'Oil'], { createCodes: true, dryRun: false })).toMatchObject({
      accepted: true,
      added: 3,
      notices: ['New categories of PRODUCT: Chapter_01, Chapter_02, Oil.'],
    })
    expect(await importOf(['Chapter 03', 'CHAPTER 01'], { createCodes: true })).toMatchObject({
      notices: ['"CHAPTER 01" is read as PRODUCT:Chapter_01.', 'New categories of PRODUCT: Chapter_03.'],
    })
  })
  test('refuses a label that matches several categories', async () => {
    expect(await importOf(['Wood pulp', 'WOOD PULP'], { createNearCodes: true, dryRun: false })).toMatchObject({
      accepted: true,
    })
    const { findings } = await importOf(['wood pulp *'], { createCodes: true })
    expect(findings).toEqual([expect.stringContaining('"wood pulp *" matches several known categories of PRODUCT.')])
  })
})
