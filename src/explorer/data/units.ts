import type { Unit } from '../../generated/gql/explorer/graphql.js'
import type { Language } from './state.js'

type Usual = Readonly<Partial<Record<Unit, Unit>>>

export const defaultUnits: Readonly<Record<Language, Usual>> = {
  en: { CNY: 'CNY_BILLION', USD: 'USD_BILLION', EUR: 'EUR_BILLION', KILOGRAM: 'TONNE' },
  zh: {
    CNY: 'CNY_100_MILLION',
    USD: 'USD_100_MILLION',
    EUR: 'EUR_BILLION',
    ENTERPRISE: 'ENTERPRISE_10_THOUSAND',
    PERSON: 'PERSON_10_THOUSAND',
    ITEM: 'ITEM_10_THOUSAND',
    KILOGRAM: 'TONNE_10_THOUSAND',
  },
}
