import type { Cell, PlacedMark } from '../../analysis/pivot/cells.js'
import type { measures } from '../../analysis/pivot/measure.js'
import { columnTotals, grandTotal, mostCells, type Pivot, pivotOf, rowTotals } from '../../analysis/pivot/pivot.js'
import type { Header } from '../../domain/observations/group-key.js'
import { builder } from '../builder.js'
import { type Asked, costs, filterIn, keysIn, taking, type Within } from '../cost.js'
import { seriesType } from '../relay/node.js'
import { groupKeyType, withHeader } from './aggregate.js'
import { qualifierType, statusType } from './indicator.js'
import { filterType } from './indicator-filter.js'
import { withReason } from './reason.js'
import { unitType } from './unit.js'

const measureType = builder.enumType('Measure', {
  description: 'What the cells of a pivot hold.',
  values: {
    VALUE: { description: 'The figures of the cell, added up.' },
    YOY_CHANGE: {
      description:
        'The growth of that sum on the sum of the same figures a year before, in percent, both as known at the filter’s viewpoint.',
    },
    SHARE: { description: 'The share of that sum in TOTAL:ALL of the same metrics, days and measure, in percent.' },
    CONTRIBUTION: {
      description:
        'What that sum adds to the growth of TOTAL:ALL on a year before, in percentage points; on the bases that printed growth implies, or the stored ones where it was not printed of all.',
    },
    RANK: { description: 'The place of that sum in its column, 1 being the largest; equal ones share a place.' },
    COUNT: { description: 'How many figures of the cell have a level.' },
  } satisfies Record<(typeof measures)[number], object>,
})

const headerType = builder.objectRef<Header>('PivotHeader').implement({
  description: 'What the figures of a row or of a column have in common.',
})
withHeader(headerType)

const markType = builder.objectRef<PlacedMark>('PivotMark').implement({
  description: 'What is to be said of a cell that is no plain number.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'The place of its row, from 0.' }),
    column: t.exposeInt('column', { description: 'The place of its column, from 0.' }),
    status: t.expose('status', {
      type: statusType,
      description:
        'MISSING where there is no number, or figures of its sum have no level; NIL where the table prints "-".',
    }),
    qualifier: t.expose('qualifier', {
      type: qualifierType,
      description:
        'How the number is meant: OVER where figures of its sum are over theirs, ABOUT where it may be off either way.',
    }),
  }),
})

withReason(markType, ({ reason }) => reason)

/** Its rows and columns, at most; the resolver makes no more cells than so many. */
function shapeOf({ args, census }: Asked): Required<Pick<Within, 'rows' | 'columns'>> {
  const [filter, down, across] = [filterIn(args), keysIn(args['rows']), keysIn(args['columns'])]
  const rows = census?.groups(filter, down, across) ?? mostCells
  const columns = census?.groups(filter, across, down) ?? mostCells
  return {
    rows: Math.min(rows, mostCells),
    columns: Math.min(columns, mostCells / Math.max(1, Math.min(rows, mostCells))),
  }
}

/** Units of a cell, by what it holds: some take the figures of a year before, and totals. */
const unitsOf: Readonly<Record<(typeof measures)[number], number>> = {
  VALUE: 10,
  YOY_CHANGE: 14,
  SHARE: 16,
  CONTRIBUTION: 18,
  RANK: 12,
  COUNT: 6,
}

function filling(asked: Asked): number {
  const { args } = asked
  const { rows, columns } = shapeOf(asked)
  const measure = args['measure'] as keyof typeof unitsOf
  return taking(asked) + rows * columns * ((unitsOf[measure] ?? 16) + (args['unit'] == null ? 0 : 8))
}

const totalled = ({ within: { rows = 0, columns = 0 } }: Asked): number => rows * columns * 2

