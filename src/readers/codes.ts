import { additivities, type CodeListRows, isCode } from '../domain/codes.js'
import type { Text } from '../domain/language.js'
import { nearest } from '../domain/nearest.js'
import { unguard } from '../domain/spreadsheet.js'
import { Refusal } from '../errors.js'
import { type Line, type Report, sheet } from './sheet.js'

const named = ['name_en', 'name_zh', 'description'] as const
const ofCategory = ['dimension', 'code', 'parent', 'group', 'members', ...named] as const
const optional = ['synonyms'] as const

type Labelled = Line<(typeof named)[number]>
type CategoryLine = Line<(typeof ofCategory)[number], 'synonyms'>
type AnyLine = Line<(typeof ofCategory)[number] | 'additivity', 'synonyms'>

/**
 * The code lists from the texts of their three CSV files. BAD_USER_INPUT names everything that is wrong, a line each,
 * by file, row and column: codes that are none, or are there twice, and parents, members and dimensions that are not.
 */
export const readCodeLists = (texts: {
  readonly dimensions: string
  readonly metrics: string
  readonly categories: string
}): CodeListRows =>
  reported((report) => {
    const dimensions = sheet('dimensions.csv', texts.dimensions, ['code', ...named], report)
    const metrics = sheet('metrics.csv', texts.metrics, ['code', 'additivity', ...named], report, optional)
    const categories = sheet('categories.csv', texts.categories, ofCategory, report, optional)
    // What follows compares the files, and would find fault with all of one for the lack of another.
    if (!dimensions || !metrics || !categories) return null
    const dimensionCodes = checkCodes('code', dimensions, report).get('')?.keys() ?? []
    checkCodes('code', metrics, report)
    checkCategories(categories, [...dimensionCodes], report)
    return {
      dimensions: dimensions.map((line) => ({ code: line.cells.code, ...textsOf(line) })),
      metrics: metrics.flatMap((line) => metricOf(line, report)),
      categories: categories.map(categoryOf),
    }
  })

/**
 * The code lists from the text of one CSV file. A row with a dimension and a code is a category, one with a dimension
 * alone is the dimension, one with an additivity is a metric. What they refer to may be elsewhere, in the store; all
 * else is refused as by `readCodeLists`.
 */
export const readCodes = (text: string, file: string): CodeListRows =>
  reported((report) => {
    const lines = sheet(file, text, [...ofCategory, 'additivity'], report, optional)
    if (!lines) return null
    const ofDimensions = lines.filter(({ cells }) => cells.dimension !== '' && cells.code === '')
    const ofMetrics = lines.filter(({ cells }) => cells.dimension === '')
    const categories = lines.filter(({ cells }) => cells.dimension !== '' && cells.code !== '')
    for (const line of ofDimensions)
      refuseFilled(line, 'a dimension', [...forCategories, 'additivity', 'synonyms'], report)
    for (const line of ofMetrics) refuseFilled(line, 'a metric, or lacks its dimension', forCategories, report)
    for (const line of categories) refuseFilled(line, 'a category', ['additivity'], report)
    checkCodes('dimension', ofDimensions, report)
    checkCodes('code', ofMetrics, report)
    checkCategories(categories, null, report)
    return {
      dimensions: ofDimensions.map((line) => ({ code: line.cells.dimension, ...textsOf(line) })),
      metrics: ofMetrics.flatMap((line) => metricOf(line, report, ' A row without a dimension is a metric.')),
      categories: categories.map(categoryOf),
    }
  })

/** What `read` makes of its files; BAD_USER_INPUT with all that it reported where there is something wrong. */
function reported(read: (report: Report) => CodeListRows | null): CodeListRows {
  const wrong: string[] = []
  const lists = read(({ file, row }, column, message) =>
    wrong.push(`${file}, row ${row}${column === null ? '' : `, column "${column}"`}: ${message}`),
  )
  if (lists === null || wrong.length > 0) throw new Refusal('BAD_USER_INPUT', wrong.join('\n'))
  return lists
}

function textsOf({ cells }: Labelled): { name: Text; description: string | null } {
  const text = (cell: string): string | null => unguard(cell) || null
  return { name: { en: text(cells.name_en), zh: text(cells.name_zh) }, description: text(cells.description) }
}

