import type { Category, CodeLists, Dimension, Metric } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import { identityText } from '../../domain/codes/identity.js'
import { canonical } from '../../domain/numbers/decimal.js'
import { isShipped, type UnitInfo } from '../../domain/units/unit.js'
import { textCell } from '../csv/writer.js'
import { datasetColumns } from './datasets.js'
import { nameColumns } from './lines.js'
import { unitColumns } from './units.js'

const keyColumns = ['dataset', 'dimension', 'code', 'parent', 'group', 'members', 'additivity', 'identity'] as const
const columns = [...keyColumns, ...nameColumns, 'synonyms', ...datasetColumns] as const
type Cells = Partial<Record<(typeof columns)[number] | (typeof unitColumns)[number], string | null | undefined>>

/**
 * Writes all code lists to one CSV file that `readCodes` reads: datasets, metrics, each dimension with its categories, and
 * the units that do not ship.
 */
export function writeCodes({ datasets, metrics, dimensions, categories, units }: CodeLists): string {
  const added = units.filter((unit) => !isShipped(unit))
  const rows = [
    ...datasets.map(datasetRow),
    ...metrics.map(metricRow),
    ...dimensions.flatMap((dimension) => [
      rowOf(dimension, { dimension: dimension.code }),
      ...categories.filter((each) => each.dimension.code === dimension.code).map(categoryRow),
    ]),
    ...added.map(unitRow),
  ]
  const used = added.length > 0 ? [...columns, ...unitColumns] : columns
  const lines = rows.map((row) => used.map((column) => row[column] ?? ''))
  return [used, ...lines].map((cells) => `${cells.join(',')}\n`).join('')
}

const datasetRow = ({ description, ...dataset }: Dataset): Cells =>
  rowOf(
    { name: dataset.name, description: description.en },
    {
      dataset: dataset.code,
      description_zh: textCell(description.zh),
      agency: textCell(dataset.agency),
      reporter: textCell(dataset.reporter),
      licence: textCell(dataset.licence),
      homepage: textCell(dataset.homepage),
      calendar: textCell(dataset.calendar.map(({ at, title }) => `${at} ${title}`).join('; ')),
    },
  )

const metricRow = (metric: Metric): Cells =>
  rowOf(metric, {
    code: metric.code,
    additivity: metric.additivity,
    identity: metric.identity && identityText(metric.identity),
    synonyms: textCell(metric.synonyms.join(';')),
  })

const categoryRow = (category: Category): Cells =>
  rowOf(category, {
    dimension: category.dimension.code,
    code: category.code,
    parent: category.parent?.code,
    group: category.isAggregate ? 'yes' : null,
    members: category.members?.map((member) => member.code).join(' '),
    synonyms: textCell(category.synonyms.join(';')),
  })

const unitRow = ({ row, factor }: UnitInfo): Cells =>
  rowOf(
    { name: row.name, description: null },
    {
      code: row.code,
      measure: row.measure,
      factor: canonical(factor),
      symbol: textCell(row.symbol),
      pattern_en: textCell(row.pattern.en),
      pattern_zh: textCell(row.pattern.zh),
    },
  )

const rowOf = ({ name, description }: Pick<Dimension, 'name' | 'description'>, cells: Cells): Cells => ({
  ...cells,
  name_en: textCell(name.en),
  name_zh: textCell(name.zh),
  description: textCell(description),
})
