import type { HeaderFault } from '../header.js'
import { type Layout, layoutOf } from './layout.js'
import type { SdmxMap } from './map.js'

/** The header row of SDMX-CSV: columns as they stand, and the component that each one is. */
export interface SdmxHeader {
  readonly names: readonly string[]
  readonly ids: readonly string[]
  /** Only 2.0 has actions, columns of several values, and rows for part of a key. */
  readonly version: 1 | 2
  /** Whether codes carry labels: "A: Annual". */
  readonly labelled: boolean
  /** What stands between the values of columns that hold several; null where none is said. */
  readonly separator: string | null
  /** The column of the action; -1 where there is none. */
  readonly action: number
}

/** What a file's first record says of its columns. */
export function sdmxHeader(names: readonly string[]): SdmxHeader {
  // "CONTACT[].NAME[en;fr]: Name" is the component CONTACT.NAME.
  const ids = names.map((name) => withoutLabel(name).replace(/\[[^[\]]*\]/g, ''))
  return {
    names,
    ids,
    version: ids[0] === 'STRUCTURE' ? 2 : 1,
    labelled: names.some((name) => name.includes(': ')),
    separator: /^STRUCTURE\[(.)/.exec(names[0] ?? '')?.[1] ?? null,
    action: ids.indexOf('ACTION'),
  }
}

/** The code of "A: Annual". */
export const withoutLabel = (text: string): string => text.split(': ', 1)[0] ?? ''

/** Whether a column holds several values a row: ATTR[], or ATTR[en;fr] in several languages. */
export const holdsSeveral = (name: string | undefined): boolean => name?.includes('[') ?? false

/** The columns that make one observation another. */
export const keysOf = ({ metric, dimensions, period }: Layout): number[] =>
  [metric, ...dimensions.map(({ coded }) => coded), period].flatMap(({ at }) => at)

const technical = ['DATAFLOW', 'STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'SERIES_KEY', 'OBS_KEY']

/** Where a map finds things in such a file, or all that keeps it from that. */
export function sdmxLayout({ ids, names }: SdmxHeader, map: SdmxMap): ReturnType<typeof layoutOf> {
  const known = new Set(ids.flatMap((id, at) => (technical.includes(id) ? [at] : [])))
  if (ids.includes('STRUCTURE_NAME'))
    // With labels in columns of their own, components and labels take turns behind the technical columns.
    for (let at = Math.max(...known) + 2; at < ids.length; at += 2) known.add(at)
  const { layout, faults } = layoutOf(map, ids, names, {
    period: ids.indexOf('TIME_PERIOD'),
    value: ids.indexOf('OBS_VALUE'),
    multiplier: ids.indexOf('UNIT_MULT'),
    decimals: ids.indexOf('DECIMALS'),
    status: ['OBS_STATUS', 'OBS_FLAG'].map((id) => ids.indexOf(id)).filter((at) => at >= 0),
    confidentiality: ids.indexOf('CONF_STATUS'),
    known,
  })
  if (!layout) return { faults }
  const several = [...keysOf(layout), layout.value, ...layout.unit.at].filter((at) => holdsSeveral(names[at]))
  if (several.length === 0) return { layout }
  return {
    faults: several.map((at): HeaderFault => ({ column: names[at] ?? null, found: names[at] ?? null, message })),
  }
}

const message = 'This column holds several values a row, and a figure has one: name another one in the map.'
