import { describe, expect, test } from 'vitest'
import { CodeLists } from '../../../src/domain/codes/codes.js'
import { registerUnits, type UnitRow } from '../../../src/domain/units/unit.js'
import { Refusal } from '../../../src/errors.js'
import { readCodes } from '../../../src/files/code-lists/reader.js'
import { writeCodes } from '../../../src/files/code-lists/writer.js'

const crate: UnitRow = {
  code: 'CRATE_10_THOUSAND',
  measure: 'CRATE',
  exponent: 4,
  name: { en: 'ten thousand crates', zh: '万箱' },
  symbol: '10k cr.',
  pattern: { en: null, zh: '{}万箱' },
}
const base: UnitRow = { ...crate, code: 'CRATE', exponent: 0, name: { en: 'crate(s)', zh: '箱' }, pattern: none() }
const lists = (rows: readonly UnitRow[] = []) =>
  new CodeLists({ metrics: [], dimensions: [], categories: [], breakdowns: [], units: registerUnits(rows) })

function none() {
  return { en: null, zh: null }
}

const header = 'code,measure,factor,name_en,name_zh,symbol,pattern_en,pattern_zh'
const read = (text: string, others = lists()): readonly UnitRow[] => readCodes(text, 'units.csv', others).units ?? []
const row = (text: string, others = lists()): readonly UnitRow[] => read(`${header}\n${text}\n`, others)

function faultsOf(text: string, others = lists()): string[] {
  try {
    row(text, others)
  } catch (error) {
    if (error instanceof Refusal) return error.message.split('\n')
    throw error
  }
  return []
}

describe('a file of units', () => {
  test('has the units with their measures, factors and texts', () => {
    expect(
      row('CRATE_10_THOUSAND,CRATE,10000,ten thousand crates,万箱,10k cr.,,{}万箱\nCRATE,CRATE,,crate(s),箱,10k cr.,,'),
    ).toEqual([crate, base])
    expect(row('PER_10_THOUSAND,PERCENT,0.01,,,,,')).toMatchObject([{ exponent: -2, name: none(), symbol: null }])
  })

  test('may have other codes, too', () => {
    const text = 'dimension,code,measure,factor,additivity\n,TOLL,,,FLOW\n,CRATE,CRATE,1,\nTOTAL,,,,\n'
    const { metrics, dimensions, units } = readCodes(text, 'codes.csv', lists())
    expect([metrics, dimensions, units].map((each) => each?.map(({ code }) => code))).toEqual([
      ['TOLL'],
      ['TOTAL'],
      ['CRATE'],
    ])
  })

  test('keeps the texts of empty cells, and removes those of hyphens', () => {
    const [changed] = row('CRATE_10_THOUSAND,CRATE,,crates by 10k,,-,,-', lists([base, crate]))
    expect(changed).toEqual({
      ...crate,
      name: { en: 'crates by 10k', zh: '万箱' },
      symbol: null,
      pattern: none(),
    })
  })

  test('is written as it is read', () => {
    const rows = [
      base,
      crate,
      { ...crate, code: 'CRATE_X', exponent: -3, symbol: '=a,"b"', name: { en: '-', zh: null } },
    ]
    expect(read(writeCodes(lists(rows)))).toEqual(rows)
  })

  test('is refused with every fault, by row and column', () => {
    expect(faultsOf('crate,crate,1,,,,,\nCRATE,CRATE,10,,,,,\nCRATE,CRATE,1,,,,,\nCRATE_X,CRAT,7,,,,,')).toEqual([
      expect.stringMatching(/^units\.csv, row 2, column "code": "crate" is not the code of a unit: write capital/),
      expect.stringMatching(/^units\.csv, row 4, column "code": "CRATE" occurs already in row 3\.$/),
      expect.stringMatching(/^units\.csv, row 3, column "measure": CRATE is the base unit of its own measure, so its/),
      expect.stringMatching(
        /^units\.csv, row 5, column "factor": "7" is not a factor: write how many CRAT one CRATE_X/,
      ),
    ])
  })
})

