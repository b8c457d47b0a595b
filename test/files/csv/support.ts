import { expect } from 'vitest'
import { type Decimal, printedText } from '../../../src/domain/numbers/decimal.js'
import type { Observation, ReleaseStage } from '../../../src/domain/observations/observation.js'
import { csv } from '../../../src/files/csv/reader.js'
import type { Problem, Reading } from '../../../src/files/input/reader.js'

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

export async function read(
  text: string | Uint8Array,
  stage: ReleaseStage = 'FLASH',
  size = 65_536,
): Promise<Reading[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return collect(csv(chunked(bytes, size), { file: 'a.csv', stage }))
}

export async function figures(text: string | Uint8Array, stage?: ReleaseStage): Promise<Observation[]> {
  return (await read(text, stage)).map(({ figure, problems }) => {
    expect(problems).toBeUndefined()
    return figure as Observation
  })
}

export async function only(text: string, stage?: ReleaseStage): Promise<Observation> {
  const [first, ...others] = await figures(text, stage)
  expect(others).toEqual([])
  return first as Observation
}

export async function problems(text: string | Uint8Array): Promise<Problem[]> {
  return (await read(text)).flatMap((reading) => reading.problems ?? [])
}

/** A file of one row: the cells of a good one, with others added or put in their place. */
export function fileOf(cells: Record<string, string>): string {
  const all = { metric: 'EXPORTS', PRODUCT: 'SHIPS', period: '2023', value: '1.50', unit: 'CNY_TRILLION', ...cells }
  return `${Object.keys(all).join(',')}\n${Object.values(all).map(quoted).join(',')}\n`
}

export const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const printedTexts = (number: { value: Decimal; decimals: number } | null) => number && printedText(number)
