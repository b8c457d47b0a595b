import { codeText, isCode } from '../../domain/codes/code-text.js'
import { additivities, type CodeListRows, CodeLists } from '../../domain/codes/codes.js'
import { parseIdentity } from '../../domain/codes/identity.js'
import { excerpt, listBounds, shortened, someFaults, type TextKind, textFault } from '../../domain/input-bounds.js'
import type { Text } from '../../domain/text/language.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import { formatCount, Refusal } from '../../errors.js'
import { didYouMean } from '../input/messages.js'
import { notCode } from '../input/row.js'
import { type Line, type Report, readLines } from './lines.js'

const named = ['name_en', 'name_zh', 'description'] as const
const ofCategory = ['dimension', 'code', 'parent', 'group', 'members', ...named, 'synonyms'] as const
const ofMetric = ['code', 'additivity', 'identity', ...named, 'synonyms'] as const

type Labelled = Line<(typeof named)[number]>
type CategoryLine = Line<(typeof ofCategory)[number]>
type AnyLine = Line<(typeof ofCategory)[number] | 'additivity' | 'identity'>

/**
 * Reads code lists from their three CSV files. Throws BAD_USER_INPUT with every fault on a line, by file, row and column:
 * malformed and duplicate codes, and unknown parents, members and dimensions.
 */
export const readCodeLists = (texts: {
  readonly dimensions: string
  readonly metrics: string
  readonly categories: string
}): CodeListRows =>
  reported((report) => {
    const files = {
      dimensions: readLines('dimensions.csv', texts.dimensions, ['code', ...named], report),
      metrics: readLines('metrics.csv', texts.metrics, ofMetric, report, without(ofMetric)),
      categories: readLines('categories.csv', texts.categories, ofCategory, report, without(ofCategory)),
    }
    const dimensions = withinBounds(files.dimensions, report)
    const metrics = withinBounds(files.metrics, report)
    const categories = withinBounds(files.categories, report)
    // The checks below compare the files.
    if (!dimensions || !metrics || !categories) return null
    const dimensionCodes = checkCodes('code', dimensions, report).get('')?.keys() ?? []
    checkCodes('code', metrics, report)
    checkIdentities(metrics, none, report)
    checkCategories(categories, [...dimensionCodes], none, report)
    return {
      dimensions: dimensions.map((line) => ({ code: line.cells.code, ...textsOf(line) })),
      metrics: metrics.flatMap((line) => metricOf(line, none, report)),
      categories: categories.map((line) => categoryOf(line, report)),
    }
  })

/**
 * Reads additions to code lists from one CSV file. A row with a dimension and a code is a category, one with a dimension
 * only is a dimension, and one with a code only is a metric. References may point to `others`. Throws as `readCodeLists`.
 */
export const readCodes = (text: string, file: string, others: CodeLists): CodeListRows =>
  reported((report) => {
    const found = readLines(file, text, [...ofCategory, 'additivity', 'identity'], report, ['dimension', 'code'])
    const lines = withinBounds(found, report)
    if (!lines) return null
    const ofDimensions = lines.filter(({ cells }) => cells.dimension !== '' && cells.code === '')
    const ofMetrics = lines.filter(({ cells }) => cells.dimension === '')
    const categories = lines.filter(({ cells }) => cells.dimension !== '' && cells.code !== '')
    for (const line of ofDimensions)
      refuseFilled(line, 'a dimension', [...forCategories, 'additivity', 'identity', 'synonyms'], report)
    for (const line of ofMetrics) refuseFilled(line, 'a metric, or lacks its dimension', forCategories, report)
    for (const line of categories) refuseFilled(line, 'a category', ['additivity', 'identity'], report)
    const dimensionCodes = checkCodes('dimension', ofDimensions, report).get('')?.keys() ?? []
    checkCodes('code', ofMetrics, report)
    checkIdentities(ofMetrics, others, report)
    checkCategories(categories, [...others.dimensions.map(({ code }) => code), ...dimensionCodes], others, report)
    return {
      dimensions: ofDimensions.map((line) => ({ code: line.cells.dimension, ...textsOf(line) })),
      metrics: ofMetrics.flatMap((line) => metricOf(line, others, report, ' A row without a dimension is a metric.')),
      categories: categories.map((line) => categoryOf(line, report)),
    }
  })

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

