import { describe, expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'

const draftOf = (text: string) =>
  draftMap(new TextEncoder().encode(text), { file: 'a.csv', encoding: null, sheet: null, period: null })

const columnOf = async (text: string, at = 0) => {
  const { map, guesses } = await draftOf(text)
  return { column: (map['columns'] as readonly Readonly<Record<string, unknown>>[])[at] ?? {}, guesses }
}

const tableOf = (labels: readonly string[], below = '') =>
  `Country,2021,2022\n${labels.map((label, row) => `${label},${51 + row},${62 + row}`).join('\n')}\n${below}`

describe('totals', () => {
  test.each([
    'Totaal landen',
    'TOTAL NACIONAL',
    'Totale mondo',
    'OGÓŁEM  TOTAL',
    'Total général pays',
    'Kraje ogółem',
    'Totaal landen (1)',
  ])('of two words without a restriction are known: %s', async (label) => {
    const { column, guesses } = await columnOf(tableOf([label, 'Chile', 'Peru']))
    expect(column['total']).toEqual([label])
    expect(guesses.join(' ')).toContain(`"${label}" is the total.`)
  })

  test.each(['Total OECD', 'Total España', 'Europa insgesamt', 'Total 27'])(
    'with another word are a question: %s',
    async (label) => {
      const { column, guesses } = await columnOf(tableOf([label, 'Chile', 'Peru']))
      expect(column['total']).toEqual([`<fill in: which is the total, "${label}"; remove "total" if none is>`])
      expect(guesses.join(' ')).toContain(`"${label}" may be the total.`)
    },
  )

  test('are known beside subtotals', async () => {
    expect((await columnOf(tableOf(['Total', 'Total OECD', 'Chile']))).column['total']).toEqual(['Total'])
  })

  test.each(['Totalitarian states', 'Summer goods', 'Chile total exports'])('are whole words: %s', async (label) => {
    expect((await columnOf(tableOf([label, 'Chile', 'Peru']))).column).not.toHaveProperty('total')
  })

  const rows = (...figures: readonly string[]) => `Country,2021,2022,2023\n${figures.join('\n')}\n`

  test('are asked for if their figures are the sums of the others in most columns', async () => {
    const { column } = await columnOf(rows('Chile,20,30,n/a', 'Peru,11,12,13', 'Norland,31,42,14'))
    expect(column['total']).toEqual([
      '<fill in: "Norland" if it is the total, as its figures are the sums of the others; otherwise remove "total">',
    ])
  })

  test('are asked for if they are more than the sums of the others', async () => {
    const { column, guesses } = await columnOf(rows('Norland,99,98,97', 'Chile,20,30,40', 'Peru,1,2,3', 'Cuba,4,5,6'))
    expect(column['total']).toEqual([
      '<fill in: "Norland" if it is the total, as its figures are at least the sums of the others; otherwise remove "total">',
    ])
    expect(guesses.join(' ')).toContain('The figures of "Norland" are at least the sums of the others.')
    const among = await columnOf(rows('Chile,20,30,40', 'Norland,99,98,97', 'Peru,1,2,3', 'Cuba,4,5,6'))
    expect(among.column).not.toHaveProperty('total')
  })

  test('are asked for in rows of periods', async () => {
    const of = (month: string) => `${month},Chile,20\n${month},Peru,11\n${month},Norland,31\n`
    const { column } = await columnOf(`Month,Country,Exports\n${of('2024-01')}${of('2024-02')}`, 1)
    expect(column['total']).toMatchObject([expect.stringContaining('"Norland" if it is the total')])
  })
})

describe('footnote marks of labels', () => {
  test.each([
    ['Bergmark (c)', "(c) Including ships' stores."],
    ['Bergmark (c)', 'c) Including stores.'],
    ['Bergmark c)', 'c) Including stores.'],
    ['Bergmark(c)', '(c): including stores.'],
    ['Bergmark a/', 'a/ Including stores.'],
    ['Bergmark 1', '1,Includes Norland.'],
    ['Bergmark 1', '1 Includes Norland.'],
    ['Bergmark 12', '12. Includes Norland.'],
    ['Bergmark 12)', 'Source: Customs'],
    ['Bergmark(1)', 'Source: Customs'],
  ])('are those with which a note begins: %s, %s', async (label, note) => {
    const { column, guesses } = await columnOf(tableOf([label, 'Chile', 'Peru'], `Source: Customs\n${note}\n`))
    expect(column['aliases']).toEqual({ [label]: 'Bergmark' })
    expect(guesses.join(' ')).toContain(`The footnote marks of labels, as in "${label}", are not kept.`)
  })

  test.each([
    ['Bergmark (c)', '(b) Including stores.'],
    ['Korea N', 'n.d. not available'],
    ['Group A', 'a Including stores.'],
    ['Chapter 1', 'Source: Customs'],
    ['Chapter 1', '2021 figures are revised.'],
    ['Norland (area 27)', 'Source: Customs'],
    ['Norland (area 27)', '7) Including stores.'],
  ])('without a note are part of the label: %s, %s', async (label, note) => {
    const { column } = await columnOf(tableOf([label, 'Chile', 'Peru'], `Source: Customs\n${note}\n`))
    expect(column).not.toHaveProperty('aliases')
  })

  test('of a total are no part of it', async () => {
    const { column } = await columnOf(tableOf(['Total (a)', 'Chile', 'Peru'], '(a) Revised.\n'))
    expect(column['total']).toEqual(['Total (a)'])
  })
})

describe('headers', () => {
  test.each(['Comunidad', 'Comunidad autónoma', 'Comunidades autónomas', 'United regions', 'Community'])(
    'are no units for a part of a word: %s',
    async (header) => {
      const { column } = await columnOf(`${header},2021,2022\nWest,51,62\nEast,70,80\n`)
      expect(column['is']).toBe('category')
    },
  )

  test.each(['Unit', 'UNIT_MEASURE', 'Unidad', 'Maßeinheit', 'Mengeneinheit', 'Jednostka miary', 'Måleenhed'])(
    'of units are known: %s',
    async (header) => {
      const { column } = await columnOf(`Region,${header},2021,2022\nWest,t,51,62\nEast,kg,70,80\n`, 1)
      expect(column['is']).toBe('unit')
    },
  )

  test.each(['Production', 'Allocation', 'Towards'])('are no dimension for a part of a word: %s', async (header) => {
    const { column } = await columnOf(`${header},2021,2022\nWest,51,62\nEast,70,80\n`)
    expect(column['dimension']).toBe(`<fill in: the dimension of "${header}">`)
  })
})

describe('sections between rows are refused by name', () => {
  const advice =
    'like the title of a section, and no map reads sections between rows. Remove such rows, and add a column in which each row repeats the title of its section.'

  test.each([
    [
      'EXPORTACIONES;;;\nTotal;61;73;85\nWest;51;62;73\nIMPORTACIONES;;;\nTotal;7;8;9\nWest;7;8;9\n',
      2,
      'EXPORTACIONES',
    ],
    ['수출액 (백만달러);;;\nTotal;61;73;85\nWest;51;62;73\n', 2, '수출액 (백만달러)'],
    ['Total;61;73;85\nWest;51;62;73\nImports;;;\nTotal;37;48;59\nWest;37;48;59\n', 4, 'Imports'],
  ])('%j', async (rows, row, text) => {
    await expect(draftOf(`Region;2021;2022;2023\n${rows}`)).rejects.toThrow(
      `Row ${row} has a label only, "${text}", ${advice}`,
    )
  })

  test('a label without figures among others is none', async () => {
    const { column } = await columnOf('Region,2021,2022\nWest,51,62\nNorth,,\nEast,70,80\n')
    expect(column).toMatchObject({ is: 'category' })
  })
})

describe('columns that are not read', () => {
  const rows = ['Chile', 'Peru'].flatMap((name) => [
    `${name},Exportaciones de bienes,NE.EXP,51,62`,
    `${name},Importaciones de bienes,NE.IMP,41,52`,
  ])

  test.each(['Código del indicador', 'Serie', 'Clave'])('have the codes of metrics: %s', async (header) => {
    const { column } = await columnOf(`País,Indicador,${header},2021,2022\n${rows.join('\n')}\n`, 2)
    expect(column).toEqual({ is: 'nothing', header: [header] })
  })

  test('have other categories if nothing repeats', async () => {
    const { column } = await columnOf(
      'Indicador,Grupo,2021,2022\nExportaciones,Vino,51,62\nImportaciones,Aceite,41,52\n',
      1,
    )
    expect(column).toMatchObject({ is: 'category' })
  })

  test('may keep what the draft says about them', async () => {
    const left = {
      is: 'nothing',
      header: ['<fill in: a header>'],
      dimension: '<fill in: the dimension of "Serie">',
      language: 'EN',
      total: ['<fill in: which is the total>'],
    }
    const columns = [left, { is: 'value', header: ['{year}'], across: true, metric: 'EXPORTS' }]
    const parsed = await parseTableMap(JSON.stringify({ title: 'A', header: 1, unit: 'EUR', columns }), 'map.json')
    expect(parsed.columns[0]).toEqual({ is: 'nothing', header: [null] })
  })
})

describe('dimensions', () => {
  test.each([
    ['CCAA', 'LOCATION'],
    ['Gruppo merceologico', 'PRODUCT'],
    ['Országok', 'PARTNER'],
    ['国', 'PARTNER'],
  ])('are known by the header %s', async (header, dimension) => {
    const { column } = await columnOf(`${header},2021,2022\nWest,51,62\nEast,70,80\n`)
    expect(column['dimension']).toBe(dimension)
  })
})

describe('sentences', () => {
  test('name a space, and an example of the separator', async () => {
    const { guesses } = await draftOf("Land;2021;2022\nWest;48'123;49'211\nEast;18'123;18 002\n")
    expect(guesses.join('\n')).toContain('The thousands separator is a space, as in 18 002.')
  })

  test('are printed once', async () => {
    const { guesses } = await draftOf(
      'group;flow;Value 2022;Value 2023;Weight 2022;Weight 2023\nFish;Exports;51;62;70;80\nFish;Imports;41;52;60;71\n',
    )
    expect(guesses.filter((text) => text.includes('no map can read'))).toHaveLength(1)
  })

  test('of several faults are lines of their own', async () => {
    const rows = ['Unit', 'Series', 'Data', 'Frequency'].map((name) => `${name},Original,Original`)
    const { problems } = await draftOf(`,Exports,Imports\n${rows.join('\n')}\nNo,634,635\nEnd,A1,A2\nJan-2024,42,35\n`)
    expect(problems.join('')).not.toContain('\\u{')
    expect(problems.every((text) => !text.includes('\n'))).toBe(true)
  })
})

describe('columns of one metric', () => {
  const tableOf = (header: string) => {
    const count = header.split('\n')[0]?.split(';').length ?? 0
    const row = (year: number) =>
      `${year};${Array.from({ length: count - 1 }, (_, at) => at * 7 + year - 2000).join(';')}`
    return `Trade\nEUR million\n${header}\n${row(2022)}\n${row(2023)}\n`
  }
  const columnsOf = async (header: string) => {
    const { map, problems } = await draftOf(tableOf(header))
    const [, ...columns] = map['columns'] as readonly Readonly<Record<string, unknown>>[]
    return { problems, columns: columns.map(({ metric, categories = null }) => [metric, categories]) }
  }

  test.each([
    'Year;Exports;;;Imports;;\n;Total;Chile;Peru;Total;Chile;Peru',
    'Year;Exports (fob);Exports (fob);Exports (fob);Imports (cif);Imports (cif);Imports (cif)\n;Total;Chile;Peru;Total;Chile;Peru',
    'Year;Total exports;Exports to Chile;Exports to Peru;Total imports;Imports from Chile;Imports from Peru',
    'Year;Total exports;Chile exports;Peru exports;Total imports;Chile imports;Peru imports\nID;AB1C;AB2C;ABCD;BB1C;BB2C;BBCD',
  ])('have the categories that their headers name: %s', async (header) => {
    const { columns, problems } = await columnsOf(header)
    expect(problems).toEqual([])
    const categories = [null, { PARTNER: 'Chile' }, { PARTNER: 'Peru' }]
    expect(columns).toEqual(['EXPORTS', 'IMPORTS'].flatMap((metric) => categories.map((each) => [metric, each])))
  })

  test('ask for categories that may be of any dimension', async () => {
    const { columns, problems } = await columnsOf('Year;Exports;;\n;Total;Food;Fuels')
    expect(problems).toEqual([])
    expect(columns).toEqual([
      ['EXPORTS', null],
      ['EXPORTS', '<fill in: the category of "Food", like {"PARTNER": "Food"}>'],
      ['EXPORTS', '<fill in: the category of "Fuels", like {"PARTNER": "Fuels"}>'],
    ])
  })

  test.each(['Year;Exports;Exports SA', 'Year;Exports;Exports at current prices', 'Year;Exports;Exports'])(
    'ask for the metric if they differ otherwise: %s',
    async (header) => {
      const { columns } = await columnsOf(header)
      expect(columns).toEqual([
        ['EXPORTS', null],
        [expect.stringContaining('<fill in: the metric of column 3'), null],
      ])
    },
  )
})
