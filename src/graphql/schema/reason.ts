import type { Maybe } from '../../domain/observations/filter.js'
import { type Reason, type ReasonCode, reasonText } from '../../domain/reasons.js'
import { type PressReason, pressReasonText } from '../../press/reasons.js'
import { builder, type TypeRef } from '../builder.js'
import { costs } from '../cost.js'
import { languageArgs } from './language.js'

const reasonCodeType = builder.enumType('ReasonCode', {
  description: 'The reason why a computed number is missing, or why it differs from the printed one.',
  values: {
    NO_INDICATOR: { description: 'An indicator that the computation needs is not known, or was not at that time.' },
    NO_EXCHANGE_RATE: { description: 'The exchange rate for the days of the figure is not known.' },
    NO_TOTAL: { description: 'The total for the same days in the same measure is not known.' },
    NO_YEAR_BEFORE: { description: 'No figure for a year earlier is known.' },
    YEAR_BEFORE_INCOMPLETE: { description: 'Some figures of the sum have no figure for a year earlier.' },
    NO_PREVIOUS_PERIOD: { description: 'A year-to-date period has no preceding period of the same kind.' },
    NO_PRINTED_GROWTH: { description: 'No growth on a year earlier was printed, so that it implies no base.' },
    NO_LEVEL: { description: 'The figure was printed without a level.' },
    LEVELS_INCOMPLETE: { description: 'Some figures of the sum have no level.' },
    CONFIDENTIAL: { description: 'The figure is confidential.' },
    NOT_APPLICABLE: { description: 'The figure is not applicable.' },
    NIL: { description: 'The figure is printed as "-", which counts as 0.' },
    INEXACT: { description: 'The figure is printed as over, under or about a number.' },
    SUM_INEXACT: { description: 'Some figures of the sum are printed as over, under or about a number.' },
    RATE_OR_INDEX: {
      description: 'The figure is a rate or an index, of which neither growth nor shares are computed.',
    },
    NOT_ADDITIVE: { description: 'Figures of the metric cannot be added up over time.' },
    NO_BALANCE: { description: 'The code lists define no balance for the metric.' },
    DIVISOR_NOT_POSITIVE: { description: 'The divisor is zero or less, or may be, given its printed digits.' },
    TOTAL_NOT_COMPUTABLE: { description: 'The total of which a share is computed has no exact number.' },
    ROUNDING: { description: 'The numbers differ; the rounding of the printed numbers explains the difference.' },
    BASE_REVISED: { description: 'The numbers differ, and several releases printed the inputs: one has been revised.' },
    DISAGREES: { description: 'The numbers differ, rounding does not explain it, and one release printed all inputs.' },
  } satisfies Record<ReasonCode, object>,
})

/** Adds the fields `reason` and `reasonCode` to a type; both are null if there is no reason. */
export function withReason<T>(
  type: TypeRef<T>,
  reasonOf: (parent: T) => Maybe<Reason> | Promise<Maybe<Reason>>,
  cost: Parameters<typeof costs>[0] = {},
): void {
  builder.objectFields(type, (t) => ({
    reason: t.string({
      ...costs(cost),
      nullable: true,
      description: 'The reason why there is no number, or why it differs from the printed one, in a sentence.',
      args: languageArgs(),
      resolve: async (parent, { language }, { view }) => {
        const reason = await reasonOf(parent)
        return reason ? reasonText(reason, language ?? 'EN', view.snapshot.codes) : null
      },
    }),
    reasonCode: t.field({
      ...costs(cost),
      type: reasonCodeType,
      nullable: true,
      description: 'The code of that reason.',
      resolve: async (parent) => (await reasonOf(parent))?.code ?? null,
    }),
  }))
}

interface ReasonParameter {
  readonly name: string
  readonly value: string
}

const reasonParamType = builder.objectRef<ReasonParameter>('ReasonParam').implement({
  description: 'A parameter of a reason.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name, such as `release`.' }),
    value: t.exposeString('value', { description: 'The value; several are separated by commas.' }),
  }),
})

/** The reason for the class of a proposal, for the verdict on a claim, or for a number that was not placed. */
export const reasonType = builder.objectRef<PressReason>('Reason').implement({
  description: 'A reason: a code with parameters, and a sentence that says the same.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code, such as DIFFERS_FROM_STORE.' }),
    params: t.field({
      ...costs({ items: 5 }),
      type: [reasonParamType],
      description: 'The numbers, codes and words that the sentence names. Those that are not known are left out.',
      resolve: ({ params }) =>
        Object.entries<unknown>({ ...params }).flatMap(([name, value]) =>
          value === null ? [] : { name, value: Array.isArray(value) ? value.join(', ') : String(value) },
        ),
    }),
    text: t.string({
      ...costs({ weight: 2 }),
      description: 'The reason in a sentence.',
      args: languageArgs(),
      resolve: (reason, { language }) => pressReasonText(reason, language ?? 'EN'),
    }),
  }),
})
