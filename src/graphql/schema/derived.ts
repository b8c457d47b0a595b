import type { Derived } from '../../analysis/compare.js'
import * as derive from '../../analysis/derive.js'
import { FigureContext } from '../../analysis/figure-context.js'
import type { Agreement } from '../../domain/numbers/agreement.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { baseOf } from '../../domain/units/unit.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { indicatorType } from '../relay/node.js'
import { boundsType, unitArgs } from './indicator.js'
import { unitType } from './unit.js'

export const agreementType = builder.enumType('Agreement', {
  description: 'The relation of a printed number to the number computed from printed levels.',
  values: {
    AGREES: { description: 'The computed number, rounded to the printed digits, equals the printed number.' },
    ROUNDING: { description: 'The numbers differ, but within what rounding of the printed digits allows.' },
    BASE_REVISED: {
      description:
        'The numbers differ by more than rounding, and the inputs were printed by several releases: one was revised or measured differently.',
    },
    DISAGREES: { description: 'The numbers differ by more than rounding, although one release printed all inputs.' },
    NOT_REPORTED: { description: 'No number was printed to compare with.' },
    NOT_COMPUTABLE: {
      description:
        'An input is missing or not an exact number (bounds may still be known), a base is or may be zero or negative, or the measure is a rate or an index.',
    },
  } satisfies Record<Agreement, object>,
})

const derivedValue = builder.objectRef<Derived>('DerivedValue').implement({
  description: 'A computed number with its bounds, beside the printed number.',
  fields: (t) => ({
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description:
        'The computed number. Quotients have 12 significant digits, other results are exact. Null if it cannot be computed.',
    }),
    bounds: t.expose('bounds', {
      ...costs({ weight: 8 }),
      type: boundsType,
      nullable: true,
      description:
        'The interval that contains the number, given the printed digits of the inputs, taken as independent. Known even for some numbers that cannot be computed.',
    }),
    reported: t.expose('reported', {
      type: 'Decimal',
      nullable: true,
      description: 'The printed number, or null.',
    }),
    agreement: t.field({
      ...costs({ weight: 5 }),
      type: agreementType,
      description: 'The relation of the computed to the printed number.',
      resolve: (derived) => derived.agreement(),
    }),
    base: t.expose('base', {
      type: indicatorType,
      nullable: true,
      description:
        'The other figure that the number was computed from: the same period a year before, the whole, the other direction of trade, or the exchange rate.',
    }),
    reason: t.string({
      ...costs({ weight: 5 }),
      nullable: true,
      resolve: (derived) => derived.reason(),
      description:
        'The reason why the number differs from the printed one or cannot be computed, in words for readers. Null otherwise.',
    }),
  }),
})

const ownUnit = 'The unit to give it in; the base unit of the measure where it is left out.'

const derivedType = builder.objectRef<FigureContext>('Derived').implement({
  description: 'Numbers computed from a figure and others, beside the printed ones.',
  fields: (t) => ({
    yoyChange: t.field({
      ...costs({ weight: 10 }),
      type: derivedValue,
      description: 'The change in percent against the same period a year before.',
      resolve: derive.yoyChange,
    }),
    share: t.field({
      ...costs({ weight: 10 }),
      type: derivedValue,
      description:
        'The share in percent of the same whole as the printed share, or of the total of the metric, over the same days.',
      resolve: derive.share,
    }),
    contribution: t.field({
      ...costs({ weight: 20 }),
      type: derivedValue,
      description:
        'The contribution to the growth of that whole, in percentage points: (value - base) / (base of the whole) x 100. The bases are those implied by the printed growth of both or, if either has none, the stored figures of both a year before.',
      resolve: derive.contribution,
    }),
    balance: t.field({
      ...costs({ weight: 15 }),
      type: derivedValue,
      description: 'Exports less imports of the same categories and days, for TRADE, EXPORTS and IMPORTS.',
      args: unitArgs(ownUnit),
      resolve: async (seen, { unit }) =>
        (await derive.balance(seen)).in(baseOf(seen.own.unit), unit ?? baseOf(seen.own.unit)),
    }),
    impliedBase: t.field({
      ...costs({ weight: 10 }),
      type: derivedValue,
      description: 'The figure a year before that the printed growth implies, beside the stored one.',
      args: unitArgs(ownUnit),
      resolve: async (seen, { unit }) =>
        (await derive.impliedBase(seen)).in(baseOf(seen.own.unit), unit ?? baseOf(seen.own.unit)),
    }),
    converted: t.field({
      ...costs({ weight: 15 }),
      type: derivedValue,
      description:
        'The level in another currency, by the stored exchange rate of the same days, which is given as base. UNIT_MISMATCH if either unit is not a currency.',
      args: { unit: t.arg({ type: unitType, required: true, description: 'A unit of the target currency.' }) },
      resolve: async (seen, { unit }) => (await derive.converted(seen, unit)).in(baseOf(unit), unit),
    }),
  }),
})

builder.objectField(indicatorType, 'derived', (t) =>
  t.field({
    type: derivedType,
    description:
      'Numbers computed from this figure and from the figures known on the day its release was published, or at `asOf`. The filter around this field has no influence.',
    args: { asOf: t.arg({ type: 'DateTime', description: 'The time as of which other figures are taken.' }) },
    resolve: (own, { asOf }, { view }) =>
      new FigureContext(view, own, asOf == null ? new Date(own.release.publishedAt) : parseInstant(asOf).at),
  }),
)
