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

/** The enum Agreement. */
export const agreementType = builder.enumType('Agreement', {
  description: 'How what was printed stands to what can be computed from the printed levels.',
  values: {
    AGREES: { description: 'Computed, and rounded to the printed digits, it is the printed number.' },
    ROUNDING: { description: 'It is not, but what the printed digits of all of them allow overlaps.' },
    BASE_REVISED: {
      description:
        'It does not agree, and what it was computed from was printed by several releases: one was revised, or is measured otherwise.',
    },
    DISAGREES: { description: 'It does not agree, and one release printed all of it.' },
    NOT_REPORTED: { description: 'Nothing was printed.' },
    NOT_COMPUTABLE: {
      description:
        'An input is missing; or it is no exact number, and then the bounds still say what is known; or a base is nil, zero or negative, or may be; or the measure is a rate or an index.',
    },
  } satisfies Record<Agreement, object>,
})

const derivedValue = builder.objectRef<Derived>('DerivedValue').implement({
  description: 'A computed number, with what the printed digits leave open, beside the printed one.',
  fields: (t) => ({
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description:
        'The number; quotients with 12 significant digits, all else exact. Null where it cannot be computed.',
    }),
    bounds: t.expose('bounds', {
      ...costs({ weight: 8 }),
      type: boundsType,
      nullable: true,
      description:
        'What the printed digits of its inputs leave open, as independent of each other; known even for some that cannot be computed.',
    }),
    reported: t.expose('reported', {
      type: 'Decimal',
      nullable: true,
      description: 'The printed number; null where none was.',
    }),
    agreement: t.field({
      ...costs({ weight: 5 }),
      type: agreementType,
      description: 'How the two stand to each other.',
      resolve: (derived) => derived.agreement(),
    }),
    base: t.expose('base', {
      type: indicatorType,
      nullable: true,
      description:
        'The figure that it was computed from, beside the figure itself: of the year before, the whole, the other side, the exchange rate.',
    }),
    reason: t.string({
      ...costs({ weight: 5 }),
      nullable: true,
      resolve: (derived) => derived.reason(),
      description: 'Why it does not agree, or cannot be computed, for a reader; null where there is nothing to say.',
    }),
  }),
})

const ownUnit = 'The unit to give it in; the base unit of the measure where it is left out.'

const derivedType = builder.objectRef<FigureContext>('Derived').implement({
  description: 'What can be computed from a figure and others, beside what was printed.',
  fields: (t) => ({
    yoyChange: t.field({
      ...costs({ weight: 10 }),
      type: derivedValue,
      description: 'The change in percent on the same period a year before.',
      resolve: derive.yoyChange,
    }),
    share: t.field({
      ...costs({ weight: 10 }),
      type: derivedValue,
      description:
        'The share in percent: of what the printed share is of, else of all of the metric, over the same days.',
      resolve: derive.share,
    }),
    contribution: t.field({
      ...costs({ weight: 20 }),
      type: derivedValue,
      description:
        'What it adds to the growth of that whole, in percentage points: (value - base) / (base of the whole) x 100. The bases are those that the printed growth of both implies, or where either has none, the stored figures of both a year before.',
      resolve: derive.contribution,
    }),
    balance: t.field({
      ...costs({ weight: 15 }),
      type: derivedValue,
      description: 'Exports less imports of its categories and days; of TRADE, EXPORTS and IMPORTS.',
      args: unitArgs(ownUnit),
      resolve: async (seen, { unit }) =>
        (await derive.balance(seen)).in(baseOf(seen.own.unit), unit ?? baseOf(seen.own.unit)),
    }),
    impliedBase: t.field({
      ...costs({ weight: 10 }),
      type: derivedValue,
      description: 'What the figure of a year before would be by the printed growth, beside the one that is stored.',
      args: unitArgs(ownUnit),
      resolve: async (seen, { unit }) =>
        (await derive.impliedBase(seen)).in(baseOf(seen.own.unit), unit ?? baseOf(seen.own.unit)),
    }),
    converted: t.field({
      ...costs({ weight: 15 }),
      type: derivedValue,
      description:
        'In another currency, by the stored exchange rate of its own days, which is its base. UNIT_MISMATCH where either is no currency.',
      args: { unit: t.arg({ type: unitType, required: true, description: 'A unit of that currency.' }) },
      resolve: async (seen, { unit }) => (await derive.converted(seen, unit)).in(baseOf(unit), unit),
    }),
  }),
})

builder.objectField(indicatorType, 'derived', (t) =>
  t.field({
    type: derivedType,
    description:
      'What can be computed from it and from what was known on the day that its release was published, that release included, or at `asOf`; whatever the filter around it says.',
    args: { asOf: t.arg({ type: 'DateTime', description: 'The time from which it is seen.' }) },
    resolve: (own, { asOf }, { view }) =>
      new FigureContext(view, own, asOf == null ? new Date(own.release.publishedAt) : parseInstant(asOf).at),
  }),
)
