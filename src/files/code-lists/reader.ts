import { codeText, isCode } from '../../domain/codes/code-text.js'
import { additivities, type CodeListRows, CodeLists, categoryText } from '../../domain/codes/codes.js'
import { dimensionFault } from '../../domain/codes/dimension-code.js'
import { parseIdentity } from '../../domain/codes/identity.js'
import { excerpt, listBounds, shortened, someFaults, type TextKind } from '../../domain/input-bounds.js'
import type { Text } from '../../domain/text/language.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import { formatCount, Refusal } from '../../errors.js'
import { didYouMean } from '../input/messages.js'
import { codeFault } from '../input/row.js'
import { datasetColumns, datasetOf } from './datasets.js'
import { type Line, nameColumns, type Report, readLines, removal, shownTextFault, textOrNull } from './lines.js'
import { unitColumns, unitsOf } from './units.js'

const ofDataset = ['code', ...nameColumns, ...datasetColumns] as const
const ofCategory = ['dimension', 'code', 'parent', 'group', 'members', ...nameColumns, 'synonyms'] as const
const ofMetric = ['code', 'additivity', 'identity', ...nameColumns, 'synonyms'] as const

const everyColumn = ['dataset', ...ofCategory, 'additivity', 'identity', ...datasetColumns, ...unitColumns] as const

type Labelled<Name extends string = never> = Line<(typeof nameColumns)[number] | Name>
type MetricLine = Line<(typeof ofMetric)[number]>
type CategoryLine = Line<(typeof ofCategory)[number]>
type AnyLine = Line<(typeof everyColumn)[number]>

/**
 * Reads code lists from their CSV files. Throws BAD_USER_INPUT with every fault on a line, by file, row and column:
 * malformed and duplicate codes, and unknown parents, members and dimensions.
 */
export const readCodeLists = (texts: {
  readonly datasets: string
  readonly dimensions: string
  readonly metrics: string
  readonly categories: string
}): CodeListRows =>
  reported((report) => {
    const files = {
      datasets: readLines('datasets.csv', texts.datasets, ofDataset, report, ['code']),
      dimensions: readLines('dimensions.csv', texts.dimensions, ['code', ...nameColumns], report),
      metrics: readLines('metrics.csv', texts.metrics, ofMetric, report, without(ofMetric)),
      categories: readLines('categories.csv', texts.categories, ofCategory, report, without(ofCategory)),
    }
    const datasets = withinBounds(files.datasets, report)
    const dimensions = withinBounds(files.dimensions, report)
    const metrics = withinBounds(files.metrics, report)
    const categories = withinBounds(files.categories, report)
    // The checks below compare the files.
    if (!datasets || !dimensions || !metrics || !categories) return null
    checkCodes('code', datasets, report)
    return {
      datasets: datasets.map((line) => datasetOf(line.cells.code, line, report)),
      ...rowsOf('code', dimensions, metrics, categories, none, report),
    }
  })

/**
 * Reads additions to code lists from one CSV file. A row with a dataset is a dataset, one with a measure is a unit, one
 * with a dimension and a code is a category, one with a dimension only is a dimension, and any other is a metric.
 * References may point to `others`. Throws as `readCodeLists`.
 */
