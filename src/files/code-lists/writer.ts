import type { Category, CodeLists, Dimension, Metric } from '../../domain/codes/codes.js'
import { identityText } from '../../domain/codes/identity.js'
import { textCell } from '../csv/writer.js'

const columns = [
  'dimension',
  'code',
  'parent',
  'group',
  'members',
  'additivity',
  'identity',
  'name_en',
  'name_zh',
  'description',
  'synonyms',
] as const
type Column = (typeof columns)[number]

/** Writes all code lists to one CSV file that `readCodes` reads: metrics, then each dimension with its categories. */
export function writeCodes({ metrics, dimensions, categories }: CodeLists): string {
  const rows = [
    ...metrics.map(metricRow),
    ...dimensions.flatMap((dimension) => [
      rowOf(dimension, { dimension: dimension.code }),
      ...categories.filter((each) => each.dimension.code === dimension.code).map(categoryRow),
    ]),
  ]
  return [columns.join(','), ...rows].map((row) => `${row}\n`).join('')
}

const metricRow = (metric: Metric): string =>
  rowOf(metric, { code: metric.code, additivity: metric.additivity, ...identityOf(metric), ...synonymsOf(metric) })

function categoryRow(category: Category): string {
  const { dimension, code, parent, isAggregate, members } = category
  return rowOf(category, {
    dimension: dimension.code,
    code,
    ...(parent && { parent: parent.code }),
    ...(isAggregate && { group: 'yes' }),
    ...(members && { members: members.map((member) => member.code).join(' ') }),
    ...synonymsOf(category),
  })
}

const identityOf = ({ identity }: Metric): { identity?: string } =>
  identity === null ? {} : { identity: identityText(identity) }

const synonymsOf = ({ synonyms }: Pick<Metric, 'synonyms'>): { synonyms?: string } =>
  synonyms.length > 0 ? { synonyms: textCell(synonyms.join(';')) } : {}

function rowOf(
  { name, description }: Pick<Dimension, 'name' | 'description'>,
  cells: Partial<Record<Column, string>>,
): string {
  const texts = { name_en: textCell(name.en), name_zh: textCell(name.zh), description: textCell(description) }
  const all: Partial<Record<Column, string>> = { ...cells, ...texts }
  return columns.map((column) => all[column] ?? '').join(',')
}
