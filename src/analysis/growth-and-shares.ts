import type { Metric } from '../domain/codes/codes.js'
import { balanceFor } from '../domain/codes/identity.js'
import { reportedLevel, reportedRate } from '../domain/numbers/agreement.js'
import { Decimal, divide, hundred, type Printed, zero } from '../domain/numbers/decimal.js'
import {
  exact,
  growth,
  inPercent,
  mapMonotonic,
  minus,
  over,
  percentage,
  plus,
  type Quantity,
  quantityOf,
  quantityOfRate,
  times,
  unknown,
} from '../domain/numbers/quantity.js'
import { type Change, yoyPercent } from '../domain/observations/observation.js'
import { type Period, yearBefore } from '../domain/periods/period.js'
import type { Computation } from '../domain/reasons.js'
import {
  exchanged,
  firstKnownPath,
  type KnownPath,
  quantitiesOfStep,
  rateAlong,
} from '../domain/units/exchange-rate.js'
import { baseOf, compatible, isCurrency, type Unit } from '../domain/units/unit.js'
import { Refusal } from '../errors.js'
import type { Indicator } from '../store/query/rows.js'
import { ratePaths } from './currency.js'
import type { DerivedValue } from './derived-value.js'
import type { FigureContext } from './figure-context.js'

const hundredth = new Decimal('0.01')

export function yoyChange(context: FigureContext): DerivedValue {
  const { observation } = context
  const period = yearBefore(observation.period)
  return growthOn(context, context.over(period.ordinal), period, yoyPercent(observation))
}

/** Computes a printed change anew, on the observation of the base period that the office used. */
export function changeOnBase(context: FigureContext, { base, percent }: Change): DerivedValue {
  return growthOn(context, context.over(base.ordinal), base, percent)
}

export function growthOn(
  context: FigureContext,
  base: Indicator | null,
  period: Period,
  printed: Printed | null,
): DerivedValue {
  const { observation, quantity } = context
  return context.derived(context.rateOrIndex ?? growth(quantity, context.levelOf(base, { period })), {
    observation,
    reported: reportedRate(printed),
    base,
    computation: growthBetween,
    impliedBase: impliedBy,
  })
}

const growthBetween = (from: Indicator, to: Indicator): Computation => ({ kind: 'GROWTH', from, to })

const impliedBy = (observation: Indicator, rate: Printed): Quantity => over(quantityOf(observation), growthFactor(rate))

const growthFactor = (rate: Printed): Quantity =>
  mapMonotonic(quantityOfRate(rate), (end) => end.plus(hundred).times(hundredth))

function wholeOf(context: FigureContext, period = context.observation.period) {
  const { observation, inputs } = context
  const { of, quantity, isWhole } = inputs.wholeOf(observation)
  const whole =
    isWhole && period.ordinal === observation.period.ordinal ? observation : context.find(quantity, period.ordinal)
  const level = (): Quantity => context.levelOf(whole, { period, metric: of.metric, categories: [of.category] })
  return { whole, level, isWhole }
}

export function share(context: FigureContext): DerivedValue {
  const { observation, quantity } = context
  const { whole, level, isWhole } = wholeOf(context)
  const computed = isWhole ? exact(hundred) : percentage(quantity, level())
  return context.derived(context.rateOrIndex ?? computed, {
    observation,
    reported: reportedRate(observation.share),
    base: whole,
    computation: shareOfWhole,
  })
}

const shareOfWhole = (whole: Indicator, part: Indicator): Computation => ({ kind: 'SHARE', part, whole })

/**
 * Computes the contribution to the growth of the whole in percentage points: (value - base) / (base of the whole) x 100.
 * Both bases are those that printed growth implies; if either growth was not printed, both are the stored ones.
 */
export function contribution(context: FigureContext): DerivedValue {
  const { observation, quantity } = context
  const period = yearBefore(observation.period)
  const { whole, level, isWhole } = wholeOf(context)
  const base = context.over(period.ordinal)
  const wholeBase = wholeOf(context, period)
  const rate = yoyPercent(observation)
  const wholeRate = whole && yoyPercent(whole)
  const byGrowth = (rate: Printed, wholeRate: Printed): Quantity => {
    if (isWhole) return quantityOfRate(rate)
    const added = mapMonotonic(quantityOfRate(rate), (end) => divide(end, end.plus(hundred)))
    return inPercent(times(times(quantity, added), over(growthFactor(wholeRate), level())))
  }
  const byBases = (): Quantity => {
    const before = context.levelOf(base, { period })
    return inPercent(over(minus(quantity, before), isWhole ? before : wholeBase.level()))
  }
  const computed = rate && wholeRate ? byGrowth(rate, wholeRate) : byBases()
  return context.derived(context.rateOrIndex ?? computed, { observation, base: whole })
}