/** An empty cell leaves those that there are, a hyphen takes them away. */
function synonymsOf({ cells: { synonyms = '' } }: Line<never, 'synonyms'>): { synonyms?: readonly string[] } {
  if (synonyms === '') return {}
  const words = synonyms === '-' ? [] : unguard(synonyms).split(/[;；]/)
  return { synonyms: words.map((word) => word.trim()).filter((word) => word !== '') }
}

function metricOf(
  line: Line<'code' | 'additivity' | (typeof named)[number], 'synonyms'>,
  report: Report,
  why = '',
): CodeListRows['metrics'][number][] {
  const additivity = additivities.find((each) => each === line.cells.additivity)
  if (additivity) return [{ code: line.cells.code, ...textsOf(line), ...synonymsOf(line), additivity }]
  report(line, 'additivity', `"${line.cells.additivity}" is none of ${additivities.join(', ')}.${why}`)
  return []
}

function categoryOf(line: CategoryLine): CodeListRows['categories'][number] {
  const { dimension, code, parent, group, members } = line.cells
  return {
    dimension,
    code,
    ...textsOf(line),
    ...synonymsOf(line),
    parent: parent || null,
    isAggregate: group === 'yes',
    members: members === '' ? null : members.split(' '),
  }
}

const forCategories = ['parent', 'group', 'members'] as const

function refuseFilled(line: AnyLine, what: string, columns: readonly (keyof AnyLine['cells'])[], report: Report): void {
  for (const column of columns)
    if ((line.cells[column] ?? '') !== '') report(line, column, `This row is ${what}: leave the cell empty.`)
}

/** The lines of a file by dimension, where it has that column, and code, which stands in one of its columns. */
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
    if (!isCode(code)) report(line, column, noCode(code))
    else if (twin) report(line, column, `"${code}" is there already, in row ${twin.row}.`)
    else codes.set(code, line)
  }
  return found
}

const noCode = (text: string): string => `"${text}" is not a code: write letters, digits and "_" only.`

/** Without `dimensions` a category may be of one that is elsewhere, and its parent and members may be there too. */
function checkCategories(lines: readonly CategoryLine[], dimensions: readonly string[] | null, report: Report): void {
  const found = checkCodes('code', lines, report, (line) => line.cells.dimension)
  for (const line of lines) {
    const { dimension, code, parent, group, members } = line.cells
    const siblings = found.get(dimension) ?? new Map<string, CategoryLine>()
    const isKnown = (other: string): boolean => siblings.has(other) || (dimensions === null && isCode(other))
    const lacks = (other: string): string =>
      dimensions === null ? noCode(other) : unknown(`category "${dimension}:${other}"`, other, [...siblings.keys()])
    if (dimensions === null && !isCode(dimension)) report(line, 'dimension', noCode(dimension))
    if (dimensions !== null && !dimensions.includes(dimension))
      report(line, 'dimension', unknown(`dimension "${dimension}"`, dimension, dimensions))
    if (group !== '' && group !== 'yes')
      report(line, 'group', `"${group}" is neither "yes" nor nothing: a group cuts across the tree, all else does not.`)
    if (parent !== '' && !isKnown(parent)) report(line, 'parent', lacks(parent))
    else if (isUnderItself(line, siblings))
      report(line, 'parent', `${code} would stand below itself: a tree has no circles.`)
    if (members === '') continue
    if (group !== 'yes') report(line, 'members', 'Only a group has members: write "yes" in the column "group".')
    const listed = members.split(' ')
    for (const member of new Set(listed)) {
      if (!isKnown(member)) report(line, 'members', lacks(member))
      if (member === code) report(line, 'members', `${code} cannot be a member of itself.`)
      if (listed.indexOf(member) !== listed.lastIndexOf(member)) report(line, 'members', `${member} is there twice.`)
    }
  }
}

function isUnderItself(line: CategoryLine, siblings: ReadonlyMap<string, CategoryLine>): boolean {
  const above = new Set<CategoryLine>()
  for (let next = siblings.get(line.cells.parent); next && !above.has(next); next = siblings.get(next.cells.parent)) {
    if (next === line) return true
    above.add(next)
  }
  return false
}

function unknown(what: string, code: string, codes: readonly string[]): string {
  const alike = nearest(code, codes)
  const advice = alike.length > 0 ? ` Did you mean ${alike.join(', ')}?` : ''
  return `There is no ${what}.${advice}`
}
