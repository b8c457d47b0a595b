import { describe, expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { readTable } from '../table-map/support.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

const columnsIn = (map: Readonly<Record<string, unknown>>) =>
  map['columns'] as readonly Readonly<Record<string, unknown>>[]

/** Drafts a table of which the last header or period has a mark, and reads it with its map. */
async function readWithDraft(text: string) {
  const { map, placeholders, guesses } = await draftOf(text)
  expect(placeholders).toEqual([])
  const { figures, problems } = await readTable(text, await parseTableMap(JSON.stringify(map), 'map.json'), {
    file: 'a.csv',
    period: null,
  })
  expect(problems).toEqual([])
  return { map, guesses, figures: figures.map(({ period, flags, status }) => [period.text, flags, status]) }
}

describe('marks after periods in rows', () => {
  test.each([
    ['2024M01', '2024M02*', '*', '* ennakkotieto', '2024-02'],
    ['enero 2024', 'febrero 2024 (P)', '(P)', 'Fuente: Aduanas', '2024-02'],
    ['2024-01', '2024-02p', 'p', 'Source: Customs', '2024-02'],
    ['Tammikuu 2024', 'Helmikuu 2024*', '*', '* Ennakkotietoja', '2024-02'],
    ['2023', '2024 (p)', '(p)', 'Source: Customs', '2024'],
    ['2024 Q1', '2024 Q2 (avance)', '(avance)', 'Fuente: Aduanas', '2024-Q2'],
    ['2024-01', '2024-02 vorläufig', 'vorläufig', 'Quelle: Zoll', '2024-02'],
  ])('are flags: %s, %s', async (clean, marked, mark, note, period) => {
    const { map, guesses, figures } = await readWithDraft(
      `Month,Exports (million euros)\n${clean},51\n${marked},62\n\n${note}\n`,
    )
    expect(columnsIn(map)[0]).toEqual({ is: 'period', header: ['Month'] })
    expect(map['marks']).toEqual({ [mark]: 'PRELIMINARY' })
    expect(guesses.join('\n')).toContain(
      `states the period. "${mark}" after a period is PRELIMINARY. It becomes a flag.`,
    )
    expect(figures[1]).toEqual([period, mark, 'PRELIMINARY'])
  })

  test('follow dates', async () => {
    const { map, figures } = await readWithDraft(
      'Date;Exports (million euros)\n31.01.2024;51\n29.02.2024;62\n31.03.2024 r;63\n',
    )
    expect(columnsIn(map)[0]).toMatchObject({ is: 'period', frequency: 'MONTHLY' })
    expect(figures[2]).toEqual(['2024-03', 'r', 'REVISED'])
  })

  test('without a note are a question', async () => {
    const { placeholders } = await draftOf('Month,Exports (million euros)\n2024-01,51\n2024-02*,62\n')
    expect(placeholders).toEqual([
      '<fill in: the status of figures with "*": PRELIMINARY, REVISED, ESTIMATED, BREAK or null>',
    ])
  })

  test('that are digits leave the column without a period, as they end numbers as well', async () => {
    const { map } = await draftOf('Month,Exports (million euros)\n2024-01,51\n2024-02 1,62\n')
    expect(columnsIn(map)[0]).toMatchObject({ is: 'category' })
  })

  test('do not hide that years may end in another month', async () => {
    const { map } = await draftOf('Financial year,Exports (million euros)\n2023,51\n2024 p,62\n')
    expect(columnsIn(map)[0]?.['frequency']).toContain('<fill in: the frequency')
  })
})

describe('maps', () => {
  const read = async (rows: string, columns: readonly object[], marks: object) => {
    const map = { title: 'A', header: 1, unit: 'EUR', marks, columns: [...columns, value] }
    const { figures, problems } = await readTable(
      `${columns.map(() => 'P').join()},V\n${rows}\n`,
      await parseTableMap(JSON.stringify(map), 'map.json'),
      { file: 'a.csv', period: null },
    )
    return {
      figures: figures.map(({ period, flags, status }) => [period.text, flags, status]),
      problems: problems.map(({ message }) => message),
    }
  }
  const value = { is: 'value', header: ['V'], metric: 'EXPORTS', span: 'PERIOD' }
  const period = { is: 'period', header: ['P'] }

  test('read marks after years and months in two columns', async () => {
    const parts = [
      { ...period, part: 'YEAR' },
      { ...period, part: 'MONTH' },
    ]
    const { figures } = await read('2024 (p),May*,51', parts, { '(p)': 'PRELIMINARY', '*': null })
    expect(figures).toEqual([['2024-05', '(p) *', 'PRELIMINARY']])
  })

  test('join the marks of periods and numbers', async () => {
    const { figures } = await read('2024p,51r', [period], { p: 'PRELIMINARY', r: 'REVISED' })
    expect(figures).toEqual([['2024', 'r p', 'PRELIMINARY']])
  })

  test('refuse a mark that they do not have', async () => {
    const { problems } = await read('2024*,51', [period], { p: 'PRELIMINARY' })
    expect(problems).toHaveLength(1)
  })

  test('read a period that ends like a mark', async () => {
    const { figures } = await read('2024 Dec,51', [period], { c: null })
    expect(figures).toEqual([['2024-12', null, 'NORMAL']])
  })
})

describe('headers', () => {
  test.each([
    ['Exportations T1 2023;Exportations T2 2023', 'Exportations T{quarter} {year}'],
    ['Exports Q1 2023;Exports Q2 2023', 'Exports Q{quarter} {year}'],
    ['T1 2023;T2 2023', 'T{quarter} {year}'],
    ['1er trimestre 2023;1er trimestre 2024', '{quarter}er trimestre {year}'],
    ['2e trimestre 2023;3e trimestre 2023', '{quarter}e trimestre {year}'],
    ['I trim. 2023;II trim. 2023', '{quarterRoman} trim. {year}'],
    ['2023 1e kwartaal;2023 2e kwartaal', '{year} {quarter}e kwartaal'],
    ['Exportations T1 2023;Exportations T2 2023 (p)', 'Exportations T{quarter} {year}{mark}'],
    ['2022;2023 (avance)', '{year}{mark}'],
    ['2022;2023 vorläufig', '{year}{mark}'],
    ['2022;2023 provisional', '{year}{mark}'],
    ['2022;2023 voorlopig', '{year}{mark}'],
    ['2022;2023 ennakkotieto', '{year}{mark}'],
    ['Año 2022;Año 2023', 'Año {year}'],
    ['rok 2022;rok 2023', 'rok {year}'],
    ['2022 г.;2023 г.', '{year} г.'],
    ['Year 2022;Year 2023', 'Year {year}'],
    ['Jahr 2022;Jahr 2023', 'Jahr {year}'],
  ])('state periods: %s', async (header, pattern) => {
    const { map, figures } = await readWithDraft(
      `Exports in million euros;;\nCountry;${header}\nChile;51;62\nPeru;70;80\n`,
    )
    expect(columnsIn(map)[1]).toEqual({ is: 'value', header: [pattern], across: true, metric: 'EXPORTS' })
    if (pattern.includes('{mark}')) expect(figures[1]?.[2]).toBe('PRELIMINARY')
  })

  test('alternate between exports and imports of quarters', async () => {
    const header = [1, 2].flatMap((quarter) =>
      ['Exportations', 'Importations'].map((flow) => `${flow} T${quarter} 2023`),
    )
    const { map } = await readWithDraft(
      `en millions d'euros\nProduits;${header.join(';')}\nBois;51;52;53;54\nFer;65;66;67;68\n`,
    )
    expect(columnsIn(map).slice(1)).toMatchObject([
      { header: ['Exportations T{quarter} {year}'], metric: 'EXPORTS' },
      { header: ['Importations T{quarter} {year}'], metric: 'IMPORTS' },
    ])
  })

  test.each([
    ['Exports 2022;Imports 2022;Exports 2023 (p);Imports 2023 (p)', '{year}{mark}'],
    ['Exports Q1 2023p;Imports Q1 2023p;Exports Q2 2023;Imports Q2 2023', 'Q{quarter} {year}{mark}'],
  ])('alternate with marks on some: %s', async (header, period) => {
    const { map } = await readWithDraft(`Million euros\nCountry;${header}\nChile;51;52;53;54\nPeru;65;66;67;68\n`)
    expect(columnsIn(map).slice(1)).toEqual([
      { is: 'value', header: [`Exports ${period}`], across: true, metric: 'EXPORTS' },
      { is: 'value', header: [`Imports ${period}`], across: true, metric: 'IMPORTS' },
    ])
  })

  test('of year words alone do not ask for the metric of that word', async () => {
    const { placeholders } = await draftOf('Million euros;;\nCountry;Año 2022;Año 2023\nChile;51;62\nPeru;70;80\n')
    expect(placeholders).toEqual(['<fill in: the metric, like EXPORTS>'])
  })

  test('whose period is not understood are named', async () => {
    const { guesses } = await draftOf('Country;Exports 2023 week 1;Exports 2023 week 2\nChile;51;62\nPeru;70;80\n')
    expect(guesses.join('\n')).toContain('The period in headers like "Exports 2023 week 1" is not understood')
    expect(guesses.join('\n')).not.toContain('No text states the period')
  })
})

test.each(['Year', 'ปี', 'Item'])('years of the Buddhist era are a question: %s', async (name) => {
  const text = `${name},Exports\n2564,8542\n2565,9944\n2566,9809\n`
  const { map, guesses } = await draftOf(text)
  expect(map['columns']).toMatchObject([
    { is: '<fill in: "period" when the file has years of the western calendar; 2564 of the Buddhist era is 2021>' },
    { is: 'value' },
  ])
  expect(guesses.join()).not.toContain('--period')
})

test.each(['2564,2565', '2431,2599'])('figures like %s are no years', async (numbers) => {
  const { map } = await draftOf(
    `Country,Exports\n${numbers
      .split(',')
      .map((number) => `Land,${number}`)
      .join('\n')}\n`,
  )
  expect(map['columns']).toMatchObject([{}, { is: 'value' }])
})
