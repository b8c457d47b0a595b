import { isUnit, type Unit } from '../../domain/units/unit.js'
import { Fault, records } from './records.js'

const fewest = 3

export type PointZero = ReadonlyMap<Unit, number>

const printed = /^[+-]?\d+\.\d+$/
const whole = /^[+-]?\d+\.0$/
const none: PointZero = new Map()

/**
 * Detects whether a program wrote a file of the tidy format with a point in every number, so that 798 became 798.0: every
 * value has a point, and none ends in zero except as its only decimal. In such a file the zero is not counted as printed
 * for units whose values all end in ".0", if there are at least three, or at least three in a file where all do. Values
 * with stated decimals are ignored. Reading stops at the first counterexample.
 */
export async function pointZeros(bytes: AsyncIterable<Uint8Array>): Promise<PointZero> {
  let at: { readonly value: number; readonly unit: number; readonly decimals: number } | null = null
  const counts = new Map<Unit, { values: number; zeros: number }>()
  for await (const batch of records(bytes))
    for (const record of batch) {
      if (record instanceof Fault) return none
      if (at === null) {
        if (record.every((cell) => cell === '')) continue
        at = { value: record.indexOf('value'), unit: record.indexOf('unit'), decimals: record.indexOf('decimals') }
        if (at.value < 0 || at.unit < 0) return none
        continue
      }
      const value = record[at.value] ?? ''
      if (value === '' || (record[at.decimals] ?? '') !== '') continue
      const isWhole = whole.test(value)
      if (!isWhole && (!printed.test(value) || value.endsWith('0'))) return none
      const unit = record[at.unit] ?? ''
      if (!isUnit(unit)) continue
      const count = counts.get(unit) ?? { values: 0, zeros: 0 }
      counts.set(unit, { values: count.values + 1, zeros: count.zeros + (isWhole ? 1 : 0) })
    }
  return without(counts)
}

function without(counts: ReadonlyMap<Unit, { readonly values: number; readonly zeros: number }>): PointZero {
  const all = [...counts]
  const values = all.reduce((sum, [, count]) => sum + count.values, 0)
  const inAll = values >= fewest && all.every(([, count]) => count.zeros === count.values)
  return new Map(
    all.flatMap(([unit, { values, zeros }]) =>
      zeros === values && (inAll || values >= fewest) ? [[unit, values] as const] : [],
    ),
  )
}

export const pointZeroNotices = (file: string, found: PointZero): string[] =>
  [...found].map(
    ([unit, values]) =>
      `${file}: ${values === 1 ? 'The only value' : `All ${values} values`} in ${unit} end${values === 1 ? 's' : ''} in ".0", as programs write whole numbers, and ${values === 1 ? 'is' : 'are'} read without decimals. If the zero was printed, use --keep-point-zero (keepPointZero), or write 1 in the column "decimals".`,
  )
