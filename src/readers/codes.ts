import { additivities, type CodeListRows, isCode } from '../domain/codes.js'
import type { Text } from '../domain/language.js'
import { nearest } from '../domain/nearest.js'
import { Refusal } from '../errors.js'
import { type Line, type Report, sheet } from './sheet.js'

const named = ['name_en', 'name_zh', 'description'] as const

/**
 * The code lists from the texts of their three CSV files. BAD_USER_INPUT names everything that is wrong, a line each,
 * by file, row and column: codes that are none, or are there twice, and parents, members and dimensions that are not.
 */
export function readCodeLists(texts: {
  readonly dimensions: string
  readonly metrics: string
  readonly categories: string
}): CodeListRows {
  const wrong: string[] = []
  const report: Report = ({ file, row }, column, message) =>
    wrong.push(`${file}, row ${row}${column === null ? '' : `, column "${column}"`}: ${message}`)
  const dimensions = sheet('dimensions.csv', texts.dimensions, ['code', ...named], report)
  const metrics = sheet('metrics.csv', texts.metrics, ['code', 'additivity', ...named], report)
  const categories = sheet(
    'categories.csv',
    texts.categories,
    ['dimension', 'code', 'parent', 'group', 'members', ...named],
    report,
  )
  // What follows compares the files, and would find fault with all of one for the lack of another.
  if (!dimensions || !metrics || !categories) throw new Refusal('BAD_USER_INPUT', wrong.join('\n'))
  const dimensionCodes = checkCodes(dimensions, report).get('')?.keys() ?? []
  checkCodes(metrics, report)
  checkCategories(categories, [...dimensionCodes], report)
  const lists: CodeListRows = {
    dimensions: dimensions.map(labelled),
    metrics: metrics.flatMap((line) => {
      const additivity = additivities.find((each) => each === line.cells.additivity)
      if (additivity) return { ...labelled(line), additivity }
      report(line, 'additivity', `"${line.cells.additivity}" is none of ${additivities.join(', ')}.`)
      return []
    }),
    categories: categories.map((line) => ({
      ...labelled(line),
      dimension: line.cells.dimension,
      parent: line.cells.parent || null,
      isAggregate: line.cells.group === 'yes',
      members: line.cells.members === '' ? null : line.cells.members.split(' '),
    })),
  }
  if (wrong.length > 0) throw new Refusal('BAD_USER_INPUT', wrong.join('\n'))
  return lists
}

type Labelled = Line<'code' | (typeof named)[number]>
type CategoryLine = Line<'dimension' | 'code' | 'parent' | 'group' | 'members' | (typeof named)[number]>

function labelled({ cells }: Labelled): { code: string; name: Text; description: string | null } {
  return {
    code: cells.code,
    name: { en: cells.name_en || null, zh: cells.name_zh || null },
    description: cells.description || null,
  }
}

/** The lines of a file by dimension, where it has that column, and code. */
function checkCodes<L extends Line<'code'>>(
  lines: readonly L[],
  report: Report,
  dimensionOf: (line: L) => string = () => '',
): Map<string, Map<string, L>> {
  const found = new Map<string, Map<string, L>>()
  for (const line of lines) {
    const { code } = line.cells
    const dimension = dimensionOf(line)
    const codes = found.get(dimension) ?? new Map<string, L>()
    found.set(dimension, codes)
    const twin = codes.get(code)
    if (!isCode(code)) report(line, 'code', `"${code}" is not a code: write letters, digits and "_" only.`)
    else if (twin) report(line, 'code', `"${code}" is there already, in row ${twin.row}.`)
    else codes.set(code, line)
  }
  return found
}

function checkCategories(lines: readonly CategoryLine[], dimensions: readonly string[], report: Report): void {
  const found = checkCodes(lines, report, (line) => line.cells.dimension)
  for (const line of lines) {
    const { dimension, code, parent, group, members } = line.cells
    const siblings = found.get(dimension) ?? new Map<string, CategoryLine>()
    if (!dimensions.includes(dimension))
      report(line, 'dimension', unknown(`dimension "${dimension}"`, dimension, dimensions))
    if (group !== '' && group !== 'yes')
      report(line, 'group', `"${group}" is neither "yes" nor nothing: a group cuts across the tree, all else does not.`)
    if (parent !== '' && !siblings.has(parent))
      report(line, 'parent', unknown(`category "${dimension}:${parent}"`, parent, [...siblings.keys()]))
    else if (isUnderItself(line, siblings))
      report(line, 'parent', `${code} would stand below itself: a tree has no circles.`)
    if (members === '') continue
    if (group !== 'yes') report(line, 'members', 'Only a group has members: write "yes" in the column "group".')
    const listed = members.split(' ')
    for (const member of new Set(listed)) {
      if (!siblings.has(member))
        report(line, 'members', unknown(`category "${dimension}:${member}"`, member, [...siblings.keys()]))
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
