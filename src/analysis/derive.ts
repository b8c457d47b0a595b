import { total } from '../domain/codes/codes.js'
import { reportedLevel, reportedRate } from '../domain/numbers/agreement.js'
import { Decimal, divide, type Printed } from '../domain/numbers/decimal.js'
import {
  exact,
  growth,
  mapMonotonic,
  minus,
  over,
  percentage,
  type Quantity,
  quantityOfRate,
  times,
  unknown,
} from '../domain/numbers/quantity.js'
import { yoyOf } from '../domain/observations/observation.js'
import { exchanged as inCurrency, rateName, ratesBetween } from '../domain/units/exchange-rate.js'
import { baseOf, compatible, convert, isCurrency, type Unit } from '../domain/units/unit.js'
import { Refusal } from '../errors.js'
import type { Indicator } from '../store/query/rows.js'
import type { Comparison } from './compare.js'
import { type FigureContext, shown } from './figure-context.js'

const hundred = new Decimal(100)
const hundredth = new Decimal('0.01')
/** How far the ordinals of two years lie apart. */
const year = 192

/** Growth in percent on the same period of the year before, beside the printed: at once where that has been read. */
export function yoyChange(seen: FigureContext): Comparison | Promise<Comparison> {
  const { own } = seen
  const ordinal = own.period.ordinal - year
  const printed = yoyOf(own)?.percent ?? null
  const grown = (base: Indicator | null): Comparison => growthOn(seen, base, () => seen.name({ ordinal }), printed)
  const base = seen.over(ordinal)
  return base instanceof Promise ? base.then(grown) : grown(base)
}

/** Growth in percent on another figure of the quantity; `what` names it where there is none. */
export function growthOn(
  seen: FigureContext,
  base: Indicator | null,
  what: () => string,
  printed: Printed | null,
): Comparison {
  const { own } = seen
  const level = seen.rate ?? growth(seen.value, seen.level(base, what))
  return seen.compared(level, {
    reported: reportedRate(printed),
    base,
    inputs: [own, base],
    ...(base && { how: () => `Growth from ${shown(base)} to ${shown(own)}, in percent,` }),
    ...(printed && base && { also: () => impliedText(over(seen.value, factor(printed)), base) }),
  })
}

/** What a base is multiplied by where it grows at a rate: 1 + g. */
const factor = (rate: Printed): Quantity =>
  mapMonotonic(quantityOfRate(rate), (end) => end.plus(hundred).times(hundredth))

function impliedText({ bounds }: Quantity, base: Indicator): string {
  const inUnit = (end: Decimal | null): string =>
    end === null ? '?' : convert(end, baseOf(base.unit), base.unit).toSignificantDigits(5).toFixed()
  return `The printed growth implies a base of ${inUnit(bounds?.low ?? null)} to ${inUnit(bounds?.high ?? null)} ${base.unit}.`
}

interface Whole {
  readonly whole: Indicator | null
  readonly what: () => string
  /** Whether the figure is itself the whole. */
  readonly isOwn: boolean
}

/** What a figure is a share of: what it was printed to be, else all of its metric, over the same days. */
async function wholeOf(seen: FigureContext, ordinal = seen.own.period.ordinal): Promise<Whole> {
  const { metric, shareOf, categories, period } = seen.own
  const of = shareOf ?? { metric, category: total }
  const [first] = categories
  const isOwn =
    of.metric === metric &&
    categories.length === 1 &&
    first?.dimension === of.category.dimension &&
    first.code === of.category.code
  const whole = isOwn && ordinal === period.ordinal ? seen.own : await seen.of(of, ordinal)
  return { whole, what: () => seen.name({ ordinal, metric: of.metric, categories: [of.category] }), isOwn }
}

/** Its share in percent. */
export async function share(seen: FigureContext): Promise<Comparison> {
  const { own } = seen
  const { whole, what, isOwn } = await wholeOf(seen)
  const computed = isOwn ? exact(hundred) : percentage(seen.value, seen.level(whole, what))
  return seen.compared(seen.rate ?? computed, {
    reported: reportedRate(own.share),
    base: whole,
    inputs: [own, whole],
    ...(whole && { how: () => `The share of ${shown(own)} in ${shown(whole)}, in percent,` }),
  })
}

/**
 * What it adds to the growth of its whole, in percentage points: (value - base) / (base of the whole) x 100. Both bases
 * are those that printed growth implies; where either was printed without, both are the stored figures of a year before.
 */
