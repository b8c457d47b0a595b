import type { Block, SeriesGroup } from './block.js'
import type { Matcher } from './matcher.js'

/** Rows of a block, in any order. */
export interface SelectedRows {
  readonly block: Block
  readonly rows: readonly number[]
}

/** Returns the rows of blocks that match. */
export const select = (blocks: readonly Block[], matcher: Matcher): SelectedRows[] =>
  blocks.map((block) => ({ block, rows: rowsIn(block, matcher) }))

function rowsIn(block: Block, matcher: Matcher): readonly number[] {
  const found: number[] = []
  const cells = cellsIn(block, matcher)
  if (cells !== null) {
    for (const cell of cells) addRows(block, cell, matcher, found)
    return found
  }
  forEachSeries(block, matcher, (place) => {
    const end = block.starts[place + 1] as number
    for (let row = block.starts[place] as number; row < end; row++) if (matchesRow(block, row, matcher)) found.push(row)
  })
  return found
}

/** Calls back with the place of each series that matches. */
export function forEachSeries(block: Block, matcher: Matcher, call: (place: number) => void): void {
  const places = placesIn(block, matcher)
  if (places !== null) {
    for (const place of places) if (matchesSeries(block, place, matcher)) call(place)
    return
  }
  for (const group of groupsIn(block, matcher))
    for (const place of group.places) if (matchesTests(block, place, matcher.series)) call(place)
}

const groupsIn = (block: Block, { cells }: Matcher): readonly SeriesGroup[] =>
  block.groups.filter(({ places }) => matchesTests(block, places[0] as number, cells))

/** Returns the number of rows of a block that have to be looked at. */
export function countCandidates(block: Block, matcher: Matcher): number {
  const cells = cellsIn(block, matcher)
  if (cells !== null) return cells.reduce((sum, { length }) => sum + length, 0)
  const places = placesIn(block, matcher)
  if (places === null) return groupsIn(block, matcher).reduce((sum, { rows }) => sum + rows, 0)
  return places.reduce((sum, place) => sum + (block.starts[place + 1] as number) - (block.starts[place] as number), 0)
}

function addRows(block: Block, cell: Int32Array, matcher: Matcher, into: number[]): void {
  const { series } = block.columns
  for (const row of cell)
    if (matchesTests(block, series[row] as number, matcher.series) && matchesRow(block, row, matcher)) into.push(row)
}

/** Returns the places of the series that have one of the categories of a filter; null if it names none. */
function placesIn(block: Block, { categories }: Matcher): readonly number[] | null {
  if (categories === null) return null
  const lists = categories.map((id) => block.placesOf(id))
  const places = lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())]
  return places.filter((place) => place < block.seriesCount) // a later block of the same series may have added some
}

/** Returns the cells of a filter on current figures that names periods and no categories; otherwise null. */
export function cellsIn(block: Block, { periods, categories, at, cells }: Matcher): readonly Int32Array[] | null {
  if (periods === null || categories !== null || at !== null) return null
  const ordinals = new Set(periods.map(({ ordinal }) => ordinal))
  return [...ordinals].flatMap((ordinal) =>
    block.cellsOf(ordinal).filter((cell) => matchesTests(block, block.columns.series[cell[0] ?? 0] as number, cells)),
  )
}

const matchesSeries = (block: Block, place: number, { cells, series }: Matcher): boolean =>
  matchesTests(block, place, cells) && matchesTests(block, place, series)

function matchesTests(block: Block, place: number, tests: Matcher['series']): boolean {
  const entry = block.entry(place)
  for (const test of tests) if (!test(block, entry)) return false
  return true
}

/** Indicates that a row of a series that matches does so itself. */
export function matchesRow(block: Block, row: number, { rows, at }: Matcher): boolean {
  if (at === null ? !block.isCurrent(row) : !block.wasKnown(row, at)) return false
  for (const test of rows) if (!test(block, row)) return false
  return true
}

/** Returns the first rows of a cell, in the order of `rows`, that match. */
export function firstOf(block: Block, rows: Int32Array, matcher: Matcher, most: number): readonly number[] {
  const found: number[] = []
  const { series } = block.columns
  for (const row of rows) {
    if (!matchesTests(block, series[row] as number, matcher.series) || !matchesRow(block, row, matcher)) continue
    found.push(row)
    if (found.length === most) break
  }
  return found
}
