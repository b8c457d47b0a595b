import { categoryText } from '../../../src/domain/codes/codes.js'
import { printedText } from '../../../src/domain/numbers/decimal.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import type { Problem, Reader, Reading } from '../../../src/files/input/reader.js'

export interface ReadCube {
  readonly readings: readonly Reading[]
  readonly figures: readonly Observation[]
  readonly problems: readonly Problem[]
}

/** Everything that a reader yields for a file of the stage MONTHLY. */
export async function readCube(reader: Reader, text: string | Uint8Array, size = 65_536): Promise<ReadCube> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const readings: Reading[] = []
  for await (const reading of reader(chunked(bytes, size), { file: 'a', stage: 'MONTHLY' })) readings.push(reading)
  return {
    readings,
    figures: readings.flatMap(({ figure }) => figure ?? []),
    problems: readings.flatMap(({ problems }) => problems ?? []),
  }
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** A figure in a line: what it is, number and unit, status, flags. */
export const line = ({ metric, categories, period, value, decimals, unit, status, flags }: Observation): string =>
  [
    `${metric} ${categories.map(categoryText).join('+')} ${period.text}`,
    value === null ? unit : `${printedText({ value, decimals: decimals ?? 0 })} ${unit}`,
    flags === null ? status : `${status} (${flags})`,
  ].join(', ')

/** "row, column: found" of each problem. */
export const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ row, column, found }) => `${row}, ${column}: ${found}`)

/** How many figures have each of these. */
export function counts(
  figures: readonly Observation[],
  key: (figure: Observation) => string | null,
): Record<string, number> {
  const found: Record<string, number> = {}
  for (const figure of figures) found[`${key(figure)}`] = (found[`${key(figure)}`] ?? 0) + 1
  return found
}
