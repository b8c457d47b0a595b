import { parse } from 'csv-parse/sync'
import { Decimal } from '../../src/domain/numbers/decimal.js'
import { type Unit, unitInfo } from '../../src/domain/units/unit.js'
import { bytesOf, download, keyOf } from '../export/support.js'
import type { TestStore } from '../support.js'
import { ask } from './ask.js'

/** A figure as two sources tell it alike: the value in the base unit, and the printed parts that may change. */
export type Told = Readonly<
  Record<'value' | 'unit' | 'qualifier' | 'status' | 'flags' | 'yoyChange' | 'share' | 'note', string | null>
>

export interface ToldChange {
  readonly kind: string
  readonly before: Told | null
  readonly after: Told | null
}

const isDimension = (column: string): boolean => /^[^a-z]+$/.test(column)

type Cells = Readonly<Record<string, string>>

interface State {
  readonly cells: Cells
  readonly told: Told
}

/** What was known at a time, read from a file: the cells of each figure, by what it is a figure of. */
export const stateAt = (opened: TestStore, asOf: string, filter: object = {}): Promise<Map<string, State>> =>
  stateIn(opened, { ...filter, asOf })

/** What a version of the store answered. */
export const stateOf = (opened: TestStore, version: number): Promise<Map<string, State>> =>
  stateIn(opened, {}, { version: `${version}` })

async function stateIn(opened: TestStore, filter: object, more: Record<string, string> = {}) {
  const bytes = await bytesOf(await download(opened, 'csv', filter, more))
  const [header = [], ...rows]: string[][] = parse(bytes)
  const names = header.map((name, at) =>
    name.startsWith('change') ? `${name} ${at - header.indexOf('change')}` : name,
  )
  const named = rows.map((row): Cells => Object.fromEntries(row.map((cell, at) => [names[at], cell])))
  return new Map(named.map((cells) => [placeOf(cells), { cells: filled(cells), told: toldBy(cells) }]))
}

function placeOf(cells: Cells): string {
  const categories = Object.entries(cells)
    .filter(([column, cell]) => isDimension(column) && cell !== '')
    .map(([dimension, code]) => `${dimension}:${code}`)
  return keyOf(`${cells['dataset']} ${cells['metric']}`, categories, cells['unit'] ?? '', cells['period'] ?? '')
}

const filled = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([column, cell]) => cell !== '' && !isDimension(column)))

function toldBy(cells: Cells): Told {
  const cell = (name: string): string | null => cells[name] || null
  const [value, share] = [cell('value'), cell('share')]
  const columns = Object.keys(cells)
  const yoy = columns.find((name, at) => name.startsWith('change ') && cell(name) && !cell(columns[at + 1] ?? ''))
  return {
    value: value && new Decimal(value).times(unitInfo(cells['unit'] as Unit).factor).toFixed(),
    unit: cell('unit'),
    qualifier: cell('qualifier') ?? 'EXACT',
    status: cell('status'),
    flags: cell('flags'),
    yoyChange: yoy === undefined ? null : new Decimal(cells[yoy] ?? '').toFixed(),
    share: share && new Decimal(share).toFixed(),
    note: cell('note'),
  }
}

/** Compares two states cell by cell, without SQL. */
export function compared(before: Map<string, State>, after: Map<string, State>): Map<string, ToldChange> {
  const changes = new Map<string, ToldChange>()
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(place), after.get(place)]
    const isEqual = JSON.stringify(sorted(old?.cells)) === JSON.stringify(sorted(now?.cells))
    if (isEqual) continue
    const kind = old === undefined ? 'ADDED' : now === undefined ? 'RETRACTED' : 'REVISED'
    changes.set(place, { kind, before: old?.told ?? null, after: now?.told ?? null })
  }
  return changes
}

const sorted = (cells: Cells = {}): unknown => Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))

const figure =
  'dataset { code } metric { code } categories { code dimension { code } } period value unit qualifier status flags yoyChange share note'
const query = /* GraphQL */ `
  query ($from: DateTime, $to: DateTime, $fromVersion: Int, $toVersion: Int, $filter: IndicatorFilter, $first: Int, $after: String, $last: Int, $before: String) {
    changes(from: $from, to: $to, fromVersion: $fromVersion, toVersion: $toVersion, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { kind before { ${figure} } after { ${figure} } }
    }
  }`

type Figure = Told & {
  readonly dataset: { readonly code: string }
  readonly metric: { readonly code: string }
  readonly categories: readonly { readonly code: string; readonly dimension: { readonly code: string } }[]
  readonly period: string
}

const placeOfFigure = ({ dataset, metric, categories, unit, period }: Figure): string => {
  const all = categories.map(({ code, dimension }) => `${dimension.code}:${code}`)
  return keyOf(
    `${dataset.code} ${metric.code}`,
    all.filter((each) => each !== 'TOTAL:ALL'),
    unit ?? '',
    period,
  )
}

const toldOf = (found: Figure | null): Told | null => {
  if (found === null) return null
  const { dataset: _, metric: __, categories: ___, period: ____, ...told } = found
  return told
}

/** Reads all changes, in pages of a size, forwards or backwards, in the order of the list. */
export async function allChanges(
  opened: TestStore,
  given: object,
  size = 1000,
  isBackwards = false,
): Promise<Map<string, ToldChange>> {
  const pages: [string, ToldChange][][] = []
  let cursor: string | null = null
  for (;;) {
    const page: object = isBackwards ? { last: size, before: cursor } : { first: size, after: cursor }
    const { data, errors } = await ask(opened.store, query, { ...given, ...page })
    if (errors) throw new Error(JSON.stringify(errors))
    const { nodes, pageInfo, totalCount } = data.changes
    const found = nodes.map(
      ({ kind, before, after }: { kind: string; before: Figure | null; after: Figure | null }) => {
        const change: ToldChange = { kind, before: toldOf(before), after: toldOf(after) }
        return [placeOfFigure((after ?? before) as Figure), change]
      },
    )
    if (isBackwards) pages.unshift(found)
    else pages.push(found)
    cursor = isBackwards ? pageInfo.startCursor : pageInfo.endCursor
    if (isBackwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage) continue
    const all = pages.flat()
    if (all.length !== totalCount) throw new Error(`${all.length} changes were listed, and ${totalCount} counted`)
    return new Map(all)
  }
}
