import {
  type ChangeArgs,
  type ChangeKind,
  changeQuery,
  differenceOf,
  type FigureChange,
  kindOf,
  percentOf,
} from '../../domain/observations/figure-change.js'
import { figureFields } from '../../domain/observations/filter.js'
import { baseOf, convert, shiftBetween, type Unit } from '../../domain/units/unit.js'
import { countChanges, pageOfChanges } from '../../store/query/changes.js'
import { pageSizes, sizeOf } from '../../store/query/page.js'
import type { Indicator } from '../../store/query/rows.js'
import { builder } from '../builder.js'
import { type Asked, costs, filterIn, filterWeight, pageOf } from '../cost.js'
import { connectionArgs, connectionOf, type LazyConnection, lazyConnection, pageCosts } from '../relay/connection.js'
import { indicatorType } from '../relay/node.js'
import { partsSelected } from '../selection.js'
import { unitArgs } from './indicator.js'
import { filterType } from './indicator-filter.js'

type Change = FigureChange<Indicator>

const kindType = builder.enumType('ChangeKind', {
  description: 'The kind of a change of what is known.',
  values: {
    ADDED: { description: 'No figure was known before.' },
    REVISED: { description: 'Another figure was known before.' },
    RETRACTED: { description: 'No figure is known after.' },
  } satisfies Record<ChangeKind, object>,
})

const levels = ['value', 'unit', 'decimals', 'qualifier', 'status', 'series', 'period'] as const

/** Converts to a unit of the measure of a change, which is refused for another measure whether there is a level or not. */
function differenceIn(change: Change, unit: Unit | null | undefined) {
  const base = baseOf((change.after ?? change.before)?.unit ?? 'NUMBER')
  shiftBetween(base, unit ?? base)
  const difference = differenceOf(change)
  return difference && convert(difference, base, unit ?? base)
}

const changeType = builder.objectRef<Change>('Change').implement({
  description: 'A figure of a series for a period that differs between two times.',
  fields: (t) => ({
    kind: t.field({ ...costs({ columns: [] }), type: kindType, description: 'The kind.', resolve: kindOf }),
    before: t.expose('before', { type: indicatorType, nullable: true, description: 'The figure known before.' }),
    after: t.expose('after', { type: indicatorType, nullable: true, description: 'The figure known after.' }),
    difference: t.field({
      ...costs({ weight: 2, columns: levels }),
      type: 'Decimal',
      nullable: true,
      description:
        'The level after less the level before, exact; a printed "-" is a level of 0. Null if either is missing, or printed as over, under or about a number. UNIT_MISMATCH for a unit of another measure.',
      args: unitArgs('The unit of the result. The default is the base unit of the measure.'),
      resolve: (change, { unit }) => differenceIn(change, unit),
    }),
    percent: t.field({
      ...costs({ weight: 4, columns: levels }),
      type: 'Decimal',
      nullable: true,
      description:
        'The difference in percent of the level before, to 12 significant digits. Null if there is no difference, for rates, and if the level before is or may be 0 or less.',
      resolve: percentOf,
    }),
  }),
})

/** The number of figures that are compared: those of the releases between the two times, if the filter matches them. */
const compared = ({ args, census, figuresBetween, sizes: { figures } }: Asked): number =>
  Math.min(census?.figures(filterIn(args)) ?? figures, figuresBetween?.(args) ?? figures)

function ownConditions({ args }: Asked): number {
  const filter = filterIn(args)
  const given = figureFields.map((name) => filter[name]).filter((each) => each != null)
  return given.reduce<number>((sum, each) => sum + (Array.isArray(each) ? each.length : 1), 0)
}

const counting = ({ sizes }: Asked): number => 200 + sizes.figures / 1000

const changeConnection = connectionOf<Change, LazyConnection<Change>>(changeType, counting)

builder.queryField('changes', (t) =>
  t.field({
    ...pageCosts(
      (asked) =>
        200 +
        filterWeight(asked) +
        10 * pageOf(asked.args, pageSizes.usual, pageSizes.most) +
        compared(asked) * (0.1 + 3 * ownConditions(asked)),
      ({ figures }) => figures,
      { needsCensus: true, needsReleaseSizes: true },
    ),
    type: changeConnection,
    nullable: true,
    description:
      'What became known between two times: the figures known at `to` that were not known, or were printed differently, at `from`, and those known no more. Figures are compared as printed: value, unit, decimals, qualifier, status, flags, changes, shares and notes. A release counts from its publication; one that was retracted never counts. The order is that of indicators. With `fromVersion`, the figures current at two versions of the store are compared, whatever made the difference: imports, late ones included, and retractions.',
    args: {
      from: t.arg({ type: 'DateTime', description: 'The time of the figures before. It must be given.' }),
      to: t.arg({ type: 'DateTime', description: 'The time of the figures after; now by default.' }),
      fromVersion: t.arg.int({
        description: 'The version of the store whose figures are those before, instead of `from`.',
      }),
      toVersion: t.arg.int({
        description: 'The version of the store whose figures are those after, instead of `to`; the newest by default.',
      }),
      filter: t.arg({
        type: filterType,
        description: 'Selects the changes whose figure before or after matches. `asOf` and `latest` are refused.',
      }),
      ...connectionArgs(),
    },
    resolve: (_, args, { view }, info) => {
      const query = changeQuery(args satisfies ChangeArgs)
      sizeOf(args) // refuses too many, whether the page itself is asked for or not
      const parts = partsSelected(info, 'Change', ['before', 'after'])
      return lazyConnection({
        page: () => pageOfChanges(view, query, args, parts),
        count: () => countChanges(view, query),
      })
    },
  }),
)