export const readCodes = (text: string, file: string, others: CodeLists): CodeListRows =>
  reported((report) => {
    const found = readLines(file, text, everyColumn, report, [])
    const all = withinBounds(found, report)
    if (!all) return null
    const ofDatasets = all.filter(({ cells }) => cells.dataset !== '')
    const ofUnits = all.filter(({ cells }) => cells.dataset === '' && cells.measure !== '')
    const lines = all.filter(({ cells }) => cells.dataset === '' && cells.measure === '')
    for (const line of ofDatasets) refuseFilled(line, 'a dataset', notForDatasets, report)
    for (const line of ofUnits) refuseFilled(line, 'a unit', [...notForUnits, ...datasetColumns], report)
    for (const line of lines) {
      refuseFilled(line, 'not a dataset', datasetColumns, report)
      refuseFilled(line, 'no unit, as it has no measure', unitColumns, report)
    }
    checkCodes('dataset', ofDatasets, report)
    checkCount(ofDatasets, others, report)
    const datasets = ofDatasets.map((line) => datasetOf(line.cells.dataset, line, report))
    const units = unitsOf(ofUnits, others.units, report)
    const ofDimensions = lines.filter(({ cells }) => cells.dimension !== '' && cells.code === '')
    const ofMetrics = lines.filter(({ cells }) => cells.dimension === '')
    const categories = lines.filter(({ cells }) => cells.dimension !== '' && cells.code !== '')
    for (const line of ofDimensions)
      refuseFilled(line, 'a dimension', [...forCategories, 'additivity', 'identity', 'synonyms'], report)
    for (const line of ofMetrics) refuseFilled(line, 'a metric, or lacks its dimension', forCategories, report)
    for (const line of categories) refuseFilled(line, 'a category', ['additivity', 'identity'], report)
    const rows = { datasets, ...rowsOf('dimension', ofDimensions, ofMetrics, categories, others, report) }
    return units.length === 0 ? rows : { ...rows, units }
  })

function rowsOf<Column extends 'code' | 'dimension'>(
  column: Column,
  dimensions: readonly Labelled<Column>[],
  metrics: readonly MetricLine[],
  categories: readonly CategoryLine[],
  others: CodeLists,
  report: Report,
): CodeListRows {
  const found = checkCodes(column, dimensions, report)
  for (const [code, line] of found) {
    const fault = others.dimension(code) === null ? dimensionFault(code) : null
    if (fault !== null) report(line, column, fault)
  }
  checkCodes('code', metrics, report)
  checkIdentities(metrics, others, report)
  checkCategories(categories, [...others.dimensions.map(({ code }) => code), ...found.keys()], others, report)
  const why = column === 'dimension' ? ' A row without a dimension is a metric.' : ''
  return {
    dimensions: dimensions.map((line) => ({ code: line.cells[column], ...textsOf(line) })),
    metrics: metrics.flatMap((line) => metricOf(line, others, report, why)),
    categories: categories.map((line) => categoryOf(line, report)),
  }
}

const without = <Name extends string>(columns: readonly Name[]): Name[] =>
  columns.filter((column) => column !== 'synonyms' && column !== 'identity')

const none = new CodeLists({ dimensions: [], metrics: [], categories: [], breakdowns: [] })

function reported(read: (report: Report) => CodeListRows | null): CodeListRows {
  const wrong: string[] = []
  const lists = read(({ file, row }, column, message) =>
    wrong.push(`${file}, row ${row}${column === null ? '' : `, column "${column}"`}: ${message}`),
  )
  if (lists === null || wrong.length > 0) throw new Refusal('BAD_USER_INPUT', someFaults(wrong))
  return lists
}

const textsOf = ({ cells }: Labelled): { name: Text; description: string | null } => ({
  name: { en: textOrNull(cells.name_en), zh: textOrNull(cells.name_zh) },
  description: textOrNull(cells.description),
})

function checkIdentities(lines: readonly Line<'code' | 'identity'>[], others: CodeLists, report: Report): void {
  const codes = [...new Set([...lines.map(({ cells }) => cells.code), ...others.metrics.map(({ code }) => code)])]
  for (const line of lines) {
    const { code, identity } = line.cells
    if (identity === '' || identity === removal) continue
    const terms = parseIdentity(identity)
    if (terms === null)
      report(line, 'identity', 'This is not an identity. Write different codes with " + " or " - " between them.')
    for (const { metric } of terms ?? []) {
      if (metric === code) report(line, 'identity', `${code} cannot be part of its own identity.`)
      else if (!codes.includes(metric)) report(line, 'identity', unknown(`metric "${metric}"`, metric, codes))
    }
  }
}

