import type { Cell, PlacedMark } from '../../analysis/pivot/cells.js'
import type { PivotContent } from '../../analysis/pivot/content.js'
import { columnTotals, grandTotal, mostCells, type Pivot, pivotOf, rowTotals } from '../../analysis/pivot/pivot.js'
import type { Header } from '../../domain/observations/group-key.js'
import { memoizeByObject } from '../../lib/memo.js'
import { builder } from '../builder.js'
import {
  type Asked,
  costs,
  describedValues,
  filterIn,
  keysIn,
  taking,
  type WeighedValues,
  type Within,
} from '../cost.js'
import { groupKeyType, withHeader } from './aggregate.js'
import { qualifierType, statusType } from './indicator.js'
import { filterType } from './indicator-filter.js'
import { withRates } from './rates.js'
import { withReason } from './reason.js'
import { unitType } from './unit.js'

// Some cells read the figures of a year before, and totals.
const contentValues: WeighedValues<PivotContent> = {
  VALUE: [10, 'The sum of the figures.'],
  YOY_CHANGE: [
    14,
    'The growth of the sum against the sum of the same figures a year before, in percent, both as known at the time the filter selects.',
  ],
  SHARE: [16, 'The share of the sum in TOTAL:ALL of the same metrics, days and measure, in percent.'],
  CONTRIBUTION: [
    18,
    'The contribution of the sum to the growth of TOTAL:ALL against a year before, in percentage points, on the bases implied by printed growth, or the stored ones if growth was not printed for all.',
  ],
  RANK: [
    12,
    'The rank of the sum in its column among the rows of its dataset, 1 for the largest. Equal sums share a rank.',
  ],
  COUNT: [6, 'The number of figures with a level.'],
}

const contentType = builder.enumType('PivotContent', {
  description: 'The content of the cells of a pivot.',
  values: describedValues(contentValues),
})

const headerType = builder.objectRef<Header>('PivotHeader').implement({
  description: 'The values that the figures of a row or column share.',
})
withHeader(headerType)

const markType = builder.objectRef<PlacedMark>('PivotMark').implement({
  description: 'A note on a cell whose number is missing or inexact.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'The index of the row, from 0.' }),
    column: t.exposeInt('column', { description: 'The index of the column, from 0.' }),
    status: t.expose('status', {
      type: statusType,
      description: 'MISSING if there is no number or some figures have no level; NIL if the release printed "-".',
    }),
    qualifier: t.expose('qualifier', {
      type: qualifierType,
      description:
        'The qualifier of the number: OVER if some figures are over their numbers, ABOUT if the sum may be off in either direction.',
    }),
  }),
})

withReason(markType, ({ reason }) => reason)

/** Estimates the rows and columns of a pivot, which weight and lists depend on. */
const shapeOf = memoizeByObject(({ args, census }: Asked): Required<Pick<Within, 'rows' | 'columns'>> => {
  const [filter, down, across] = [filterIn(args), keysIn(args['rows']), keysIn(args['columns'])]
  const rows = census?.groups(filter, down, across) ?? mostCells
  const columns = census?.groups(filter, across, down) ?? mostCells
  return {
    rows: Math.min(rows, mostCells),
    columns: Math.min(columns, mostCells / Math.max(1, Math.min(rows, mostCells))),
  }
})

function filling(asked: Asked): number {
  const { args } = asked
  const { rows, columns } = shapeOf(asked)
  const weight = contentValues[(args['measure'] ?? args['content']) as PivotContent]?.[0] ?? 16
  return taking(asked) + rows * columns * (weight + (args['unit'] == null ? 0 : 8))
}

const totalled = ({ within: { rows = 0, columns = 0 } }: Asked): number => rows * columns * 2

