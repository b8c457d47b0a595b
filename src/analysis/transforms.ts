import { reportedLevel } from '../domain/numbers/agreement.js'
import { Decimal } from '../domain/numbers/decimal.js'
import { asPrinted, exact, minus, percentage, plus, type Quantity, unknown } from '../domain/numbers/quantity.js'
import {
  lastMonthOrdinal,
  ordinalsSinceJanuary,
  type Period,
  periodBefore,
  periodOf,
  shorterYearToDate,
  yearToDateOrdinal,
} from '../domain/periods/period.js'
import { baseOf, type Unit } from '../domain/units/unit.js'
import type { Indicator } from '../store/query/rows.js'
import { balance, contribution, exchange, growthOn, share, yoyChange } from './derive.js'
import type { DerivedValue } from './derived-value.js'
import type { FigureContext } from './figure-context.js'

export const unitOf = {
  LEVEL: null,
  YOY_PERCENT: 'PERCENT',
  PERIOD_PERCENT: 'PERCENT',
  SHARE: 'PERCENT',
  CONTRIBUTION: 'PERCENTAGE_POINT',
  INDEX: 'INDEX',
  CUMULATIVE: null,
  SINGLE_PERIOD: null,
  BALANCE: null,
} as const satisfies Record<string, Unit | null>
export type Transform = keyof typeof unitOf
export const transforms = Object.keys(unitOf) as Transform[]

/** Computes a transform of an observation: a level in the base unit `to`, or a rate. INDEX is 100 in the period `base`. */
export function transformed(
  context: FigureContext,
  transform: Transform,
  to: Unit,
  base: Period | null,
): DerivedValue | Promise<DerivedValue> {
  switch (transform) {
    case 'LEVEL':
      return level(context, to)
    case 'YOY_PERCENT':
      return yoyChange(context)
    case 'PERIOD_PERCENT':
      return periodChange(context)
    case 'SHARE':
      return share(context)
    case 'CONTRIBUTION':
      return contribution(context)
    case 'INDEX':
      return index(context, base ?? context.observation.period)
    case 'CUMULATIVE':
      return cumulative(context, to)
    case 'SINGLE_PERIOD':
      return single(context, to)
    case 'BALANCE':
      return balance(context, to)
  }
}

function level(context: FigureContext, to: Unit): DerivedValue | Promise<DerivedValue> {
  const { observation } = context
  if (baseOf(observation.unit) === to) {
    const reported = reportedLevel(observation)
    return context.derived(asPrinted(observation), { isPrinted: true, reported, inputs: [observation] })
  }
  return exchange(context, observation, to).then(({ quantity, rate }) =>
    context.derived(quantity, { base: rate, rate, inputs: [observation, rate] }),
  )
}

async function periodChange(context: FigureContext): Promise<DerivedValue> {
  const { period, changes } = context.observation
  const before = periodBefore(period)
  if (before === null) return context.derived(unknown({ code: 'NO_PREVIOUS_PERIOD' }), { inputs: [] })
  const printed = changes.find(({ base }) => base.text === before.text)?.percent ?? null
  return growthOn(context, await context.over(before.ordinal), before, printed)
}

const hundred = new Decimal(100)

async function index(context: FigureContext, period: Period): Promise<DerivedValue> {
  const { observation, quantity } = context
  const base = period.ordinal === observation.period.ordinal ? observation : await context.over(period.ordinal)
  const computed =
    base === observation && quantity.value !== null
      ? exact(hundred)
      : percentage(quantity, context.levelOf(base, { period }))
  return context.derived(context.rateOrIndex ?? computed, { base, inputs: [observation, base] })
}

function notAdditive({ observation: { metric }, view }: FigureContext): Quantity | null {
  const additivity = view.snapshot.codes.metric(metric)?.additivity
  return additivity === 'FLOW' ? null : unknown({ code: 'NOT_ADDITIVE', metric })
}

interface LevelOver {
  readonly quantity: Quantity
  readonly observation: Indicator | null
  readonly rate: Indicator | null
}

async function levelOver(context: FigureContext, ordinal: number, to: Unit): Promise<LevelOver> {
  const { period } = context.observation
  const observation = ordinal === period.ordinal ? context.observation : await context.over(ordinal)
  if (observation !== null) return { ...(await exchange(context.around(observation), observation, to)), observation }
  const wanted = { period: periodOf(ordinal, period.frequency) }
  return { quantity: context.levelOf(null, wanted), observation, rate: null }
}

/** Adds up the periods since January, beside a printed year to date; unknown after the first gap. */
async function cumulative(context: FigureContext, to: Unit): Promise<DerivedValue> {
  const { period } = context.observation
  const ordinals = ordinalsSinceJanuary(period)
  const parts = await Promise.all(ordinals.map((each) => levelOver(context, each, to)))
  const printed = ordinals.length === 1 ? null : await context.of({ measure: to }, yearToDateOrdinal(period))
  const sum = parts.map(({ quantity }) => quantity).reduce(plus)
  return context.derived(notAdditive(context) ?? sum, {
    reported: reportedLevel(printed),
    rate: parts.find(({ rate }) => rate !== null)?.rate ?? null,
    inputs: [printed, ...parts.map(({ observation }) => observation)],
    computation: { kind: 'SUM_SINCE_JANUARY' },
    unit: printed?.unit,
  })
}

/** Subtracts the year to date of the month before, beside a printed month; returns any other period unchanged. */
async function single(context: FigureContext, to: Unit): Promise<DerivedValue> {
  const { period } = context.observation
  const whole = await levelOver(context, period.ordinal, to)
  const shorter = shorterYearToDate(period)
  const before = shorter === null ? null : await levelOver(context, shorter, to)
  const printed =
    period.frequency === 'YEAR_TO_DATE' ? await context.of({ measure: to }, lastMonthOrdinal(period), 'MONTHLY') : null
  return context.derived(
    notAdditive(context) ?? (before === null ? whole.quantity : minus(whole.quantity, before.quantity)),
    {
      reported: reportedLevel(printed),
      base: before?.observation ?? null,
      rate: whole.rate,
      inputs: [printed, context.observation, before?.observation ?? null],
      computation: { kind: 'DIFFERENCE_OF_YEARS_TO_DATE' },
      unit: printed?.unit,
    },
  )
}
