import type { CodeLists } from '../../../domain/codes/codes.js'
import { memoizeByObject } from '../../../lib/memo.js'
import type { CursorValue, Ordering } from '../../sql/order.js'
import { type Block, compareNumbers, isWide, type NumberName } from './block.js'
import { approximately, comparePlain, compareTexts, parsePlain } from './numbers.js'

interface Key {
  readonly compare: (a: Block, aRow: number, b: Block, bRow: number) => number
  readonly compareTo: (value: CursorValue) => (block: Block, row: number) => number
}

type Compare = Key['compare']

/** Returns the comparison of figures by an order, the same as that of its SQL. */
export function comparison(orderings: readonly Ordering[], codes: CodeLists): Compare {
  const keys = orderings.map((ordering) => ({ ...keyOf(ordering, codes), sign: ordering.descending ? -1 : 1 }))
  return (a, aRow, b, bRow) => {
    for (const { compare, sign, isNull } of keys) {
      if (isNull !== null) {
        const difference = Number(isNull(a, aRow)) - Number(isNull(b, bRow))
        if (difference !== 0) return difference // last, whatever the direction
        if (isNull(a, aRow)) continue
      }
      const found = compare(a, aRow, b, bRow)
      if (found !== 0) return found * sign
    }
    return 0
  }
}

/** Returns the comparison of figures with the figure of a cursor; throws for values that are not those of one. */
export function comparisonTo(
  orderings: readonly Ordering[],
  values: readonly CursorValue[],
  codes: CodeLists,
): (block: Block, row: number) => number {
  const keys = orderings.map((ordering, index) => {
    const { key, descending } = ordering
    const value = key.fromCursor(values[index] ?? null, codes)
    const { isNull, compareTo } = keyOf(ordering, codes)
    return { value, isNull, compare: value === null ? null : compareTo(value), sign: descending ? -1 : 1 }
  })
  return (block, row) => {
    for (const { value, isNull, compare, sign } of keys) {
      const difference = Number(isNull?.(block, row) ?? false) - Number(value === null)
      if (difference !== 0) return difference
      if (compare === null) continue
      const found = compare(block, row)
      if (found !== 0) return found * sign
    }
    return 0
  }
}

type OrderingKey = Key & { readonly isNull: ((block: Block, row: number) => boolean) | null }

function keyOf({ key: { column } }: Ordering, codes: CodeLists): OrderingKey {
  switch (column) {
    case 'value':
    case 'yoy':
    case 'share':
      return { ...numbers(column), isNull: (block, row) => !block.has(column, row) }
    case 'metric_id':
      return integers(({ metric }) => codes.metricById(metric).rank)
    case 'category_id':
      return integers((block, row) => codes.categoryById(block.entryOf(row).categories[0] as number).rank)
    case 'series_id':
      return integers((block, row) => block.entryOf(row).id)
    case 'period':
      return integers(({ columns }, row) => columns.period[row] as number)
    case 'release_id':
      return integers(({ columns }, row) => columns.release[row] as number)
    case 'known_from':
      return {
        ...integers(instantOf),
        compareTo: (value) => {
          const time = new Date(value as string).getTime()
          return (block, row) => instantOf(block, row) - time
        },
      }
  }
}

const instantOf = ({ columns, dictionaries }: Block, row: number): number =>
  dictionaries.instants[columns.knownFrom[row] as number] as number

const integers = (of: (block: Block, row: number) => number): OrderingKey => ({
  isNull: null,
  compare: (a, aRow, b, bRow) => of(a, aRow) - of(b, bRow),
  compareTo: (value) => (block, row) => of(block, row) - (value as number),
})

const numbers = (name: NumberName): Key => ({
  compare: (a, aRow, b, bRow) => compareNumbers(name, a, aRow, b, bRow),
  compareTo: (value) => {
    const compare = memoizeByObject(comparedTo(name, String(value)))
    return (block, row) => compare(block)(row)
  },
})

export function comparedTo(name: NumberName, text: string): (block: Block) => (row: number) => number {
  const plain = parsePlain(text)
  const near = plain && approximately(plain.digits, plain.places)
  return (block) => {
    const column = block.columns[name]
    if (column === null) return () => 0 // of no row
    const { digits, places } = column
    return (row) => {
      const own = places[row] as number
      if (plain === null || near === null || own === isWide) return compareTexts(block.text(name, row) as string, text)
      const n = digits[row] as number
      return approximately(n, own) - near || comparePlain(n, own, plain.digits, plain.places)
    }
  }
}
