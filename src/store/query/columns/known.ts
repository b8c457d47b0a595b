import { frequencies, frequencyLetter } from '../../../domain/periods/period.js'
import type { Row } from '../rows.js'
import type { BlockReader } from './blocks.js'
import { ColumnRow } from './column-row.js'
import { mostMetrics } from './matcher.js'

interface Wanted {
  readonly quantity: string
  readonly ordinal: number
  readonly at: Date | null
}

/**
 * Returns the figures that were known of quantities for a period at an instant, at most one of each frequency, in their
 * order; null if SQL has to answer.
 */
export async function knownOfBlocks(
  { blocks, snapshot }: BlockReader,
  wanted: readonly Wanted[],
): Promise<readonly (readonly Row[])[] | null> {
  if (blocks === null) return null
  const codes = [...new Set(wanted.map(({ quantity }) => metricOf(quantity)))]
  const ids = codes.map((code) => snapshot.codes.metric(code)?.id)
  const known = ids.filter((id) => id !== undefined)
  const found = known.length > mostMetrics ? null : await blocks.of(known, snapshot)
  if (found === null) return null
  const byMetric = new Map(codes.map((code, index) => [code, found.find(({ metric }) => metric === ids[index])]))
  return wanted.map(({ quantity, ordinal, at }) => {
    const block = byMetric.get(metricOf(quantity))
    const rows: Row[] = []
    if (block === undefined) return rows
    for (const frequency of frequencies) {
      const place = block.series.byKey.get(`${quantity}|${frequencyLetter[frequency]}`)
      if (place === undefined || place >= block.seriesCount) continue
      const row = block.known(place, ordinal, at?.getTime() ?? null)
      if (row !== null) rows.push(new ColumnRow(block, row))
    }
    return rows
  })
}

const metricOf = (quantity: string): string => quantity.split('|', 2)[1] ?? ''