export async function contribution(seen: FigureContext): Promise<Comparison> {
  const { own } = seen
  const before = own.period.ordinal - year
  const [{ whole, what, isOwn }, ownBase, wholeBase] = await Promise.all([
    wholeOf(seen),
    seen.over(before),
    wholeOf(seen, before),
  ])
  const { value } = seen
  const rate = yoyOf(own)?.percent
  const wholeRate = whole && yoyOf(whole)?.percent
  const byGrowth = (rate: Printed, wholeRate: Printed): Quantity => {
    if (isOwn) return quantityOfRate(rate)
    const added = mapMonotonic(quantityOfRate(rate), (end) => divide(end, end.plus(hundred)))
    return percent(times(times(value, added), over(factor(wholeRate), seen.level(whole, what))))
  }
  const byBases = (): Quantity => {
    const base = seen.level(ownBase, () => seen.name({ ordinal: before }))
    return isOwn
      ? over(minus(value, base), base)
      : over(minus(value, base), seen.level(wholeBase.whole, wholeBase.what))
  }
  const level = rate && wholeRate ? byGrowth(rate, wholeRate) : percent(byBases())
  return seen.compared(seen.rate ?? level, { base: whole, inputs: [own, whole] })
}

const percent = (level: Quantity): Quantity => mapMonotonic(level, (end) => end.times(hundred))

/** Exports less imports of the same categories and days, beside a printed balance; in another currency where one is given. */
export async function balance(seen: FigureContext, to: Unit = baseOf(seen.own.unit)): Promise<Comparison> {
  const { own } = seen
  const [exported, imported, printed] = await Promise.all([
    own.metric === 'EXPORTS' ? own : seen.of({ metric: 'EXPORTS' }),
    own.metric === 'IMPORTS' ? own : seen.of({ metric: 'IMPORTS' }),
    seen.of({ metric: 'BALANCE', measure: to }),
  ])
  const level = ['TRADE', 'EXPORTS', 'IMPORTS'].includes(own.metric)
    ? minus(
        seen.level(exported, () => seen.name({ metric: 'EXPORTS' })),
        seen.level(imported, () => seen.name({ metric: 'IMPORTS' })),
      )
    : unknown(`A balance is of TRADE, EXPORTS and IMPORTS, not of ${own.metric}.`)
  const { level: asked, rate } = await exchanged(seen, own, to, level)
  return seen.compared(asked, {
    reported: reportedLevel(printed),
    base: own.metric === 'IMPORTS' ? exported : imported,
    rate,
    inputs: [printed, exported, imported],
    ...(printed && { unit: printed.unit }),
  })
}

/** The base that its printed growth implies, beside the figure that is stored of it. */
export async function impliedBase(seen: FigureContext): Promise<Comparison> {
  const { own } = seen
  const base = await seen.over(own.period.ordinal - year)
  const rate = yoyOf(own)?.percent
  const level = rate
    ? over(seen.value, factor(rate))
    : unknown(`No growth on a year before was printed for ${seen.name({})}.`)
  return seen.compared(seen.rate ?? level, {
    reported: reportedLevel(base),
    base,
    inputs: [own, base],
    ...(rate && { how: () => `The base that ${rate.value.toFixed()} % implies` }),
    ...(base && { unit: base.unit }),
  })
}

/**
 * The figure in a unit of another currency, by the exchange rate of its own days, which is its base. UNIT_MISMATCH where
 * either is no currency.
 */
export async function converted(seen: FigureContext, unit: Unit): Promise<Comparison> {
  const { own } = seen
  const to = baseOf(unit)
  refuseOtherThanMoney(own.unit, unit)
  const [{ level, rate }, printed] = await Promise.all([exchanged(seen, own, to), seen.of({ measure: to })])
  return seen.compared(level, {
    reported: reportedLevel(printed),
    base: rate,
    rate,
    inputs: [printed, own, rate],
    ...(rate && { how: () => `${shown(own)} at ${shown(rate)}` }),
    ...(printed && { unit: printed.unit }),
  })
}

/** UNIT_MISMATCH where a unit is of another measure, but for two currencies: these are converted. */
export function refuseOtherThanMoney(from: Unit, to: Unit): void {
  if (baseOf(from) === baseOf(to) || (isCurrency(from) && isCurrency(to))) return
  const message = `What is in ${from} cannot be given in ${to}: only currencies are converted to each other.`
  throw new Refusal('UNIT_MISMATCH', message, { allowed: compatible(from) })
}

/** A level in a currency, by the exchange rate of the days that it is of; as it is where it is in that already. */
export async function exchanged(
  seen: FigureContext,
  of: Pick<Indicator, 'period' | 'unit'>,
  to: Unit,
  level = seen.value,
): Promise<{ level: Quantity; rate: Indicator | null }> {
  const from = baseOf(of.unit)
  if (from === to) return { level, rate: null }
  const between = ratesBetween(from, to)
  const rate = between && (await seen.find(between.quantity, of.period.ordinal))
  const price = seen.level(rate, () => rateName(from, to, of.period.text))
  return { level: inCurrency(level, { price, divides: between?.divides ?? true }), rate }
}
