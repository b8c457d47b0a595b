import { excerpt } from '../../domain/input-bounds.js'
import { groupBy } from '../../lib/group-by.js'
import { getOrInsert } from '../../lib/memo.js'
import { type Steps, someSteps } from '../../lib/steps.js'
import { isPlaceholder, placeholder } from '../maps/map-files.js'
import {
  type Across,
  acrossFrom,
  growthFrom,
  joined,
  type Marks,
  markRemark,
  nameOfStatus,
  partsFrom,
  splitYears,
} from './across.js'
import { categoryAcross, type Json, labelsAcross } from './categories.js'
import { type Cells, columnCells, isMonthColumn, isYearColumn } from './cells.js'
import { codeColumns } from './codes.js'
import { extractOf } from './extract.js'
import { isOfOtherYears, openYears, otherYears } from './frequency.js'
import type { Grid } from './grid.js'
import { noteMarks, statusInNotes } from './label-marks.js'
import { metricColumn } from './metric-column.js'
import { periodStated } from './period-text.js'
import { isUnitColumn, roleOf, type Table } from './roles.js'
import { metricIn, metricInTitle } from './words/metric-words.js'
import { otherMeasure } from './words/scope-words.js'
import { isGrowth, isShare, metricOf, partPattern, periodPattern, withPeriod } from './words.js'

export interface DraftColumn {
  readonly name: string
  /** The name of the column that names the same, if this one is not read for it. */
  readonly sameAs: string | null
  readonly column: Json
  readonly guess: string
  readonly isFigure: boolean
  readonly at: readonly number[]
  readonly marks: Marks
  readonly unitText?: string
}

type Titled = Omit<Table, 'metrics' | 'left'>