describe('a unit is refused that', () => {
  test.each([
    ['redefines the factor of a shipped unit', 'CNY_MILLION,CNY,1000,,,,,', /"factor": CNY_MILLION is 10\^6 CNY, and/],
    [
      'redefines the measure of a shipped unit',
      'TONNE,TONNE,1,,,,,',
      /"measure": TONNE is 10\^3 KILOGRAM, and its meas/,
    ],
    [
      'redefines a unit of the store',
      'CRATE_10_THOUSAND,CRATE,1000,,,,,',
      /"factor": CRATE_10_THOUSAND is 10\^4 CRATE/,
    ],
    [
      'has an unknown measure',
      'BOX_THOUSAND,BOX,1000,,,,,',
      /"measure": There is no unit "BOX"\..* Add a row for the base/,
    ],
    [
      'has a misspelt measure',
      'X,KILOGRAMM,1000,,,,,',
      /"measure": There is no unit "KILOGRAMM"\. Did you mean KILOGRAM\?/,
    ],
    [
      'is a unit of a unit',
      'TONNE_X,TONNE,1000,,,,,',
      /"measure": "TONNE" is not a base unit, but a unit of KILOGRAM\. Na/,
    ],
    [
      'is in a cycle',
      'A,B,10,,,,,\nB,A,10,,,,,',
      /"measure": "B" is not a base unit, but a unit of A\..*\n.*"A" is not a base/,
    ],
    [
      'is in a cycle of itself',
      'A,A,10,,,,,',
      /"measure": A is the base unit of its own measure, so its factor must be 1/,
    ],
    ['has no factor', 'X,CNY,,,,,,', /"factor": The factor is missing: write how many CNY one X has/],
    ['has a factor of zero', 'X,CNY,0,,,,,', /"0" is not a factor/],
    ['has a negative factor', 'X,CNY,-10,,,,,', /"-10" is not a factor/],
    ['has a factor with an exponent', 'X,CNY,1e3,,,,,', /"1e3" is not a factor/],
    [
      'has a factor that is no power of ten',
      'X,KILOGRAM,0.4536,,,,,',
      /"0\.4536" is not a factor.*measure of its own\.$/,
    ],
    ['has an enormous factor', `X,CNY,1${'0'.repeat(19)},,,,,`, /is not a factor/],
    ['has an endless factor', `X,CNY,1${'0'.repeat(1e6)},,,,,`, /"10{39}…" is not a factor/],
    ['has a tiny factor', `X,CNY,0.${'0'.repeat(12)}1,,,,,`, /is not a factor/],
    ['has a code that is no name', 'A B,CNY,1,,,,,', /"A B" is not the code of a unit/],
    ['has a code with a digit first', '1A,CNY,1,,,,,', /"1A" is not the code of a unit/],
    ['has a code of two underscores', '__A,CNY,1,,,,,', /"__A" is not the code of a unit/],
    ['has a long code', `${'A'.repeat(51)},CNY,1,,,,,`, /is not the code of a unit/],
    ['has an empty code', ',CNY,10,,,,,', /"" is not the code of a unit/],
    ['has a word of table maps as its code', 'OF_ROW,CNY,10,,,,,', /"OF_ROW" is a word of table maps/],
    ['has a long name', `X,CNY,10,${'a'.repeat(101)},,,,`, /"name_en": This text has 101 characters .*limit is 100\./],
    ['has a name that nobody sees', 'X,CNY,10,\u200B,,,,', /"name_en": This text has no visible character\./],
    ['has a symbol that nobody sees', 'X,CNY,10,,,\u202E ,,', /"symbol": This text has no visible character\./],
    [
      'has a control character in its symbol',
      'X,CNY,10,,,a\u0007b,,',
      /"symbol": This text holds the control character/,
    ],
    [
      'has a pattern without a place for the number',
      'X,CNY,10,,,,tenge,',
      /"pattern_en": "tenge" needs \{\} once, where/,
    ],
    ['has a pattern with two places', 'X,CNY,10,,,,,{}{}', /"pattern_zh": "\{\}\{\}" needs \{\} once/],
  ])('%s', (_, text, message) => {
    const faults = faultsOf(text, lists([base, crate]))
    expect(faults.join('\n')).toMatch(message)
    expect(faults.join('\n').length).toBeLessThan(1000)
  })

  test('has cells of other codes', () => {
    const columns = 'dimension,code,parent,measure,factor,additivity,description'
    expect(() => read(`${columns}\nTOTAL,CRATE,ALL,CRATE,1,FLOW,boxes\n`)).toThrow(
      /"dimension": This row is a unit\. Leave the cell empty\.\n.*"parent".*\n.*"additivity".*\n.*"description"/,
    )
    expect(() => read('dimension,code,measure,factor,symbol\nTOTAL,ALL,,10,x\n')).toThrow(
      /"factor": This row is no unit, as it has no measure\. Leave the cell empty\.\n.*"symbol"/,
    )
  })

  test('exceeds the number of units of a store', () => {
    const many = Array.from({ length: 1500 }, (_, n) => `M${n},M${n},1,,,,,`).join('\n')
    expect(faultsOf(many)).toEqual([
      expect.stringMatching(/^units\.csv, row 2, column "code": There would be 2,\d+ units, and 2,000 are allowed\.$/),
    ])
  })
})

test('a store that disagrees about a unit is refused', () => {
  registerUnits([base, crate])
  expect(() => registerUnits([{ ...crate, exponent: 3 }])).toThrow(
    'This store defines the unit CRATE_10_THOUSAND as 10^3 CRATE, but the program or another store of this process has it as 10^4 CRATE.',
  )
  expect(() => registerUnits([{ ...crate, code: 'CNY_MILLION' }])).toThrow('This store defines the unit CNY_MILLION')
})
