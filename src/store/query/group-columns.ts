import type { CodeLists } from '../../domain/codes/codes.js'
import type { Header, Key } from '../../domain/observations/group-key.js'
import { type Frequency, periodOf } from '../../domain/periods/period.js'

export type KeyLists = readonly (readonly Key[])[]

export interface Keyed {
  readonly [key: `category_${number}`]: number
  readonly metric_id?: number
  readonly period?: number
  readonly frequency?: Frequency
}

type Column = 'metric_id' | 'period' | 'frequency' | `category_${number}`

/** Returns the columns of `k` by which a list of keys groups; `at` is the number of its first category key. */
export function columnsOf(keys: readonly Key[], at: number): Column[] {
  let next = at
  return keys.flatMap((key): Column[] => {
    if (key.by === 'METRIC') return ['metric_id']
    return key.by === 'PERIOD' ? ['period', 'frequency'] : [`category_${next++}`]
  })
}

export const isCategory = (key: Key): key is Extract<Key, { by: 'CATEGORY' }> => key.by === 'CATEGORY'
export const startOf = (keys: KeyLists, index: number): number => keys.slice(0, index).flat().filter(isCategory).length
export const allColumns = (keys: KeyLists): Column[] =>
  keys.flatMap((each, index) => columnsOf(each, startOf(keys, index)))

/** Returns a function that reads the headers of a row, and a name that identifies its group. Equal headers are one object. */
export function headerReader(keys: KeyLists, codes: CodeLists) {
  const lists = keys.map((each, index) => {
    const columns = columnsOf(each, startOf(keys, index))
    return {
      columns,
      categories: columns.filter((column) => column.startsWith('category')),
      made: new Map<string, Header>(),
    }
  })
  return (row: Keyed): { name: string; headers: readonly Header[] } => {
    let all = ''
    const headers = lists.map(({ columns, categories, made }) => {
      const name = columns.map((column) => row[column]).join(' ')
      all += `${name}\n`
      const known = made.get(name)
      if (known !== undefined) return known
      const header = {
        metric: row.metric_id !== undefined && columns.includes('metric_id') ? codes.metricById(row.metric_id) : null,
        categories: categories.map((column) => codes.categoryById(Number(row[column]))),
        period: columns.includes('period') ? periodOf(row.period ?? 0, row.frequency ?? 'ANNUAL') : null,
      }
      made.set(name, header)
      return header
    })
    return { name: all, headers }
  }
}