const pivotType = builder.objectRef<Pivot>('Pivot').implement({
  description: 'Figures in rows and columns.',
  fields: (t) => ({
    rowHeaders: t.field({
      ...costs({ items: ({ within }) => within.rows ?? 0 }),
      type: [headerType],
      description: 'What each row is of, in code list order and by period.',
      resolve: ({ table }) => table.rows,
    }),
    columnHeaders: t.field({
      ...costs({ items: ({ within }) => within.columns ?? 0 }),
      type: [headerType],
      description: 'What each column is of, in code list order and by period.',
      resolve: ({ table }) => table.columns,
    }),
    cells: t.field({
      // Rows, which are lists, and what is in them.
      ...costs({ items: ({ within: { rows = 0, columns = 0 } }) => rows * (columns + 1) }),
      type: t.listRef(t.listRef('Decimal', { nullable: true })),
      description: 'Rows of numbers; null where there is nothing.',
      resolve: ({ cells }) => cells as Cell[][],
    }),
    marks: t.expose('marks', {
      ...costs({ items: ({ within: { rows = 0, columns = 0 } }) => rows * columns }),
      type: [markType],
      description: 'The cells that are no plain numbers, row by row.',
    }),
    rowTotals: t.field({
      ...costs({ weight: totalled, items: ({ within }) => within.rows ?? 0 }),
      type: ['Decimal'],
      nullable: { list: true, items: true },
      description:
        'The total of each row, of VALUE and COUNT, where totals are asked for. WOULD_DOUBLE_COUNT where columns hold each other.',
      resolve: (pivot, _, { view }) => view.pace.run(rowTotals(pivot)),
    }),
    columnTotals: t.field({
      ...costs({ weight: totalled, items: ({ within }) => within.columns ?? 0 }),
      type: ['Decimal'],
      nullable: { list: true, items: true },
      description:
        'The total of each column, of VALUE and COUNT, where totals are asked for. WOULD_DOUBLE_COUNT where rows hold each other.',
      resolve: (pivot, _, { view }) => view.pace.run(columnTotals(pivot)),
    }),
    grandTotal: t.field({
      ...costs({ weight: totalled }),
      type: 'Decimal',
      nullable: true,
      description: 'The total of all cells, of VALUE and COUNT, where totals are asked for.',
      resolve: (pivot, _, { view }) => view.pace.run(grandTotal(pivot)),
    }),
    unit: t.expose('unit', {
      type: unitType,
      nullable: true,
      description:
        'The unit of its numbers: PERCENT of growth and shares, PERCENTAGE_POINT of contributions, NUMBER of ranks and counts. Null where there are no figures.',
    }),
    rate: t.expose('rate', {
      type: seriesType,
      nullable: true,
      description:
        'The exchange rates that figures were converted with, of the longest periods where there are several; null where none were.',
    }),
  }),
})

builder.queryField('pivot', (t) =>
  t.field({
    ...costs({ needsCensus: true, weight: filling, tells: shapeOf }),
    type: pivotType,
    description:
      'Figures in rows and columns, at most 100,000 cells. Figures of one cell are added up, and refused where aggregate refuses their sum; those of a pivot of VALUE are of one measure, else it is UNIT_MISMATCH.',
    args: {
      filter: t.arg({ type: filterType, required: true, description: 'Which figures.' }),
      rows: t.arg({ type: [groupKeyType], required: true, description: 'What the figures of a row have in common.' }),
      columns: t.arg({
        type: [groupKeyType],
        required: true,
        description: 'What the figures of a column have in common.',
      }),
      measure: t.arg({ type: measureType, defaultValue: 'VALUE', description: 'What the cells hold.' }),
      unit: t.arg({
        type: unitType,
        description:
          'The unit that figures are added up in; the base unit of their measure where it is left out. Figures in another currency are converted first, each by the exchange rate of its own days as known at the filter’s viewpoint; a cell without one is null, and marked.',
      }),
      totals: t.arg.boolean({ defaultValue: false, description: 'Whether totals are wanted.' }),
      allowOverlap: t.arg.boolean({
        defaultValue: false,
        description: 'Add up figures that hold each other all the same.',
      }),
    },
    resolve: (_, args, { view }) => pivotOf(view, args),
  }),
)
