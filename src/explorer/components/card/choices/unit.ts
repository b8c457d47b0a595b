import type { Unit } from '../../../../generated/gql/explorer/graphql.js'
import type { Language } from '../../../data/state.js'
import { isCurrency, type Lists } from '../../../data/view.js'
import type { Option } from '../../menu/option.js'
import type { Asked, Choice } from './choice.js'

const converted: Readonly<Record<Language, string>> = { en: 'BILLION', zh: '100_MILLION' }
const usualFirst: readonly string[] = ['USD', 'EUR', 'GBP', 'JPY', 'CNY']
const large = 1_000_000

/** Offers the scales of the measure of the numbers, then other currencies. Without a choice, the chart's own scale is told. */
export function unitChoice({ state, view, lists, shown, words }: Asked): Choice {
  const { page } = words
  const find = (unit: Unit) => lists.units.find((each) => each.unit === unit)
  const textOf = (unit: Unit): string => words.text(find(unit) ?? { en: unit, zh: unit })
  const scales = lists.units
    .filter(({ base }) => base === view.measure)
    .sort((one, other) => Number(other.factor) - Number(one.factor))
    .map(
      ({ unit, en, zh }): Option => ({
        key: unit,
        text: textOf(unit),
        detail: words.text({ en: zh, zh: en }),
        group: textOf(view.measure),
      }),
    )
  const scale = `_${converted[words.tag === 'en' ? 'en' : 'zh']}`
  const others = currenciesOf(lists)
    .filter((currency) => isCurrency(view.measure) && currency !== view.measure)
    .flatMap((currency): Option[] => {
      const unit = lists.units.find((each) => each.unit === `${currency}${scale}`)
      return unit === undefined
        ? []
        : [{ key: unit.unit, text: words.text(unit), detail: currency, group: page.converted }]
    })
  const options = [...scales, ...others]
  const own = options.some(({ key }) => key === view.unit)
    ? options
    : [...options, { key: view.unit, text: textOf(view.unit), group: page.converted }]
  const drawn = state.unit === null ? own.find(({ text }) => text === shown?.model?.unit) : undefined
  const chosen = drawn?.key ?? view.unit
  return {
    label: page.unit,
    text: textOf(chosen as Unit),
    options: own,
    chosen,
    change: (key) => ({ unit: key as Unit }),
  }
}

function currenciesOf({ metrics, units }: Lists): readonly string[] {
  const rates = metrics.flatMap(({ measures }) => measures.filter((measure) => measure.endsWith('_PER_USD')))
  if (rates.length === 0) return []
  const known = ['USD', ...rates.map((rate) => rate.slice(0, 3))]
  const rank = (currency: string): number =>
    (usualFirst.indexOf(currency) + usualFirst.length + 1) % (usualFirst.length + 1)
  return known
    .filter((currency) => units.some(({ unit, factor }) => unit.startsWith(`${currency}_`) && Number(factor) >= large))
    .sort((one, other) => rank(one) - rank(other))
}