export function* draftColumns(grid: Grid, context: string): Steps<DraftColumn[]> {
  const columns = yield* columnCells(grid)
  const codes = yield* codeColumns(columns)
  const years = columns.findIndex((each, at) => !codes.has(at) && isYearColumn(each))
  const hasMonths = years >= 0 && columns.some((each, at) => at !== years && !codes.has(at) && isMonthColumn(each))
  const hasYear = years >= 0 ? !hasMonths : /(?<!\d)(?:19|20)\d\d(?!\d)/.test(context)
  const places = columns.map((_, at) => at)
  const partsAcross = hasYear && (yield* someSteps(places, (at) => partsFrom(columns, at) !== null))
  yield
  const statesMetric = metricColumn(columns)
  const [metric] = statesMetric < 0 ? [] : [columns[statesMetric] as Cells]
  const table: Titled = {
    years,
    hasMonths: hasMonths || partsAcross,
    hasYearsAcross: yield* someSteps(
      columns,
      ({ merged, isFigure }) => isFigure && merged.some((text, row) => isYearAlone(text, merged[row + 1])),
    ),
    statesMetric,
    context,
    ofTitle: metricInTitle(context),
    beside: columns.map(({ name }) => name).join(' '),
    hasUnits: columns.some(isUnitColumn),
    codes,
    extract: extractOf(columns),
    grid,
    notes: noteMarks(grid),
    named: new Map(metric?.pattern ? [[metric.pattern, metric]] : []),
  }
  const drafts: DraftColumn[] = []
  for (let at = 0; at < columns.length; at++) {
    yield
    const cells = columns[at] as Cells
    const runs: Across[] = []
    for (let run = acrossAt(at); run !== null; run = acrossAt(at)) {
      runs.push(run)
      at += run.values.length + run.flags.length
    }
    if (runs.length > 0) {
      for (const across of joined(runs)) drafts.push(...acrossDrafts(across, table, drafts))
      at--
      continue
    }
    const isBeside = cells.isFigure && isGrowth(cells.name) && drafts.some(({ column }) => column['across'] === true)
    if (isBeside) {
      const growth = growthFrom(columns, at)
      drafts.push(growth === null ? growthLeftOut(cells) : growthDraft(growth, table))
      at += (growth?.values.length ?? 1) - 1
      continue
    }
    const { is, ...rest } = yield* roleOf(cells, at, { ...table, ...metricsSoFar(drafts) })
    if (cells.pattern !== null && at !== years && cells.distinct.size > 1 && !codes.has(at))
      getOrInsert(table.named, cells.pattern, () => cells)
    const fill =
      is !== 'nothing' &&
      is !== 'flag' &&
      !isFigure(is) &&
      !isPlaceholder(is) &&
      cells.hasBlanks &&
      cells.values.length > 0
    const header = cells.header.map((text) => (text === '' ? null : withPeriod(text)))
    const { guess, sameAs = null, marks = {}, unitText, ...keys } = rest
    const filledDown = fill ? ' Empty cells repeat the one above.' : ''
    drafts.push({
      name: cells.name,
      sameAs,
      column: { is, header, ...keys, ...(fill && { fill }) },
      guess: `Column "${cells.name}" ${guess}${filledDown}`,
      isFigure: isFigure(is),
      at: [cells.at],
      marks,
      ...(unitText !== undefined && { unitText }),
    })
  }
  yield
  const hasYears = drafts.some(({ column }) => column['across'] === true && /\{yy?/.test(`${column['header']}`))
  const read = drafts.flatMap((draft) => withoutPeriods(withStatuses(draft, grid), hasYears))
  return withoutTwins(yield* withCategories(read, columns, context))

  function acrossAt(at: number): Across | null {
    return at < columns.length && !codes.has(at) ? withClearYears(acrossFrom(columns, at, hasYear), context) : null
  }
}

/** Finds the metrics of values so far; growth belongs to the value before it, unless that one follows another metric's. */
function metricsSoFar(drafts: readonly DraftColumn[]): Pick<Table, 'metrics' | 'left'> {
  const figures = drafts.filter(({ isFigure }) => isFigure).map(({ column }) => column)
  const metrics = new Set(figures.flatMap(({ is, metric }) => (is === 'value' ? [metric] : [])))
  const at = figures.findLastIndex(({ is }) => is === 'value')
  const [last, before] = [figures[at], at > 0 ? figures[at - 1] : undefined]
  const { metric, span } = last ?? {}
  const isAlone = before?.['is'] !== 'value'
  if (typeof metric !== 'string' || isPlaceholder(metric)) return { metrics, left: null }
  if (!isAlone && before['metric'] !== metric) return { metrics, left: null }
  return { metrics, left: { metric, span: isAlone ? span : undefined } }
}

function withStatuses(draft: DraftColumn, grid: Grid): DraftColumn {
  let { guess } = draft
  const marks = Object.entries(draft.marks).map(([mark, status]) => {
    const stated = isPlaceholder(status ?? '') ? (statusInNotes(grid, mark) ?? status) : status
    guess = guess.replace(markRemark(mark, status), markRemark(mark, stated))
    return [mark, stated]
  })
  return { ...draft, guess, marks: Object.fromEntries(marks) }
}

function withoutPeriods(draft: DraftColumn, hasYears: boolean): DraftColumn[] {
  const { column, isFigure } = draft
  const isRead = column['across'] === true && !`${column['header']}`.includes(splitYears)
  if (!isFigure || isRead || !hasYears) return [draft]
  if (!isIndexOfYears(draft.name)) return leftOut(draft, 'whose period is not understood')
  const guess = `Column "${draft.name}" has an index of two years, which follows from their figures, and is not read.`
  return [{ ...draft, column: { is: 'nothing', header: column['header'] }, isFigure: false, guess }]
}

const isIndexOfYears = (name: string): boolean =>
  otherMeasure(name) !== null && /(?:19|20)\d\d\s?[/:]\s?(?:19|20)\d\d/.test(name)

const isYearAlone = (text: string, below = ''): boolean =>
  /^\{year\}[年년]?$/.test(periodPattern(periodStated(text).text) ?? '') && partPattern(below) === null

function* withCategories(
  drafts: readonly DraftColumn[],
  columns: readonly Cells[],
  context: string,
): Steps<DraftColumn[]> {
  const isOfRows = drafts.some(({ column }) => column['dimension'] === 'PARTNER')
  const mergedOf = new Map(columns.map(({ at, merged }) => [at, merged]))
  const isOpen = ({ column: { is, across, metric } }: DraftColumn) =>
    is === 'value' && across !== true && typeof metric === 'string' && !isPlaceholder(metric)
  const groups = groupBy(drafts.filter(isOpen), ({ column }) => `${column['metric']} ${column['span']}`)
  const found = new Map<DraftColumn, DraftColumn>()
  for (const group of groups.values()) {
    const headers = group.map(({ at: [at = 0] }) => mergedOf.get(at) ?? [])
    const labels = group.length < 2 ? null : yield* labelsAcross(headers)
    for (const [at, label] of labels?.entries() ?? []) {
      const draft = group[at] as DraftColumn
      const { guess, column } = draft
      const own = categoryAcross(label, labels ?? [], isOfRows, context)
      found.set(draft, { ...draft, column: { ...column, ...own }, guess: `${guess} It is of "${label}".` })
    }
  }
  return drafts.map((draft) => found.get(draft) ?? draft)
}

/** Leaves open the span and the metric of columns that would otherwise be of the same figure. */
function withoutTwins(drafts: readonly DraftColumn[]): DraftColumn[] {
  const seen = new Set<string>()
  const spans = new Set(drafts.flatMap(({ column }) => (column['is'] === 'value' ? [column['span']] : [])))
  return drafts.flatMap((draft, at) => {
    const { column, isFigure, name } = draft
    if (!isFigure) return draft
    if (column['across'] !== true && column['is'] !== 'value' && column['span'] === 'PERIOD' && !spans.has('PERIOD'))
      return open(draft, 'span', `the span of column ${at + 1}, "${name}": MONTH or YEAR_TO_DATE`)
    const key = JSON.stringify([column['is'], column['metric'], column['span'], column['categories'], partsIn(column)])
    const isTwin = seen.has(key)
    seen.add(key)
    if (!isTwin) return draft
    if (column['metric'] === undefined) return leftOut(draft, 'as rows state the metric of one column only')
    return open(draft, 'metric', `the metric of column ${at + 1}, "${name}"`)
  })
}

const partsIn = ({ across, header }: Json): string[] | null =>
  across === true ? `${header}`.match(/\{(?:month|quarter)\w*\}/g) : null

function leftOut(draft: DraftColumn, why: string): DraftColumn[] {
  const { name, column, at } = draft
  const is = placeholder(`"nothing" to leave out column "${name}", ${why}`)
  const header = column['across'] === true ? (column['header'] as unknown[]).map(() => null) : column['header']
  const guess = `Column "${name}" has figures that no map can read beside the others, ${why}.`
  return at.map((place) => ({ ...draft, column: { is, header }, guess, isFigure: false, at: [place] }))
}

const open = ({ column, guess, ...rest }: DraftColumn, key: string, what: string): DraftColumn => ({
  ...rest,
  column: { ...column, [key]: placeholder(what) },
  guess: `${guess} Its ${key} is not clear.`,
})

const isFigure = (is: unknown): boolean => is === 'value' || is === 'growth' || is === 'share'

function acrossDrafts(across: Across, table: Titled, before: readonly DraftColumn[] = []): DraftColumn[] {
  const { header, values, flags, flagHeader, words, marks, remarks } = across
  const is = isShare(words) ? 'share' : isGrowth(words) ? 'growth' : 'value'
  const [only, ...more] = is === 'growth' ? metricsSoFar(before).metrics : []
  const isOnly = more.length === 0 && typeof only === 'string' && metricIn(words) === null
  const metric = isOnly ? only : metricAcross(words, table)
  const span = across.isToDate ? { span: 'YEAR_TO_DATE' } : {}
  const column = { is, header, across: true, ...(metric !== null && { metric }), ...span }
  const names = namesOf(values)
  const isOne = values.length === 1
  const [have, their] = isOne ? ['has', 'its'] : ['have', 'their']
  const guesses = [
    isOne
      ? `Column ${names} states its period in its header`
      : `${values.length} columns, ${names}, state periods in their headers`,
    across.isToDate ? ', from January on' : '',
    is === 'growth' ? `, ${have} growth in percent` : '',
    metric === null ? '' : isPlaceholder(metric) ? `; no text names ${their} metric` : `, and ${have} ${metric}`,
  ]
  const what = `${guesses.join('')}.`
  const shared = { name: names.replaceAll('"', ''), sameAs: null, marks: {} }
  const [at, flagsAt] = [values.map((each) => each.at), flags.map((each) => each.at)]
  const drafted = { ...shared, column, guess: [what, ...remarks].join(' '), isFigure: true, at, marks }
  if (flags.length === 0) return [drafted]
  const flagNames = Object.entries(marks).map(([flag, status]) => `${flag} (${nameOfStatus(status)})`)
  const guess = `Columns after them have flags: ${flagNames.join(', ')}.`
  return [drafted, { ...shared, column: { is: 'flag', header: flagHeader }, guess, isFigure: false, at: flagsAt }]
}

const namesOf = (values: readonly Cells[]): string =>
  values.length === 1 ? `"${values[0]?.name}"` : `"${values[0]?.name}" to "${values.at(-1)?.name}"`

function metricAcross(words: string, { statesMetric, ofTitle, ...naming }: Titled): string | null {
  if (statesMetric >= 0) return null
  const found = words === '' ? ofTitle : metricOf(words, { ...naming, ofTitle })
  return found ?? placeholder(words === '' ? 'the metric, like EXPORTS' : `the metric of "${excerpt(words, 80)}"`)
}

function growthDraft(across: Across, table: Titled): DraftColumn {
  const [draft] = acrossDrafts(across, table) as [DraftColumn]
  const guess = `Column ${namesOf(across.values)} has growth in percent, of the year in its header.`
  return { ...draft, column: { ...draft.column, is: 'growth' }, guess }
}

const growthLeftOut = ({ name, header, at }: Cells): DraftColumn => ({
  name,
  sameAs: null,
  column: { is: 'nothing', header: header.map((text) => text || null) },
  guess: `Column "${name}" has growth, but not of a year since the year before, and is not read.`,
  isFigure: false,
  at: [at],
  marks: {},
})

function withClearYears(across: Across | null, context: string): Across | null {
  if (across === null) return null
  const isYear = (text: unknown): text is string =>
    typeof text === 'string' && !isPlaceholder(text) && /\{year\}(?![-/]|[A-Z]?\{[^m])/.test(text)
  const isOther = (text: string) => isOfOtherYears(context) || isOfOtherYears(text.replace('{year}', '2000'))
  const header = across.header.map((texts) => {
    const [text] = [texts].flat()
    return isYear(text) && isOther(text) ? openYears(text) : texts
  })
  const isOpen = header.some((text, row) => text !== across.header[row])
  return isOpen ? { ...across, header, remarks: [...across.remarks, otherYears] } : across
}
