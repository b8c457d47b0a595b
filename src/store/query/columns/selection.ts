import type { Block } from './block.js'
import type { Matcher } from './matcher.js'

export interface Candidates {
  readonly block: Block
  /**
   * The cells of the periods that a filter on current figures names, if it names no categories; if null, `places` has
   * those of the series to look at.
   */
  readonly cells: readonly Int32Array[] | null
  readonly places: readonly ArrayLike<number>[]
  readonly count: number
}

export interface SelectedRows {
  readonly block: Block
  readonly rows: readonly number[]
}

export function candidatesIn(block: Block, matcher: Matcher): Candidates {
  const cells = cellsIn(block, matcher)
  if (cells !== null) return { block, cells, places: [], count: cells.reduce((sum, { length }) => sum + length, 0) }
  const own = placesIn(block, matcher)
  if (own !== null) {
    const count = own.reduce((sum, place) => sum + rowsOf(block, place), 0)
    return { block, cells, places: [own], count }
  }
  const groups = block.groups.filter(({ places }) => matchesTests(block, places[0] as number, matcher.cells))
  const count = groups.reduce((sum, { rows }) => sum + rows, 0)
  return { block, cells, places: groups.map(({ places }) => places), count }
}

const rowsOf = ({ starts }: Block, place: number): number => (starts[place + 1] as number) - (starts[place] as number)

function placesIn(block: Block, { categories, cells }: Matcher): Int32Array | null {
  if (categories === null) return null
  const [first, ...others] = categories.map((id) => block.placesOf(id))
  if (first === undefined) return new Int32Array()
  const places = others.length === 0 ? first : Int32Array.from(new Set([first, ...others].flatMap((list) => [...list])))
  return places.filter((place) => matchesTests(block, place, cells))
}

function cellsIn(block: Block, { periods, categories, at, cells }: Matcher): readonly Int32Array[] | null {
  if (periods === null || categories !== null || at !== null) return null
  const ordinals = new Set(periods.map(({ ordinal }) => ordinal))
  return [...ordinals].flatMap((ordinal) =>
    block.cellsOf(ordinal).filter((cell) => matchesTests(block, block.columns.series[cell[0] ?? 0] as number, cells)),
  )
}

export const select = (candidates: readonly Candidates[], matcher: Matcher): SelectedRows[] =>
  candidates.map((each) => ({ block: each.block, rows: rowsIn(each, matcher) }))

function rowsIn(candidates: Candidates, matcher: Matcher): readonly number[] {
  const { block, cells } = candidates
  if (cells !== null) return cells.flatMap((cell) => firstOf(block, cell, matcher, Number.POSITIVE_INFINITY))
  const found: number[] = []
  forEachRun(candidates, matcher, (_, from, end, matches) => {
    for (let row = from; row < end; row++) if (matches(row)) found.push(row)
  })
  return found
}

function forEachSeries({ block, places }: Candidates, { series }: Matcher, call: (place: number) => void): void {
  for (const list of places)
    for (let index = 0; index < list.length; index++) {
      const place = list[index] as number
      if (matchesTests(block, place, series)) call(place)
    }
}

/**
 * Calls back with each series that may match, the rows of it that have to be looked at, from the first to before `end`, and
 * the test of these rows. `isWhole` indicates that they match if they are known.
 */
export function forEachRun(
  candidates: Candidates,
  matcher: Matcher,
  call: (place: number, from: number, end: number, matches: (row: number) => boolean, isWhole: boolean) => void,
): void {
  const { block, cells } = candidates
  const matches = rowMatcher(block, matcher)
  if (cells === null) {
    const isKnown = rowMatcher(block, { rows: [], at: matcher.at })
    const decide = matcher.rows.map(({ ofSeries }) => ofSeries?.(block) ?? null)
    forEachSeries(candidates, matcher, (place) => {
      let isWhole = true
      for (const each of decide) {
        const decided = each === null ? null : each(place)
        if (decided === false) return
        isWhole &&= decided === true
      }
      call(
        place,
        block.starts[place] as number,
        block.starts[place + 1] as number,
        isWhole ? isKnown : matches,
        isWhole,
      )
    })
    return
  }
  for (const cell of cells)
    for (let index = 0; index < cell.length; index++) {
      const row = cell[index] as number
      const place = block.columns.series[row] as number
      if (matchesTests(block, place, matcher.series)) call(place, row, row + 1, matches, false)
    }
}

function matchesTests(block: Block, place: number, tests: Matcher['series']): boolean {
  const entry = block.entry(place)
  for (const test of tests) if (!test(block, entry)) return false
  return true
}

function rowMatcher(block: Block, { rows, at }: Pick<Matcher, 'rows' | 'at'>): (row: number) => boolean {
  const isKnown = at === null ? (row: number) => block.isCurrent(row) : (row: number) => block.wasKnown(row, at)
  return rows.map(({ ofRow }) => ofRow(block)).reduceRight((others, test) => (row) => test(row) && others(row), isKnown)
}

export function firstOf(block: Block, rows: Int32Array, matcher: Matcher, most: number): readonly number[] {
  const found: number[] = []
  const { series } = block.columns
  const matches = rowMatcher(block, matcher)
  for (let index = 0; index < rows.length && found.length < most; index++) {
    const row = rows[index] as number
    if (matchesTests(block, series[row] as number, matcher.series) && matches(row)) found.push(row)
  }
  return found
}