export function balance(context: FigureContext, to = baseOf(context.observation.unit)): DerivedValue {
  const { observation } = context
  const { codes } = context.view.snapshot
  const definition = balanceFor(codes.findMetric(observation.metric), codes.metrics)
  const terms = definition?.identity ?? []
  const printed = definition && context.of({ metric: definition.code, measure: to })
  const found = terms.map(({ metric }) => (metric === observation.metric ? observation : context.of({ metric })))
  const { quantity, path } = exchange(context, observation, to, balanceOf(context, definition, found))
  return context.derived(quantity, {
    observation,
    reported: reportedLevel(printed),
    base: found[terms.findLastIndex(({ metric }) => metric !== observation.metric)] ?? null,
    paths: [path],
    inputs: [printed, ...found],
    computation: () => ({ kind: 'BALANCE' }),
    unit: printed?.unit,
  })
}

function balanceOf(context: FigureContext, definition: Metric | null, found: readonly (Indicator | null)[]): Quantity {
  const { metric } = context.observation
  const { metrics } = context.view.snapshot.codes
  if (definition === null || definition.code === metric) {
    const others = metrics.filter((each) => ![null, each].includes(balanceFor(each, metrics)))
    return unknown({ code: 'NO_BALANCE', metric, metrics: others.map(({ code }) => code) })
  }
  const levels = (definition.identity ?? []).map((term, index) => ({
    ...term,
    level: context.levelOf(found[index] ?? null, { metric: term.metric }),
  }))
  return levels.reduce((sum, { level, sign }) => (sign > 0 ? plus : minus)(sum, level), exact(zero))
}

export function impliedBase(context: FigureContext): DerivedValue {
  const { observation } = context
  const base = context.over(yearBefore(observation.period).ordinal)
  const rate = yoyPercent(observation)
  const quantity = rate ? impliedBy(observation, rate) : unknown({ code: 'NO_PRINTED_GROWTH', observation })
  return context.derived(context.rateOrIndex ?? quantity, {
    observation,
    reported: reportedLevel(base),
    base,
    computation: rate && (() => ({ kind: 'IMPLIED_BASE', growth: rate.value })),
    unit: base?.unit,
  })
}

/** Converts to the currency of a unit by the exchange rates of its own days; throws UNIT_MISMATCH for other measures. */
export function converted(context: FigureContext, unit: Unit): DerivedValue {
  const { observation } = context
  const to = baseOf(unit)
  refuseOtherThanMoney(observation.unit, unit)
  const { quantity, path } = exchange(context, observation, to)
  const printed = context.of({ measure: to })
  return context.derived(quantity, {
    observation,
    reported: reportedLevel(printed),
    base: path?.rates[0] ?? null,
    paths: [path],
    inputs: [printed, observation, ...(path?.rates ?? [])],
    computation: path && (() => ({ kind: 'CONVERSION', level: observation, rates: path.rates })),
    unit: printed?.unit,
  })
}

export function refuseOtherThanMoney(from: Unit, to: Unit): void {
  if (baseOf(from) === baseOf(to) || (isCurrency(from) && isCurrency(to))) return
  const message = `${from} cannot be converted to ${to}: only currencies are converted to each other.`
  throw new Refusal('UNIT_MISMATCH', message, { allowed: compatible(from) })
}

export function exchange(
  context: FigureContext,
  of: Indicator,
  to: Unit,
  quantity = context.quantity,
): { quantity: Quantity; path: KnownPath<Indicator> | null } {
  const from = baseOf(of.unit)
  if (from === to) return { quantity, path: null }
  const { codes } = context.view.snapshot
  const paths = ratePaths(context.view, from, to)
  const steps = [...new Map(paths.flatMap((path) => path.steps.map((step) => [step.unit, step]))).values()]
  const rates = new Map(
    steps.map((step) => [step.unit, context.first(quantitiesOfStep(step, codes), of.period.ordinal)]),
  )
  const path = firstKnownPath(paths, ({ unit }) => rates.get(unit) ?? null)
  const rate = rateAlong(path, { from, to, period: of.period, asOf: context.at !== null })
  return { quantity: exchanged(quantity, rate), path }
}
