import type { Qualifier, Unit } from '../../../generated/gql/explorer/graphql.js'
import { amountOf, grouped, negated, rounded, scaled, signed, significantOf } from '../../data/number.js'
import { useWords } from '../../i18n/words.js'
import { useUnits } from '../units.js'

interface PrintedLevel {
  readonly value: string | null
  readonly unit: Unit
  readonly decimals: number | null
  readonly qualifier: Qualifier
}

const significant = 3

export function useAmount() {
  const { words, language } = useWords()
  const units = useUnits()
  const partsOf = (number: string, power: number, unit: Unit): readonly [string, string, string] => {
    const base = units.baseOf(unit)
    return words.records.amount(number, power, base, units.nameOf(base))
  }
  const ofBase = (value: string, unit: Unit, digits: number): string => {
    const { number, power } = amountOf(value, language, digits)
    return words.joined(...partsOf(number, power, unit))
  }
  const printedParts = ({ unit, decimals }: PrintedLevel, value: string, most: number) => {
    const isLong = significantOf(value) > most
    const { number, power } = amountOf(value, language, isLong ? most : significantOf(value))
    const places = Math.max(0, (decimals ?? 0) + power - units.exponentOf(unit))
    return partsOf(isLong ? number : grouped(rounded(scaled(value, -power), places)), power, unit)
  }
  return {
    ofBase,
    /**
     * Returns what stands before, within and after a printed level, with its printed digits unless there are more than
     * `most`.
     */
    printedParts,
    printed: (level: PrintedLevel, most: number): string | null =>
      level.value === null
        ? null
        : words.qualified[level.qualifier].replace('#', words.joined(...printedParts(level, level.value, most))),
    /** Writes a number of its own unit, with that unit: "CNY 9.26 billion", "92.6亿元", "+0.2%". */
    full: (value: string, unit: Unit): string =>
      unit === 'PERCENT'
        ? words.percent(signed(rounded(value, 2)))
        : ofBase(scaled(value, units.exponentOf(unit)), unit, significant),
    /** Writes a number with its sign and without its unit: "+9.49 billion". */
    moved: (value: string, unit: Unit): string => {
      if (unit === 'PERCENT') return words.records.findings.moved(signed(rounded(value, 2)))
      const isLess = value.startsWith('-')
      const size = scaled(isLess ? negated(value) : value, units.exponentOf(unit))
      const { number, power } = amountOf(size, language, significant)
      return (isLess ? '−' : '+') + words.records.brief(number, power)
    },
  }
}
