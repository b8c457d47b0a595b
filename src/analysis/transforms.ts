import { reportedLevel } from '../domain/numbers/agreement.js'
import { hundred } from '../domain/numbers/decimal.js'
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
import type { DerivedValue } from './derived-value.js'
import { byBase, byTotal, type Divide, onPeriodBefore, onYearBefore } from './divisions.js'
import type { FigureContext } from './figure-context.js'
import { balance, contribution, exchange, growthOn, share, yoyChange } from './growth-and-shares.js'

type Compute = (context: FigureContext, to: Unit, base: Period | null) => DerivedValue

interface Definition {
  /** The unit of the values, null for levels. */
  readonly unit: Unit | null
  /** The computation, to the base unit `to` if it is a level. */
  readonly compute: Compute
  readonly divide?: Divide
}

const definitions = {
  LEVEL: { unit: null, compute: level },
  YOY_PERCENT: { unit: 'PERCENT', compute: yoyChange, divide: onYearBefore },
  PERIOD_PERCENT: { unit: 'PERCENT', compute: periodChange, divide: onPeriodBefore },
  SHARE: { unit: 'PERCENT', compute: share, divide: byTotal },
  CONTRIBUTION: { unit: 'PERCENTAGE_POINT', compute: contribution },
  INDEX: { unit: 'INDEX', compute: index, divide: byBase },
  CUMULATIVE: { unit: null, compute: cumulative },
  SINGLE_PERIOD: { unit: null, compute: single },
  BALANCE: { unit: null, compute: balance },
} as const satisfies Record<string, Definition>

export type Transform = keyof typeof definitions
export const transformOf = (name: Transform): Definition => definitions[name]

function level(context: FigureContext, to: Unit): DerivedValue {
  const { observation } = context
  if (baseOf(observation.unit) === to) {
    const reported = reportedLevel(observation)
    return context.derived(asPrinted(observation), { observation, isPrinted: true, reported })
  }
  const { quantity, path } = exchange(context, observation, to)
  const rates = path?.rates ?? []
  return context.derived(quantity, {
    observation,
    base: rates[0] ?? null,
    paths: [path],
    inputs: [observation, ...rates],
  })
}

function periodChange(context: FigureContext): DerivedValue {
  const { observation } = context
  const { period, changes } = observation
  const before = periodBefore(period)
  if (before === null) return context.derived(unknown({ code: 'NO_PREVIOUS_PERIOD' }), { observation })
  const printed = changes.find(({ base }) => base.text === before.text)?.percent ?? null
  return growthOn(context, context.over(before.ordinal), before, printed)
}

function index(context: FigureContext, _: Unit, base: Period | null): DerivedValue {
  const { observation, quantity } = context
  const period = base ?? observation.period
  const found = period.ordinal === observation.period.ordinal ? observation : context.over(period.ordinal)
  const computed =
    found === observation && quantity.value !== null
      ? exact(hundred)
      : percentage(quantity, context.levelOf(found, { period }))
  return context.derived(context.rateOrIndex ?? computed, { observation, base: found })
}

function notAdditive({ observation: { metric }, view }: FigureContext): Quantity | null {
  const additivity = view.snapshot.codes.metric(metric)?.additivity
  return additivity === 'FLOW' ? null : unknown({ code: 'NOT_ADDITIVE', metric })
}

function levelOver(context: FigureContext, ordinal: number, to: Unit) {
  const { period } = context.observation
  const observation = ordinal === period.ordinal ? context.observation : context.over(ordinal)
  if (observation !== null) return { ...exchange(context.around(observation), observation, to), observation }
  const wanted = { period: periodOf(ordinal, period.frequency) }
  return { quantity: context.levelOf(null, wanted), observation, path: null }
}

/** Adds up the periods since January, beside a printed year to date; unknown after the first gap. */
function cumulative(context: FigureContext, to: Unit): DerivedValue {
  const { period } = context.observation
  const ordinals = ordinalsSinceJanuary(period)
  const parts = ordinals.map((each) => levelOver(context, each, to))
  const printed = ordinals.length === 1 ? null : context.of({ measure: to }, yearToDateOrdinal(period))
  const sum = parts.map(({ quantity }) => quantity).reduce(plus)
  return context.derived(notAdditive(context) ?? sum, {
    observation: context.observation,
    reported: reportedLevel(printed),
    paths: parts.map(({ path }) => path),
    inputs: [printed, ...parts.map(({ observation }) => observation)],
    computation: () => ({ kind: 'SUM_SINCE_JANUARY' }),
    unit: printed?.unit,
  })
}

/** Subtracts the year to date of the month before, beside a printed month; returns any other period unchanged. */
function single(context: FigureContext, to: Unit): DerivedValue {
  const { period } = context.observation
  const whole = levelOver(context, period.ordinal, to)
  const shorter = shorterYearToDate(period)
  const before = shorter === null ? null : levelOver(context, shorter, to)
  const printed =
    period.frequency === 'YEAR_TO_DATE' ? context.of({ measure: to }, lastMonthOrdinal(period), 'MONTHLY') : null
  const rest = before === null ? whole.quantity : minus(whole.quantity, before.quantity)
  return context.derived(notAdditive(context) ?? rest, {
    observation: context.observation,
    reported: reportedLevel(printed),
    base: before?.observation ?? null,
    paths: [whole.path, before?.path ?? null],
    inputs: [printed, context.observation, before?.observation ?? null],
    computation: () => ({ kind: 'DIFFERENCE_OF_YEARS_TO_DATE' }),
    unit: printed?.unit,
  })
}