function metricOf(
  line: Line<(typeof ofMetric)[number]>,
  others: CodeLists,
  report: Report,
  why = '',
): CodeListRows['metrics'][number][] {
  const { code, additivity: cell } = line.cells
  const additivity = additivities.find((each) => each === cell) ?? null
  if (additivity !== null || (cell === '' && others.metric(code) !== null))
    return [{ code, ...textsOf(line), ...synonymsOf(line, report), ...identityOf(line), additivity }]
  const isNew =
    cell === ''
      ? unknown(
          `metric "${code}"`,
          code,
          others.metrics.map((each) => each.code),
        )
      : null
  const wrong = isNew === null ? `"${excerpt(cell)}" is not one of` : `${isNew} A new metric needs one of`
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

const forCategories = ['parent', 'group', 'members'] as const

function refuseFilled(line: AnyLine, what: string, columns: readonly (keyof AnyLine['cells'])[], report: Report): void {
  for (const column of columns)
    if (line.cells[column] !== '') report(line, column, `This row is ${what}. Leave the cell empty.`)
}

function checkCodes<Column extends 'code' | 'dimension', L extends Line<Column>>(
  column: Column,
  lines: readonly L[],
  report: Report,
  dimensionOf: (line: L) => string = () => '',
): Map<string, Map<string, L>> {
  const found = new Map<string, Map<string, L>>()
  for (const line of lines) {
    const code = line.cells[column]
    const dimension = dimensionOf(line)
    const codes = found.get(dimension) ?? new Map<string, L>()
    found.set(dimension, codes)
    const twin = codes.get(code)
    if (!isCode(code)) report(line, column, `${notCode(code)}.`)
    else if (twin) report(line, column, `"${code}" occurs already in row ${twin.row}.`)
    else codes.set(code, line)
  }
  return found
}

function checkCategories(
  lines: readonly CategoryLine[],
  dimensions: readonly string[],
  others: CodeLists,
  report: Report,
): void {
  const found = checkCodes('code', lines, report, (line) => line.cells.dimension)
  for (const line of lines) {
    const { dimension, code, parent, group, members } = line.cells
    const siblings = found.get(dimension) ?? new Map<string, CategoryLine>()
    const refuseUnknown = (column: 'parent' | 'members', other: string): void => {
      if (siblings.has(other) || others.category({ dimension, code: other })) return
      const there = others.categories.filter((each) => each.dimension.code === dimension).map((each) => each.code)
      report(line, column, unknown(`category "${dimension}:${other}"`, other, [...siblings.keys(), ...there]))
    }
    if (!dimensions.includes(dimension))
      report(line, 'dimension', unknown(`dimension "${dimension}"`, dimension, dimensions))
    if (!['', 'yes', removal].includes(group))
      report(line, 'group', `"${excerpt(group)}" is not "yes" or "-". A group cuts across the tree of categories.`)
    if (parent !== '' && parent !== removal) refuseUnknown('parent', parent)
    if (isUnderItself(line, siblings, others)) report(line, 'parent', `${code} would be its own ancestor.`)
    const codes = listed(members)
    if (codes.length > listBounds.values) {
      report(
        line,
        'members',
        `There are ${formatCount(codes.length)} members, and ${formatCount(listBounds.values)} are allowed.`,
      )
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

function isUnderItself(line: CategoryLine, siblings: ReadonlyMap<string, CategoryLine>, others: CodeLists): boolean {
  const { dimension, code: start } = line.cells
  const above = (code: string): string => {
    const stated = siblings.get(code)?.cells.parent ?? ''
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

/** A cell that removes a value. An empty cell keeps it. */
const removal = '-'

const codes: ReadonlySet<string> = new Set(['dimension', 'code', 'parent', 'members', 'identity'])
const texts: Readonly<Record<string, TextKind>> = { name_en: 'name', name_zh: 'name', description: 'description' }

function withinBounds<Name extends string>(
  lines: readonly Line<Name>[] | null,
  report: Report,
): readonly Line<Name>[] | null {
  return lines?.map((line) => ({ ...line, cells: cellsOf(line, report) })) ?? null
}

function cellsOf<Name extends string>(line: Line<Name>, report: Report): Line<Name>['cells'] {
  const cells = Object.entries<string>(line.cells).map(([column, text]) => {
    if (codes.has(column)) return [column, codeText(text)]
    const kind = texts[column]
    const fault = kind === undefined ? null : textFault(text, kind)
    if (fault !== null) report(line, column, `This text ${fault.message}`)
    return [column, text]
  })
  return Object.fromEntries(cells)
}

const textOrNull = (cell: string): string | null => (cell === '' ? null : cell === removal ? '' : unescapeFormula(cell))

function synonymsOf(line: Line<'synonyms'>, report: Report): { synonyms?: readonly string[] } {
  const { synonyms: cell } = line.cells
  if (cell === '') return {}
  const words = cell === removal ? [] : unescapeFormula(cell).split(/[;；]/)
  const synonyms = words.map((word) => word.trim()).filter((word) => word !== '')
  const fault = synonyms.map((word) => textFault(word, 'synonym')).find((each) => each !== null)
  if (fault) report(line, 'synonyms', `A synonym ${fault.message}`)
  if (synonyms.length > listBounds.synonyms)
    report(
      line,
      'synonyms',
      `There are ${formatCount(synonyms.length)} synonyms, and ${listBounds.synonyms} are allowed.`,
    )
  return { synonyms }
}

const identityOf = ({ cells: { identity } }: Line<'identity'>): { identity?: string } =>
  identity === '' ? {} : { identity: identity === removal ? '' : identity.trim() }
