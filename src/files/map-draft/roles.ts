import { excerpt } from '../../domain/input-bounds.js'
import type { Steps } from '../../lib/steps.js'
import { placeholder } from '../maps/map-files.js'
import { datesIn } from '../table-map/row-period.js'
import { isSplit, markRemark, splitAdvice, splitYears, statusOfYear } from './across.js'
import { categoryRole, type Role } from './categories.js'
import { type Cells, isMonthColumn } from './cells.js'
import { type CodeColumn, isCodeName } from './codes.js'
import { type Extract, flagRole } from './extract.js'
import { frequencyOf, isOfOtherYears, openFrequency, otherYears } from './frequency.js'
import type { Grid } from './grid.js'
import { metricsOf } from './metric-column.js'
import { periodCells, periodStated } from './period-text.js'
import { unitNamed, unitStated } from './units/unit-text.js'
import { metricIn, namesBoth } from './words/metric-words.js'
import { severalMonths } from './words/scope-words.js'
import {
  dimensionIn,
  isDash,
  isGrowth,
  isOnPeriodBefore,
  isQuantity,
  isShare,
  isYear,
  isYearWord,
  metricOf,
  spanIn,
} from './words.js'

export interface Table {
  readonly years: number
  readonly hasMonths: boolean
  readonly hasYearsAcross: boolean
  readonly statesMetric: number
  readonly context: string
  readonly ofTitle: string | null
  readonly beside: string
  readonly hasUnits: boolean
  readonly codes: ReadonlyMap<number, CodeColumn>
  readonly extract: Extract
  readonly grid: Grid
  readonly notes: ReadonlySet<string>
  /** The columns of labels so far, and the one that states the metric, by their patterns. */
  readonly named: Map<string, Cells>
  /** The metrics of the columns of values so far, and the one to which a column of growth would belong. */
  readonly metrics: ReadonlySet<unknown>
  readonly left: { readonly metric: string; readonly span: unknown } | null
}

export function* roleOf(cells: Cells, index: number, table: Table): Steps<Role> {
  const { values, distinct, name } = cells
  if (values.length === 0) return { is: 'nothing', guess: 'is empty, and is not read.' }
  const { value, ids, flags } = table.extract
  if (ids.has(cells))
    return { is: 'nothing', guess: `has no figures beside those of "${value?.name}", and is not read.` }
  if (value !== null && flags.has(cells)) return flagRole(cells, value, table.grid)
  const code = table.codes.get(index)
  if (code !== undefined) return codeRole(cells, code, table.notes)
  if (index === table.years && !table.hasMonths && isOfOtherYears(`${cells.name} ${table.context}`))
    return { is: 'period', frequency: openFrequency(cells.name), guess: `has years. ${otherYears}` }
  if (index === table.years)
    return table.hasMonths
      ? { is: 'period', part: 'YEAR', guess: 'states the year.' }
      : { is: 'period', guess: 'states a year as the period.' }
  if ((table.years >= 0 || table.hasYearsAcross) && isMonthColumn(cells))
    return { is: 'period', part: 'MONTH', guess: 'states the month.' }
  if (table.years < 0 && isSplit(statedIn(distinct)))
    return { is: 'period', frequency: splitYears, guess: `has split years. ${splitAdvice}` }
  const period = table.years < 0 && !cells.isFigure ? yield* periodRole(cells, table) : null
  if (period !== null) return period
  if (table.years < 0 && isBuddhist(cells)) return { is: buddhistYears, guess: 'has years of another calendar.' }
  if (index === table.statesMetric) return { is: 'metric', ...metricsOf(cells) }
  if (cells.isFigure) return figureRole(cells, table)
  const isConstant = distinct.size === 1 && !cells.hasBlanks && values.length > 1
  if (isConstant && (isUnitColumn(cells) || scaleName.test(name))) {
    const [unitText = ''] = values
    return { is: 'nothing', unitText, guess: `always states the unit "${excerpt(unitText, 60)}", and is not read.` }
  }
  if (isUnitColumn(cells)) {
    const words = Object.fromEntries(
      [...distinct].map((text) => [
        text,
        isDash(text) ? null : (unitNamed(text) ?? placeholder(`the unit of "${text}"`)),
      ]),
    )
    return { is: 'unit', words, guess: 'states the unit of each row.' }
  }
  const same = cells.pattern === null ? undefined : table.named.get(cells.pattern)
  const isLikeFigures = values.filter((text) => /^\D{0,3}\d/.test(text)).length * 2 > values.length
  if (same && same !== cells && !isLikeFigures && isAlike(cells, same))
    return { is: 'nothing', sameAs: same.name, guess: `names the same as "${same.name}", and is not read.` }
  if (distinct.size === 1 && values.length > 1)
    return { is: 'nothing', guess: `is always ${constantText(cells)}, and is not read.` }
  const codes = [...table.codes.values()]
  const named = codes.find(({ label }) => label === cells)
  const repeating = codes.find(({ repeated }) => repeated === cells)
  if (repeating !== undefined)
    return { is: 'nothing', guess: `has the same label for several codes of "${repeating.name}", and is not read.` }
  return categoryRole(cells, table.notes, named?.name)
}

/** Yields the periods of texts one by one: most columns have none in their first. */
function* statedIn(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield periodStated(text).text
}

