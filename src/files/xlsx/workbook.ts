import { posix } from 'node:path'
import { excerpt, listBounds, textBounds } from '../../domain/input-bounds.js'
import { formatCount } from '../../errors.js'
import { didYouMean } from '../input/messages.js'
import { wrong } from '../input/row.js'
import { matched } from '../table-map/header-text.js'
import { type Attributes, type Package, readWholeXml } from './package.js'

interface Sheet {
  readonly name: string
  readonly part: string
  readonly isVisible: boolean
}

export interface Book {
  readonly sheets: readonly Sheet[]
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
}

interface Relation {
  readonly id: string
  readonly is: string
  readonly target: string
}

const small = 16 * 1024 * 1024
const large = 64 * 1024 * 1024
const longestFormat = 500 // Excel takes 255
const maxStrings = 1_000_000
const noWorkbook = 'This ZIP archive is not an Excel workbook. Save the table as .xlsx, or as CSV in UTF-8.'

export async function readBook(parts: Package): Promise<Book> {
  if (!parts.has('_rels/.rels')) return wrong(noWorkbook)
  const main = (await relations(parts, '')).find(({ is }) => is === 'officeDocument')?.target
  if (main === undefined || !main.endsWith('.xml')) return wrong(noWorkbook)
  const related = await relations(parts, main)
  const partOf = (is: string) => related.find((each) => each.is === is)?.target
  const sheets = await sheetsOf(parts, main, related)
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    sheets,
    strings: strings === undefined ? [] : await stringsOf(parts, strings),
    formats: styles === undefined ? [] : await formatsOf(parts, styles),
  }
}

/**
 * Finds a sheet by name, otherwise by name pattern, otherwise the only visible one. Throws BAD_USER_INPUT with the names of
 * the sheets if there is none or more than one.
 */
export function sheetOf({ sheets }: Book, wanted: string | null, pattern: string | null): Sheet {
  const names = (some: readonly Sheet[]) => {
    const more = some.length > 10 ? ` and ${some.length - 10} more` : ''
    return (
      some
        .slice(0, 10)
        .map(({ name }) => `"${name}"`)
        .join(', ') + more
    )
  }
  if (wanted !== null) {
    const named = sheets.find(({ name }) => name === wanted)
    const all = sheets.map(({ name }) => name)
    return (
      named ??
      wrong(
        `There is no sheet "${excerpt(wanted, 100)}". ${didYouMean(wanted, all) || `The sheets are ${names(sheets)}.`}`,
      )
    )
  }
  if (pattern !== null) {
    const alike = sheets.filter(({ name }) => matched(name, pattern) !== null)
    const [only = null] = alike
    if (only !== null && alike.length === 1) return only
    const found = only === null ? `No sheet is` : `${alike.length} sheets are`
    return wrong(
      `${found} named "${pattern}", as the map requires. The sheets are ${names(sheets)}. Name the one to read.`,
    )
  }
  const visible = sheets.filter(({ isVisible }) => isVisible)
  const [only = null] = visible
  if (only === null) return wrong(`All sheets are hidden (${names(sheets)}). Name the one to read, or unhide it.`)
  if (visible.length === 1) return only
  return wrong(`The workbook has ${visible.length} sheets, ${names(visible)}. Name the one to read.`)
}

async function relations(parts: Package, part: string): Promise<Relation[]> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
  const found: Relation[] = []
  await readWholeXml(parts.read(name, small), name, {
    open(element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (element !== 'Relationship' || mode === 'External') return
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target)
      found.push({ id, is: posix.basename(type), target: path })
    },
  })
  return found
}

async function sheetsOf(parts: Package, main: string, related: readonly Relation[]): Promise<Sheet[]> {
  const targets = new Map(related.flatMap(({ id, is, target }) => (is === 'worksheet' ? [[id, target]] : [])))
  const sheets: Sheet[] = []
  let root: string | null = null
  await readWholeXml(parts.read(main, small), main, {
    open(element, attributes, around) {
      root ??= element
      if (element !== 'sheet' || around.at(-1) !== 'sheets') return
      const { name = '', state = 'visible' } = attributes
      const part = targets.get(relationId(attributes))
      // Chart sheets have no cells.
      if (part === undefined) return
      if (name.length > textBounds.sheetName.most)
        wrong(
          `The sheet "${excerpt(name)}" has a name of ${name.length} characters, and ${textBounds.sheetName.most} are allowed.`,
        )
      if (sheets.push({ name, part, isVisible: state === 'visible' }) > listBounds.sheets)
        wrong(`The workbook has more than ${formatCount(listBounds.sheets)} sheets. Save the one to read separately.`)
    },
  })
  if (root !== 'workbook') return wrong(noWorkbook)
  return sheets.length > 0 ? sheets : wrong('The workbook has no sheet with cells.')
}

const relationId = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

async function stringsOf(parts: Package, part: string): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  await readWholeXml(parts.read(part, large), part, {
    open(element) {
      if (element === 'si') text = ''
    },
    text(found, around) {
      if (isText(around)) text += found
    },
    close(element) {
      if (element === 'si' && strings.push(unescaped(text)) > maxStrings)
        wrong(`The workbook has more than ${formatCount(maxStrings)} texts. Save the sheet as CSV in UTF-8.`)
    },
  })
  return strings
}

/** Recognises the text of a cell, as opposed to its phonetic guide. */
export const isText = (around: readonly string[]): boolean => around.at(-1) === 't' && !around.includes('rPh')

export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

async function formatsOf(parts: Package, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  await readWholeXml(parts.read(part, small), part, {
    open(element, { numFmtId = '0', formatCode = '' }, around) {
      if (formatCode.length > longestFormat)
        wrong(
          `The workbook has a number format of ${formatCount(formatCode.length)} characters, and ${longestFormat} are allowed.`,
        )
      if (element === 'numFmt' && around.at(-1) === 'numFmts') codes.set(Number(numFmtId), formatCode)
      if (element === 'xf' && around.at(-1) === 'cellXfs') ids.push(Number(numFmtId))
    },
  })
  return ids.map((id) => formatOf(id, codes.get(id)))
}

export interface NumberFormat {
  readonly shows: 'number' | 'date' | 'percent' | 'scaled'
  readonly decimals: number
}

export const general: NumberFormat = { shows: 'number', decimals: 0 }

const builtIn: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  39: '#,##0.00',
  40: '#,##0.00',
  43: '#,##0.00',
  44: '#,##0.00',
}

const isDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Interprets a number format by its id, and its code if the workbook defines one. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined && isDate(id)) return { shows: 'date', decimals: 0 }
  const plain = (code ?? builtIn[id] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^[\]]*\]|General|G\/通用格式/gi, '')
  const [first = ''] = plain.split(';')
  const withoutExponent = plain.replace(/E[+-]/gi, '')
  if (/[ymdhsbeg]/i.test(withoutExponent)) return { shows: 'date', decimals: 0 }
  if (first.includes('%')) return { shows: 'percent', decimals: 0 }
  if (/[0#?],+(?![0#?,])/.test(first)) return { shows: 'scaled', decimals: 0 }
  const fraction = withoutExponent === plain ? (/\.([0#?]*)/.exec(first)?.[1] ?? '') : ''
  return { shows: 'number', decimals: fraction.lastIndexOf('0') + 1 }
}