function metricOf(line: MetricLine, others: CodeLists, report: Report, why: string): CodeListRows['metrics'][number][] {
  const { code, additivity: cell } = line.cells
  const additivity = additivities.find((each) => each === cell) ?? null
  if (additivity !== null || (cell === '' && others.metric(code) !== null))
    return [{ code, ...textsOf(line), ...synonymsOf(line, report), ...identityOf(line), additivity }]
  const codes = others.metrics.map((each) => each.code)
  const isNew = () => `${unknown(`metric "${code}"`, code, codes)} A new metric needs one of`
  const wrong = cell === '' ? isNew() : `"${excerpt(cell)}" is not one of`
  report(line, 'additivity', `${wrong} ${additivities.join(', ')}.${why}`)
  return []
}

function categoryOf(line: CategoryLine, report: Report): CodeListRows['categories'][number] {
  const { dimension, code, parent, group, members } = line.cells
  return {
    dimension,
    code,
    ...textsOf(line),
    ...synonymsOf(line, report),
    parent: textOrNull(parent),
    isAggregate: group === '' ? null : group === 'yes',
    members: members === '' ? null : listed(members),
  }
}

const listed = (members: string): string[] => (members === '' || members === removal ? [] : members.split(' '))

function checkCount(lines: readonly Line<'dataset'>[], others: CodeLists, report: Report): void {
  const codes = new Set([...others.datasets.map(({ code }) => code), ...lines.map(({ cells }) => cells.dataset)])
  const [first] = lines
  if (first === undefined || codes.size <= listBounds.datasets) return
  const [count, most] = [formatCount(codes.size), formatCount(listBounds.datasets)]
  report(first, 'dataset', `There would be ${count} datasets, and ${most} are allowed.`)
}

const forCategories = ['parent', 'group', 'members'] as const
const notForDatasets = [
  'dimension',
  'code',
  ...forCategories,
  'additivity',
  'identity',
  'synonyms',
  ...unitColumns,
] as const
const notForUnits = ['dimension', ...forCategories, 'additivity', 'identity', 'description', 'synonyms'] as const

function refuseFilled(line: AnyLine, what: string, columns: readonly (keyof AnyLine['cells'])[], report: Report): void {
  for (const column of columns)
    if (line.cells[column] !== '') report(line, column, `This row is ${what}. Leave the cell empty.`)
}

function checkCodes<Column extends 'code' | 'dimension' | 'dataset', L extends Line<Column>>(
  column: Column,
  lines: readonly L[],
  report: Report,
  keyOf: (line: L) => string = ({ cells }) => cells[column],
): Map<string, L> {
  const found = new Map<string, L>()
  for (const line of lines) {
    const code = line.cells[column]
    const twin = found.get(keyOf(line))
    if (!isCode(code)) report(line, column, `${codeFault(code)}.`)
    else if (twin) report(line, column, `"${code}" occurs already in row ${twin.row}.`)
    else found.set(keyOf(line), line)
  }
  return found
}

