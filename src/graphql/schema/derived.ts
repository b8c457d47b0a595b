import { DerivedValue } from '../../analysis/derived-value.js'
import { FigureContext } from '../../analysis/figure-context.js'
import * as derive from '../../analysis/growth-and-shares.js'
import { KnownInputs } from '../../analysis/known-inputs.js'
import { type Agreement, reportedRate } from '../../domain/numbers/agreement.js'
import { unknown } from '../../domain/numbers/quantity.js'
import type { Maybe } from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { baseOf, type Unit } from '../../domain/units/unit.js'
import type { Indicator } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { indicatorType } from '../relay/node.js'
import { boundsType, reportedChangeType, unitArgs } from './indicator.js'
import { withReason } from './reason.js'
import { unitType } from './unit.js'

export const agreementType = builder.enumType('Agreement', {
  description: 'The relation of a printed number to the one that is computed from printed levels.',
  values: {
    AGREES: { description: 'The computed number, rounded to the printed digits, equals the printed one.' },
    ROUNDING: { description: 'The numbers differ, but the bounds that the printed digits allow overlap.' },
    BASE_REVISED: {
      description:
        'The numbers differ beyond rounding, and several releases printed the inputs: an input has been revised, or is measured differently.',
    },
    DISAGREES: { description: 'The numbers differ beyond rounding, and one release printed all inputs.' },
    NOT_REPORTED: { description: 'No number was printed to compare with.' },
    NOT_COMPUTABLE: {
      description:
        'The number cannot be computed: an input is missing or inexact, a base is or may be zero or less, or the measure is a rate or an index. The reason names the cause.',
    },
  } satisfies Record<Agreement, object>,
})

const derivedValueType = builder.objectRef<DerivedValue>('DerivedValue').implement({
  description: 'A computed number with the bounds that printed digits allow, beside the printed number.',
  fields: (t) => ({
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description:
        'The computed number: a quotient to 12 significant digits, any other exact. Null if it cannot be computed.',
    }),
    bounds: t.expose('bounds', {
      ...costs({ weight: 8 }),
      type: boundsType,
      nullable: true,
      description:
        'The bounds that the printed digits of the inputs allow, taking inputs as independent. They may be known even if the number is not.',
    }),
    reported: t.expose('reported', {
      type: 'Decimal',
      nullable: true,
      description: 'The printed number; null if none was printed.',
    }),
    agreement: t.field({
      ...costs({ weight: 5 }),
      type: agreementType,
      description: 'The relation of the printed number to the computed one.',
      resolve: (derived) => derived.agreement(),
    }),
    base: t.expose('base', {
      type: indicatorType,
      nullable: true,
      description:
        'The other indicator of the computation: a year earlier, the whole, the other side of a balance or the first exchange rate.',
    }),
    rates: t.field({
      ...costs({ items: 2 }),
      type: [indicatorType],
      description:
        'The exchange rates of a conversion, in the order in which they apply: one, or two by way of a common currency.',
      resolve: ({ rates }) => [...rates],
    }),
    through: t.expose('through', {
      type: unitType,
      nullable: true,
      description: 'The common currency of two exchange rates, such as USD; null if one rate, or none, is used.',
    }),
  }),
})
withReason(derivedValueType, (derived) => derived.reason(), { weight: 5 })

const unitDescription = 'The unit of the numbers; the base unit of the measure by default.'

function inUnit(derived: DerivedValue, { observation }: FigureContext, unit: Unit | null | undefined): DerivedValue {
  const base = baseOf(observation.unit)
  return derived.in(base, unit ?? base)
}

const computing = (compute: (context: FigureContext) => DerivedValue) => (context: FigureContext) =>
  context.inputs.compute(() => compute(context))

const derivedType = builder.objectRef<FigureContext>('Derived').implement({
  description: 'The numbers that can be computed from an indicator and others, beside the printed ones.',
  fields: (t) => ({
    yoyChange: t.field({
      ...costs({ weight: 10 }),
      type: derivedValueType,
      description: 'The change in percent against the same period a year before.',
      resolve: computing(derive.yoyChange),
    }),
    share: t.field({
      ...costs({ weight: 10 }),
      type: derivedValueType,
      description:
        'The share in percent of the whole that the printed share refers to, by default the total of the metric, over the same days.',
      resolve: computing(derive.share),
    }),
    contribution: t.field({
      ...costs({ weight: 20 }),
      type: derivedValueType,
      description:
        'The contribution to the growth of that whole, in percentage points: (value - base) / (base of the whole) x 100. Both bases are those that the printed growth implies; if either growth was not printed, both are the stored figures of a year earlier.',
      resolve: computing(derive.contribution),
    }),
    balance: t.field({
      ...costs({ weight: 15 }),
      type: derivedValueType,
      description:
        'The balance that the code lists define for the metric, such as EXPORTS - IMPORTS for TRADE, EXPORTS and IMPORTS.',
      args: unitArgs(unitDescription),
      resolve: (context, { unit }) => context.inputs.compute(() => inUnit(derive.balance(context), context, unit)),
    }),
    impliedBase: t.field({
      ...costs({ weight: 10 }),
      type: derivedValueType,
      description: 'The figure of a year earlier that the printed growth implies, beside the stored one.',
      args: unitArgs(unitDescription),
      resolve: (context, { unit }) => context.inputs.compute(() => inUnit(derive.impliedBase(context), context, unit)),
    }),
    converted: t.field({
      ...costs({ weight: ({ sizes }) => 15 + sizes.rates }),
      type: derivedValueType,
      description:
        'The figure in another currency, by the stored exchange rates of the same days: the price of one currency in the other, the inverse, or the prices of both in a common currency, which `through` names. UNIT_MISMATCH if either unit is not of a currency.',
      args: { unit: t.arg({ type: unitType, required: true, description: 'A unit of the target currency.' }) },
      resolve: (context, { unit }) =>
        context.inputs.compute(() => derive.converted(context, unit).in(baseOf(unit), unit)),
    }),
  }),
})

const asOfArgs = () =>
  builder.args((t) => ({
    asOf: t.field({
      type: 'DateTime',
      description: 'The time of knowledge; the publication of the release by default.',
    }),
  }))

const contextOf = (view: View, own: Indicator, asOf: Maybe<string>): FigureContext =>
  new FigureContext(
    new KnownInputs(view, asOf == null ? new Date(own.release.publishedAt) : parseInstant(asOf).at),
    own,
  )

builder.objectField(reportedChangeType, 'derived', (t) =>
  t.field({
    ...costs({ weight: 10 }),
    type: derivedValueType,
    description:
      'The change in percent computed from the level of the base period that the office used, beside the printed one: a change against 2021 is compared with 2021.',
    args: asOfArgs(),
    resolve: (change, { asOf }, { view }) => {
      if (change.figure === null)
        return new DerivedValue(unknown({ code: 'NO_INDICATOR', observation: null, asOf: asOf != null }), {
          observation: null,
          reported: reportedRate(change.percent),
        })
      return computing((context) => derive.changeOnBase(context, change))(contextOf(view, change.figure, asOf))
    },
  }),
)

builder.objectField(indicatorType, 'derived', (t) =>
  t.field({
    type: derivedType,
    description:
      'The numbers computed from the indicator and from what was known when its release was published, that release included, or at `asOf`. A filter of the surrounding query has no effect on them.',
    args: asOfArgs(),
    resolve: (own, { asOf }, { view }) => contextOf(view, own, asOf),
  }),
)
