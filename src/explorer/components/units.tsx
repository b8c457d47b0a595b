import { createContext, useContext } from 'react'
import type { FrontQuery, Unit } from '../../generated/gql/explorer/graphql.js'
import { textIn } from '../data/named.js'
import type { Language } from '../data/state.js'

export const UnitsContext = createContext<FrontQuery['units']>([])

export function useUnits(): {
  readonly nameOf: (unit: Unit, language: Language) => string
  /** Returns the unit as written after a number: " billion yuan", "亿元". */
  readonly after: (unit: Unit, language: Language) => string
  /** Returns the power of ten between a unit and its base unit. */
  readonly exponentOf: (unit: Unit) => number
} {
  const units = useContext(UnitsContext)
  const find = (unit: Unit): FrontQuery['units'][number] | undefined => units.find((each) => each.unit === unit)
  const nameOf = (unit: Unit, language: Language): string => {
    const found = find(unit)
    return found === undefined ? unit : textIn(found, language)
  }
  return {
    nameOf,
    after: (unit, language) => (language === 'zh' ? nameOf(unit, language) : ` ${nameOf(unit, language)}`),
    exponentOf: (unit) => exponent(find(unit)?.factor ?? '1'),
  }
}

const exponent = (factor: string): number => (factor.startsWith('0.') ? 1 - factor.length + 1 : factor.length - 1)
