import { reportedLevel } from '../domain/numbers/agreement.js'
import { Decimal } from '../domain/numbers/decimal.js'
import { asPrinted, exact, minus, percentage, plus, type Quantity, unknown } from '../domain/numbers/quantity.js'
import { type Period, periodBefore } from '../domain/periods/period.js'
import { baseOf, type Unit } from '../domain/units/unit.js'
import type { Indicator } from '../store/query/rows.js'
import type { Comparison } from './compare.js'
import { balance, contribution, exchanged, growthOn, share, yoyChange } from './derive.js'
import type { FigureContext } from './figure-context.js'

/** What a series can be turned into, as the model defines them. */
export const transforms = [
  'LEVEL',
  'YOY_PERCENT',
  'PERIOD_PERCENT',
  'SHARE',
  'CONTRIBUTION',
  'INDEX',
  'CUMULATIVE',
  'SINGLE_PERIOD',
  'BALANCE',
] as const
export type Transform = (typeof transforms)[number]

/** The unit of what a transform makes; null where that is a level, in a unit of the series' measure or of another currency. */
export const unitOf: Readonly<Record<Transform, Unit | null>> = {
  LEVEL: null,
  YOY_PERCENT: 'PERCENT',
  PERIOD_PERCENT: 'PERCENT',
  SHARE: 'PERCENT',
  CONTRIBUTION: 'PERCENTAGE_POINT',
  INDEX: 'INDEX',
  CUMULATIVE: null,
  SINGLE_PERIOD: null,
  BALANCE: null,
}

/**
 * What a transform makes of a figure: a level in the base unit of the measure `to`, or a rate. `base` is the period whose
 * index is 100.
 */
export function transformed(
  seen: FigureContext,
  transform: Transform,
  to: Unit,
  base: Period | null,
): Comparison | Promise<Comparison> {
  switch (transform) {
    case 'LEVEL':
      return level(seen, to)
    case 'YOY_PERCENT':
      return yoyChange(seen)
    case 'PERIOD_PERCENT':
      return periodChange(seen)
    case 'SHARE':
      return share(seen)
    case 'CONTRIBUTION':
      return contribution(seen)
    case 'INDEX':
      return index(seen, base ?? seen.own.period)
    case 'CUMULATIVE':
      return cumulative(seen, to)
    case 'SINGLE_PERIOD':
      return single(seen, to)
    case 'BALANCE':
      return balance(seen, to)
  }
}

/** As it was printed, its qualifier beside it; in another currency by the rate of its days. */
function level(seen: FigureContext, to: Unit): Comparison | Promise<Comparison> {
  const { own } = seen
  if (baseOf(own.unit) === to)
    return seen.compared(asPrinted(own), { asPrinted: true, reported: reportedLevel(own), inputs: [own] })
  return exchanged(seen, own, to).then(({ level: computed, rate }) =>
    seen.compared(computed, { base: rate, rate, inputs: [own, rate] }),
  )
}

async function periodChange(seen: FigureContext): Promise<Comparison> {
  const { period, changes } = seen.own
  const before = periodBefore(period)
  if (before === null)
    return seen.compared(unknown('A year to date has no period before it of its own kind.'), { inputs: [] })
  const printed = changes.find(({ base }) => base.text === before.text)?.percent ?? null
  return growthOn(seen, await seen.over(before.ordinal), () => seen.name({ ordinal: before.ordinal }), printed)
}

const hundred = new Decimal(100)

async function index(seen: FigureContext, { ordinal, text }: Period): Promise<Comparison> {
  const base = ordinal === seen.own.period.ordinal ? seen.own : await seen.over(ordinal)
  const computed =
    base === seen.own && seen.value.value !== null
      ? exact(hundred)
      : percentage(
          seen.value,
          seen.level(base, () => `${seen.own.metric} over the days of ${text}`),
        )
  return seen.compared(seen.rate ?? computed, { base, inputs: [seen.own, base] })
}

/** The levels of a metric that cannot be added up over time are no parts of a sum. */
function notAdded({ own, view }: FigureContext): Quantity | null {
  const additivity = view.snapshot.codes.metric(own.metric)?.additivity
  return additivity === 'FLOW' ? null : unknown(`${own.metric} cannot be added up over time.`)
}

/** A level of its own quantity over other days, in a currency, with the figure that has it and the rate that it took. */
interface LevelOver {
  readonly level: Quantity
  readonly figure: Indicator | null
  readonly rate: Indicator | null
}

async function levelOver(seen: FigureContext, ordinal: number, to: Unit): Promise<LevelOver> {
  const figure = ordinal === seen.own.period.ordinal ? seen.own : await seen.over(ordinal)
  if (figure === null) return { level: seen.level(null, () => seen.name({ ordinal })), figure, rate: null }
  return { ...(await exchanged(seen.around(figure), figure, to)), figure }
}

/** From January to its own last month, beside a printed year to date; null after the first gap. */
async function cumulative(seen: FigureContext, to: Unit): Promise<Comparison> {
  const { ordinal, frequency } = seen.own.period
  const months = (ordinal % 16) + 1
  const month = Math.floor(ordinal / 16)
  const inYear = frequency === 'YEAR_TO_DATE' ? 1 : ((month % 12) + 1) / months
  const ordinals = Array.from({ length: inYear }, (_, back) => ordinal - (inYear - 1 - back) * months * 16)
  const parts = await Promise.all(ordinals.map((each) => levelOver(seen, each, to)))
  const printed = inYear === 1 ? null : await seen.of({ measure: to }, month * 16 + (month % 12))
  const sum = parts.map(({ level }) => level).reduce(plus)
  return seen.compared(notAdded(seen) ?? sum, {
    reported: reportedLevel(printed),
    rate: parts.find(({ rate }) => rate !== null)?.rate ?? null,
    inputs: [printed, ...parts.map(({ figure }) => figure)],
    how: () => 'The sum since January',
    ...(printed && { unit: printed.unit }),
  })
}

/** What a year to date has more than the one a month before, beside a printed month; January, and any other period, is itself. */
async function single(seen: FigureContext, to: Unit): Promise<Comparison> {
  const { ordinal, frequency } = seen.own.period
  const own = await levelOver(seen, ordinal, to)
  const isOne = frequency !== 'YEAR_TO_DATE' || ordinal % 16 === 0
  const before = isOne ? null : await levelOver(seen, ordinal - 17, to)
  const month = ordinal - (ordinal % 16)
  const printed =
    frequency === 'YEAR_TO_DATE' ? await seen.find(seen.quantity({ measure: to }), month, 'MONTHLY') : null
  return seen.compared(notAdded(seen) ?? (before === null ? own.level : minus(own.level, before.level)), {
    reported: reportedLevel(printed),
    base: before?.figure ?? null,
    rate: own.rate,
    inputs: [printed, seen.own, before?.figure ?? null],
    how: () => 'The year to date less the one a month before',
    ...(printed && { unit: printed.unit }),
  })
}
