import { describe, expect, test } from 'vitest'
import { cellOf, csvOfCells, delimiterOf, isWhole, withCell } from '../../../src/explorer/desk/data/table.js'

const rows = [
  ['Partner', 'Exports'],
  ['US; other', '3,5'],
]

describe('corrected cells are written', () => {
  test('with the delimiter of the map', () => {
    expect(csvOfCells(rows, delimiterOf('{"delimiter": ";"}'))).toBe('\uFEFFPartner;Exports\r\n"US; other";3,5\r\n')
    expect(csvOfCells(rows, delimiterOf('{}'))).toBe('\uFEFFPartner,Exports\r\nUS; other,"3,5"\r\n')
  })

  test('with commas if the map is no map', () => {
    expect(delimiterOf('{"delimiter":')).toBe(',')
  })

  test('in rows that were too short', () => {
    expect(withCell([['a'], ['b', 'c']], { row: 0, column: 2 }, 'x')).toEqual([
      ['a', '', 'x'],
      ['b', 'c'],
    ])
  })
})

describe('a finding is about', () => {
  const columns = ['Partner', 'Exports']

  test('the cell of its row and column', () => {
    expect(cellOf({ row: 2, column: 'Exports' }, { columns })).toEqual({ row: 1, column: 1 })
  })

  test('the first cell of its row if it names no column', () => {
    expect(cellOf({ row: 2, column: null }, { columns })).toEqual({ row: 1, column: 0 })
  })

  test('no cell if it names no row', () => {
    expect(cellOf({ row: null, column: null }, { columns })).toBeNull()
  })
})

test('a table of which only a part is shown cannot be corrected', () => {
  const draft = { map: '', placeholders: [], guesses: [], figures: [], problems: [], columns: [] }
  expect(isWhole({ ...draft, rows, rowCount: 2, columnCount: 2 })).toBe(true)
  expect(isWhole({ ...draft, rows, rowCount: 3, columnCount: 2 })).toBe(false)
  expect(isWhole({ ...draft, rows: [['x'.repeat(1000)]], rowCount: 1, columnCount: 1 })).toBe(false)
})