function* periodRole({ name, distinct }: Cells, { context }: Table): Steps<Role | null> {
  const cells = yield* periodCells(distinct)
  if (cells === null) return null
  const marks = Object.fromEntries(cells.marks.map((mark) => [mark, statusOfYear(mark)]))
  const remarks = Object.entries(marks).map(([mark, status]) => ` ${markRemark(mark, status)}`)
  const role = (guess: string, frequency?: string): Role => ({
    is: 'period',
    ...(frequency !== undefined && { frequency }),
    ...(cells.marks.length > 0 && { marks }),
    guess: [guess, ...remarks].join(''),
  })
  const isOther = isOfOtherYears(`${name} ${context}`)
  yield
  if (cells.periods.every((text) => datesIn(text).length > 0)) {
    const frequency = isOther ? null : frequencyOf(cells.periods)
    return frequency === null
      ? role('has dates. Of which frequency is not clear.', openFrequency(name))
      : role(`has dates, which are taken to be ${frequency}.`, frequency)
  }
  return isOther && cells.periods.every(isYear)
    ? role(`has years. ${otherYears}`, openFrequency(name))
    : role('states the period.')
}

/** Tells columns that may name the same. Those of countries and products, with one row for each, only look so. */
function isAlike({ name }: Cells, same: Cells): boolean {
  // A code of a metric is repeated with it in the rows of others.
  if (metricIn([...same.distinct][0] ?? '') !== null) return isCodeName(name) || same.distinct.size < same.values.length
  const [own, other] = [dimensionIn(name), dimensionIn(same.name)]
  return own === null || other === null || own === other
}

function codeRole(cells: Cells, { label, isDoubtful }: CodeColumn, notes: ReadonlySet<string>): Role {
  if (label === null) return categoryRole(cells, notes)
  if (!isDoubtful) return { is: 'nothing', sameAs: label.name, guess: `has codes of "${label.name}", and is not read.` }
  const is = placeholder(
    `"nothing" if column "${cells.name}" has codes of "${label.name}"; a column of figures is "value", with "metric" and "span"`,
  )
  return { is, sameAs: label.name, guess: `has numbers beside "${label.name}". Whether they are codes is not clear.` }
}

function figureRole(
  { name, merged, header }: Cells,
  { statesMetric, context, ofTitle, beside, hasUnits, left, metrics }: Table,
): Role {
  if (isOnPeriodBefore(name))
    return { is: 'nothing', guess: 'has growth since the month or quarter before, which maps do not read.' }
  const is = isGrowth(name) ? 'growth' : isShare(name) ? 'share' : 'value'
  const group = [...new Set(merged)].filter((text) => text !== '').join(' ')
  const isOfOther = is !== 'value' && metrics.size > 0 && !metrics.has(ofTitle ?? '')
  const naming = {
    context,
    beside,
    group,
    ofTitle: isOfOther ? null : ofTitle,
    left: is === 'value' ? null : (left?.metric ?? null),
  }
  const [own = name] = header.toReversed().filter((text) => text !== '' && unitStated(text)?.isPure !== true)
  const isOwn = is === 'value' && own !== name && namesBoth(group)
  const found = isOwn ? metricOf(own, { ...naming, group: own }) : metricOf(name, naming)
  const metric = statesMetric >= 0 ? null : (found ?? placeholder(`the metric of "${name}"`))
  const isOfLeft = is !== 'value' && left !== null && left.metric === metric
  const stated = spanIn(name) === 'PERIOD' && isOfLeft && typeof left.span === 'string' ? left.span : spanIn(name)
  const part = stated === 'PERIOD' ? severalMonths(name) : null
  const span = part === null ? stated : placeholder(`the span of "${part}": MONTH, YEAR_TO_DATE or PERIOD`)
  const unit = hasUnits && is !== 'share' && isQuantity(name) ? { unit: 'OF_ROW' } : {}
  const what = { value: 'has values', growth: 'has growth in percent', share: 'has shares in percent' }[is]
  const of = metric === null ? '' : metric.startsWith('<') ? '; no text names their metric' : ` of ${metric}`
  return { is, ...unit, ...(metric !== null && { metric }), span, guess: `${what}${of}, span ${span}.` }
}

const isBuddhist = ({ values, name }: Cells): boolean =>
  values.length > 1 &&
  values.every((text) => /^2[45]\d\d$/.test(text)) &&
  (isYearWord(name) ||
    (values.length > 2 && values.every((text, at) => at === 0 || Number(text) - Number(values[at - 1]) === 1)))

export const buddhistYears = placeholder(
  '"period" when the file has years of the western calendar; 2564 of the Buddhist era is 2021',
)

const unitNames =
  /(?<!\p{L})(?:uom|units?|unit[eé]s?|unidad(?:e?s)?|unidades?|unità|jednostk[ai]|jednotk[ay]|yksikkö)(?!\p{L})|(?:einheit(?:en)?|eenheid|eenheden|enhe[td]|enhe[td]er)(?!\p{L})|单位|單位|単位|단위/iu

const scaleName = /^(?:scalar[ _]factor|unit[ _]mult(?:iplier)?|multiplier|scale)$/i

const constantText = ({ values, hasBlanks }: Cells): string =>
  `"${excerpt(values[0] ?? '', 60)}"${hasBlanks ? ' or empty' : ''}`

export const isUnitColumn = (cells: Cells): boolean =>
  unitNames.test(cells.name.replaceAll('_', ' ')) && cells.distinct.size <= 50 && !cells.isFigure