function checkCategories(
  lines: readonly CategoryLine[],
  dimensions: readonly string[],
  others: CodeLists,
  report: Report,
): void {
  const found = checkCodes('code', lines, report, ({ cells }) => categoryText(cells))
  for (const line of lines) {
    const { dimension, code, parent, group, members } = line.cells
    const refuseUnknown = (column: 'parent' | 'members', other: string): void => {
      const ref = { dimension, code: other }
      if (found.has(categoryText(ref)) || others.category(ref)) return
      const here = [...found.values()].map(({ cells }) => cells).filter((each) => each.dimension === dimension)
      const there = others.categories.filter((each) => each.dimension.code === dimension)
      const siblings = [...here, ...there].map((each) => each.code)
      report(line, column, unknown(`category "${categoryText(ref)}"`, other, siblings))
    }
    if (!dimensions.includes(dimension))
      report(line, 'dimension', unknown(`dimension "${dimension}"`, dimension, dimensions))
    if (!['', 'yes', removal].includes(group))
      report(line, 'group', `"${excerpt(group)}" is not "yes" or "-". A group cuts across the tree of categories.`)
    if (parent !== '' && parent !== removal) refuseUnknown('parent', parent)
    if (isUnderItself(line, found, others)) report(line, 'parent', `${code} would be its own ancestor.`)
    const codes = listed(members)
    if (codes.length > listBounds.values) {
      const [count, most] = [formatCount(codes.length), formatCount(listBounds.values)]
      report(line, 'members', `There are ${count} members, and ${most} are allowed.`)
      continue
    }
    const isGroup = group === '' ? others.category({ dimension, code })?.isAggregate : group === 'yes'
    if (codes.length > 0 && isGroup !== true)
      report(line, 'members', 'Only a group has members. Write "yes" in the column "group".')
    for (const member of new Set(codes)) {
      refuseUnknown('members', member)
      if (member === code) report(line, 'members', `${code} cannot be a member of itself.`)
      if (codes.indexOf(member) !== codes.lastIndexOf(member)) report(line, 'members', `${member} occurs twice.`)
    }
  }
}

function isUnderItself(line: CategoryLine, found: ReadonlyMap<string, CategoryLine>, others: CodeLists): boolean {
  const { dimension, code: start } = line.cells
  const above = (code: string): string => {
    const stated = found.get(categoryText({ dimension, code }))?.cells.parent ?? ''
    return stated === '' ? (others.category({ dimension, code })?.parent?.code ?? '') : stated
  }
  const passed = new Set<string>()
  if (line.cells.parent === '') return false
  for (let code = above(start); code !== '' && !passed.has(code); code = above(code)) {
    if (code === start) return true
    passed.add(code)
  }
  return false
}

const unknown = (what: string, code: string, codes: readonly string[]): string =>
  `There is no ${shortened(what, 250)}. ${didYouMean(code, codes)}`.trimEnd()

const codes: ReadonlySet<string> = new Set(['dataset', 'dimension', 'code', 'parent', 'members', 'identity', 'measure'])
const texts: Readonly<Record<string, TextKind>> = {
  name_en: 'name',
  name_zh: 'name',
  description: 'description',
  description_zh: 'description',
  agency: 'code',
  reporter: 'code',
  licence: 'description',
}

const withinBounds = <Name extends string>(lines: readonly Line<Name>[] | null, report: Report) =>
  lines?.map((line): Line<Name> => ({ ...line, cells: cellsOf(line, report) }))

function cellsOf<Name extends string>(line: Line<Name>, report: Report): Line<Name>['cells'] {
  const cells = Object.entries<string>(line.cells).map(([column, text]) => {
    if (codes.has(column)) return [column, codeText(text)]
    const kind = texts[column]
    const fault = kind === undefined ? null : shownTextFault(text, kind)
    if (fault !== null) report(line, column, `This text ${fault}`)
    return [column, text]
  })
  return Object.fromEntries(cells)
}

function synonymsOf(line: Line<'synonyms'>, report: Report): { synonyms?: readonly string[] } {
  const { synonyms: cell } = line.cells
  if (cell === '') return {}
  const words = cell === removal ? [] : unescapeFormula(cell).split(/[;；]/)
  const synonyms = words.map((word) => word.trim()).filter((word) => word !== '')
  const fault = synonyms.map((word) => shownTextFault(word, 'synonym')).find((each) => each !== null)
  if (fault) report(line, 'synonyms', `A synonym ${fault}`)
  if (synonyms.length > listBounds.synonyms) {
    const count = formatCount(synonyms.length)
    report(line, 'synonyms', `There are ${count} synonyms, and ${listBounds.synonyms} are allowed.`)
  }
  return { synonyms }
}

const identityOf = ({ cells: { identity } }: Line<'identity'>): { identity?: string } =>
  identity === '' ? {} : { identity: identity === removal ? '' : identity.trim() }
