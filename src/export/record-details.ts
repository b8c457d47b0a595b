import { type CodeLists, categoryText } from '../domain/codes/codes.js'
import type { IndicatorFilter } from '../domain/observations/filter.js'
import { inLanguage, type Language, type Text } from '../domain/text/language.js'
import type { Unit } from '../domain/units/unit.js'
import type { Labels } from '../files/output/labels.js'
import type { FigureColumns } from '../files/output/observation-table.js'
import { type RecordOptions, unitsOfRecords } from '../files/output/record-table.js'
import type { Column } from '../files/output/table.js'

const bounds = {
  EN: 'A value with the qualifier EXACT is the number as printed, rounded to the column decimals: 41.76 with 2 decimals lies between 41.755 and 41.765, and a negative number counts the rounded digits before the point. OVER is greater than the number, UNDER is less, and ABOUT has no bounds.',
  ZH: '限定为 EXACT 的数值按“decimals”列的小数位数四舍五入：2 位小数的 41.76 介于 41.755 与 41.765 之间，负数表示小数点前被舍入的位数。OVER 表示大于该数，UNDER 表示小于该数，ABOUT 没有上下界。',
} as const satisfies Record<Language, string>

/** Returns what the store knows of the figures that a short address names, beside their sources. */
export function recordDetails(
  { datasets, metrics, dimensions, categories }: IndicatorFilter,
  known: FigureColumns,
  columns: readonly Column[],
  options: RecordOptions,
  codes: CodeLists,
  labels: Labels,
): object {
  const { language } = labels
  const text = (found: Text): string | null => inLanguage(found, language)
  const named = (unit: Unit, decimals: number | null) => ({ code: unit, name: labels.unit(unit), decimals })
  return {
    datasets: codes.datasets
      .filter(({ code }) => datasets?.includes(code))
      .map(({ code, name, description, agency, licence, homepage }) => {
        return { code, name: text(name), description: text(description), agency, licence, homepage }
      }),
    metrics: codes.metrics
      .filter(({ code }) => metrics?.includes(code))
      .map(({ code, name, description, additivity }) => ({ code, name: text(name), description, additivity })),
    dimensions: codes.dimensions
      .filter(({ code }) => dimensions?.includes(code))
      .map(({ code, name, description }) => ({ code, name: text(name), description })),
    categories: codes.categories
      .filter(({ dimension, code }) => categories?.includes(categoryText({ dimension: dimension.code, code })))
      .map(({ code, name, description }) => ({ code, name: text(name), description })),
    units: unitsOfRecords(known, options).map(({ unit, decimals }) => named(unit, decimals)),
    printedUnits: known.units.map(({ unit, places }) => named(unit, places)),
    bounds: bounds[language],
    columns: columns.map(({ name, label }) => ({ name, title: label })),
  }
}
