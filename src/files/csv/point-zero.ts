import { isUnit, type Unit } from '../../domain/units/unit.js'
import { Fault, records } from './records.js'

const fewest = 3

export type PointZero = ReadonlyMap<Unit, number>

const printed = /^[+-]?\d+\.\d+$/
const whole = /^[+-]?\d+\.0$/
const none: PointZero = new Map()

/**
 * Returns the units whose ".0" was not printed but added by a program, which turned 798 into 798.0. In such a file
 * every value has a point, and none ends in zero except as its only decimal. A unit qualifies if its values all end in
 * ".0" and are at least three, or if all values of a file do, at least three in total. Ignores values with stated
 * decimals; stops reading at the first counterexample.
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
  const wholes = [...counts].filter(([, { values, zeros }]) => zeros === values)
  const sum = wholes.reduce((sum, [, { values }]) => sum + values, 0)
  const least = wholes.length === counts.size && sum >= fewest ? 1 : fewest
  return new Map(wholes.filter(([, { values }]) => values >= least).map(([unit, { values }]) => [unit, values]))
}

export const pointZeroNotices = (file: string, found: PointZero): string[] =>
  [...found].map(
    ([unit, values]) =>
      `${file}: ${values === 1 ? 'The only value' : `All ${values} values`} in ${unit} end${values === 1 ? 's' : ''} in ".0", as programs write whole numbers, and ${values === 1 ? 'is' : 'are'} read without decimals. If the zero was printed, use --keep-point-zero (keepPointZero), or write 1 in the column "decimals".`,
  )
