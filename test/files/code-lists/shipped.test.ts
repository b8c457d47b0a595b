import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCodeLists } from '../../../src/files/code-lists/reader.js'
import { csv } from '../../../src/files/csv/reader.js'

describe('the shipped code lists', () => {
  const seed = (name: string) => readFileSync(new URL(`../../../prisma/seed/${name}`, import.meta.url))
  const lists = readCodeLists({
    datasets: seed('datasets.csv').toString(),
    dimensions: seed('dimensions.csv').toString(),
    metrics: seed('metrics.csv').toString(),
    categories: seed('categories.csv').toString(),
  })
  const category = (dimension: string, code: string) =>
    lists.categories.find((each) => each.dimension === dimension && each.code === code)

  test('have their dimensions and metrics in order', () => {
    expect(lists.dimensions.map(({ code }) => code)).toEqual([
      'TOTAL',
      'PRODUCT',
      'PARTNER',
      'ENTERPRISE_TYPE',
      'REGIME',
      'LOCATION',
      'PLATFORM',
    ])
    expect(lists.metrics.map(({ code, additivity }) => `${code} ${additivity}`)).toEqual([
      'TRADE FLOW',
      'EXPORTS FLOW',
      'IMPORTS FLOW',
      'BALANCE FLOW',
      'TRADING_ENTERPRISES STOCK',
      'FREE_TRADE_ZONES STOCK',
      'EXCHANGE_RATE RATIO',
      'EXPORT_QUANTITY FLOW',
      'IMPORT_QUANTITY FLOW',
    ])
  })

  test('name everything in both languages', () => {
    for (const { name } of [...lists.dimensions, ...lists.metrics, ...lists.categories]) {
      expect(name.en).toMatch(/^[A-Z]/)
      expect(name.zh).toMatch(/\p{Script=Han}/u)
    }
  })

  test('have the known members of groups', () => {
    const groups = lists.categories.filter(({ isAggregate }) => isAggregate)
    expect(groups.map(({ code, members }) => [code, members?.length ?? null])).toEqual([
      ['NEW_THREE', 3],
      ['BELT_AND_ROAD', null],
      ['RCEP', 14],
      ['LATIN_AMERICA', null],
      ['AFRICA', null],
      ['ASIA', null],
      ['EUROPE', null],
      ['NORTH_AMERICA', null],
      ['OCEANIA', null],
      ['APEC', null],
      ['EU', 27],
      ['ASEAN', 10],
    ])
    const rcep = category('PARTNER', 'RCEP')?.members ?? []
    for (const member of category('PARTNER', 'ASEAN')?.members ?? []) expect(rcep).toContain(member)
  })

  test('have the parts of electromechanical products below them', () => {
    const below = lists.categories.filter(({ parent }) => parent === 'ELECTROMECHANICAL').map(({ code }) => code)
    expect(below).toEqual([
      'NEW_THREE',
      'ELECTRIC_PASSENGER_CARS',
      'LITHIUM_ION_BATTERIES',
      'SOLAR_BATTERIES',
      'SHIPS',
      'HOUSEHOLD_APPLIANCES',
    ])
    expect(category('PRODUCT', 'LABOR_INTENSIVE')?.parent).toBeNull()
  })

  test('contain every code of the shipped releases', async () => {
    const releases: { file: string }[] = JSON.parse(seed('releases.json').toString())
    for (const { file } of releases) {
      async function* bytes() {
        yield seed(file)
      }
      for await (const { figure } of csv(bytes(), { file, stage: 'FLASH' })) {
        expect(lists.metrics.map(({ code }) => code)).toContain(figure?.metric)
        for (const { dimension, code } of figure?.categories ?? []) expect(category(dimension, code)).toBeDefined()
        if (figure?.shareOf) expect(figure.shareOf.category).toEqual({ dimension: 'TOTAL', code: 'ALL' })
      }
    }
  })
})