const pivotType = builder.objectRef<Pivot>('Pivot').implement({
  description: 'Figures in rows and columns.',
  fields: (t) => ({
    rowHeaders: t.field({
      ...costs({ items: ({ within }) => within.rows ?? 0 }),
      type: [headerType],
      description: 'The header of each row, in code list order and by period.',
      resolve: ({ table }) => table.rows,
    }),
    columnHeaders: t.field({
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: [headerType],
      description: 'The header of each column, in code list order and by period.',
      resolve: ({ table }) => table.columns,
    }),
    cells: t.field({
      // The rows, which are lists, and their cells.
      ...costs({ items: ({ within: { rows = 0, columns = 0 } }) => rows * (columns + 1) }),
      type: t.listRef(t.listRef('Decimal', { nullable: true })),
      description: 'The numbers, row by row, with null for empty cells.',
      resolve: ({ cells }) => cells as Cell[][],
    }),
    marks: t.expose('marks', {
      ...costs({ items: ({ within: { rows = 0, columns = 0 } }) => rows * columns }),
      type: [markType],
      description: 'Notes on cells whose number is missing or inexact, row by row.',
    }),
    rowTotals: t.field({
      ...costs({ weight: totalled, items: ({ within }) => within.rows ?? 0 }),
      type: ['Decimal'],
      nullable: { list: true, items: true },
      description:
        'The total of each row for VALUE and COUNT, if totals were requested. WOULD_DOUBLE_COUNT if columns overlap.',
      resolve: (pivot, _, { view }) => view.pace.run(rowTotals(pivot)),
    }),
    columnTotals: t.field({
      ...costs({ weight: totalled, items: ({ within }) => within.columns ?? 0 }),
      type: ['Decimal'],
      nullable: { list: true, items: true },
      description:
        'The total of each column for VALUE and COUNT, if totals were requested. WOULD_DOUBLE_COUNT if rows overlap.',
      resolve: (pivot, _, { view }) => view.pace.run(columnTotals(pivot)),
    }),
    grandTotal: t.field({
      ...costs({ weight: totalled }),
      type: 'Decimal',
      nullable: true,
      description: 'The total of all cells for VALUE and COUNT, if totals were requested.',
      resolve: (pivot, _, { view }) => view.pace.run(grandTotal(pivot)),
    }),
    unit: t.expose('unit', {
      type: unitType,
      nullable: true,
      description:
        'The unit of the numbers: PERCENT for growth and shares, PERCENTAGE_POINT for contributions, NUMBER for ranks and counts. Null if there are no figures.',
    }),
  }),
})

withRates(pivotType)

builder.queryField('pivot', (t) =>
  t.field({
    ...costs({ needsCensus: true, weight: filling, tells: shapeOf }),
    type: pivotType,
    nullable: true,
    description:
      'Figures in rows and columns, at most 100,000 cells. The figures of a cell are added up under the rules of aggregate. A pivot of VALUE must have one measure, or is refused with UNIT_MISMATCH. Figures of several datasets are refused with WOULD_MIX_DATASETS unless they are grouped by DATASET or counted.',
    args: {
      filter: t.arg({ type: filterType, required: true, description: 'Selects the figures.' }),
      rows: t.arg({ type: [groupKeyType], required: true, description: 'The properties that make the rows.' }),
      columns: t.arg({ type: [groupKeyType], required: true, description: 'The properties that make the columns.' }),
      content: t.arg({ type: contentType, defaultValue: 'VALUE', description: 'The content of the cells.' }),
      measure: t.arg({
        type: contentType,
        deprecationReason: 'Use content, which has the same values.',
        description: 'The content of the cells, if content is not given.',
      }),
      unit: t.arg({
        type: unitType,
        description:
          'The unit of the sums. The default is the base unit of the measure. Figures in another currency are converted first, each by the exchange rate of its own days as known at the time the filter selects. A cell without a rate is null, with a note.',
      }),
      totals: t.arg.boolean({ defaultValue: false, description: 'Requests totals.' }),
      allowOverlap: t.arg.boolean({ defaultValue: false, description: 'Allows sums of figures that overlap.' }),
    },
    resolve: (_, args, { view }) => pivotOf(view, args),
  }),
)
