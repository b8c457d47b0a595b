import { createContext, useContext } from 'react'
import type { Unit } from '../../generated/gql/explorer/graphql.js'
import type { FrontData } from '../data/answered.js'
import { useWords } from '../i18n/words.js'

export const UnitsContext = createContext<FrontData['units']>([])

export function useUnits(): {
  readonly nameOf: (unit: Unit) => string
  readonly exponentOf: (unit: Unit) => number
  readonly baseOf: (unit: Unit) => Unit
} {
  const { words } = useWords()
  const units = useContext(UnitsContext)
  const find = (unit: Unit): FrontData['units'][number] | undefined => units.find((each) => each.unit === unit)
  return {
    nameOf: (unit) => words.text(find(unit) ?? { en: unit, zh: unit }),
    exponentOf: (unit) => exponent(find(unit)?.factor ?? '1'),
    baseOf: (unit) => find(unit)?.base ?? unit,
  }
}

const exponent = (factor: string): number => (factor.startsWith('0.') ? 1 - factor.length + 1 : factor.length - 1)
