import { posix } from 'node:path'
import { excerpt, listBounds, textBounds } from '../../domain/input-bounds.js'
import { formatCount, refuse } from '../../errors.js'
import { didYouMean } from '../input/messages.js'
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
  /** Indicates that dates count from 1904, as on old Macintoshes. */
  readonly from1904: boolean
}

interface Relation {
  readonly id: string
  readonly is: string
  readonly target: string
}

const small = 16 * 1024 * 1024
const large = 64 * 1024 * 1024
const longestName = textBounds.sheetName.most
const longestFormat = 500 // Excel takes 255
const maxStrings = 1_000_000
const noWorkbook = 'This ZIP archive is not an Excel workbook. Save the table as .xlsx, or as CSV in UTF-8.'

export async function readBook(parts: Package): Promise<Book> {
  if (!parts.has('_rels/.rels')) return refuse(noWorkbook)
  const main = (await relations(parts, '')).find(({ is }) => is === 'officeDocument')?.target
  if (main === undefined || !main.endsWith('.xml')) return refuse(noWorkbook)
  const related = await relations(parts, main)
  const partOf = (is: string) => related.find((each) => each.is === is)?.target
  const { sheets, from1904 } = await sheetsOf(parts, main, related)
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    sheets,
    from1904,
    strings: strings === undefined ? [] : await stringsOf(parts, strings),
    formats: styles === undefined ? [] : await formatsOf(parts, styles),
  }
}

/**
 * Finds a sheet by name, otherwise by name pattern, otherwise the only visible one. Throws BAD_USER_INPUT with the names of
 * the sheets if there is none or more than one.
 */
export function sheetOf({ sheets }: Book, wanted: string | null, pattern: string | null): Sheet {
  if (wanted !== null) {
    const named = sheets.find(({ name }) => name === wanted)
    if (named !== undefined) return named
    const names = sheets.map(({ name }) => name)
    const advice = didYouMean(wanted, names) || `The sheets are ${listed(sheets)}.`
    return refuse(`There is no sheet "${excerpt(wanted, 100)}". ${advice}`)
  }
  const alike = sheets.filter(({ name, isVisible }) => (pattern === null ? isVisible : matched(name, pattern) !== null))
  const [only] = alike
  if (only !== undefined && alike.length === 1) return only
  if (pattern !== null) {
    const found = only === undefined ? 'No sheet is' : `${alike.length} sheets are`
    const required = `${found} named "${pattern}", as the map requires.`
    return refuse(`${required} The sheets are ${listed(sheets)}. Name the one to read.`)
  }
  if (only === undefined)
    return refuse(`All sheets are hidden (${listed(sheets)}). Name the one to read, or unhide it.`)
  return refuse(`The workbook has ${alike.length} sheets, ${listed(alike)}. Name the one to read.`)
}

function listed(sheets: readonly Sheet[]): string {
  const names = sheets.slice(0, 10).map(({ name }) => `"${name}"`)
  return names.join(', ') + (sheets.length > 10 ? ` and ${sheets.length - 10} more` : '')
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

async function sheetsOf(
  parts: Package,
  main: string,
  related: readonly Relation[],
): Promise<Pick<Book, 'sheets' | 'from1904'>> {
  const targets = new Map(related.flatMap(({ id, is, target }) => (is === 'worksheet' ? [[id, target]] : [])))
  const sheets: Sheet[] = []
  let root: string | null = null
  let from1904 = false
  await readWholeXml(parts.read(main, small), main, {
    open(element, attributes, around) {
      root ??= element
      if (element === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (element !== 'sheet' || around.at(-1) !== 'sheets') return
      const { name = '', state = 'visible' } = attributes
      const part = targets.get(relationId(attributes))
      // Chart sheets have no cells.
      if (part === undefined) return
      if (name.length > longestName)
        refuse(`The sheet "${excerpt(name)}" has a name of ${name.length} characters, and ${longestName} are allowed.`)
      if (sheets.push({ name, part, isVisible: state === 'visible' }) > listBounds.sheets)
        refuse(`The workbook has more than ${formatCount(listBounds.sheets)} sheets. Save the one to read separately.`)
    },
  })
  if (root !== 'workbook') return refuse(noWorkbook)
  return sheets.length > 0 ? { sheets, from1904 } : refuse('The workbook has no sheet with cells.')
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
        refuse(`The workbook has more than ${formatCount(maxStrings)} texts. Save the sheet as CSV in UTF-8.`)
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
      if (formatCode.length > longestFormat) {
        const count = formatCount(formatCode.length)
        refuse(`The workbook has a number format of ${count} characters, and ${longestFormat} are allowed.`)
      }
      if (element === 'numFmt' && around.at(-1) === 'numFmts') codes.set(Number(numFmtId), formatCode)
      if (element === 'xf' && around.at(-1) === 'cellXfs') ids.push(Number(numFmtId))
    },
  })
  return ids.map((id) => formatOf(id, codes.get(id)))
}

export interface NumberFormat {
  /** `other` is a number with words around it that make another number of it: 0",000", 0" million". */
  readonly shows: 'number' | 'date' | 'percent' | 'scaled' | 'other'
  readonly decimals: number
  /** The maximum of displayed decimals; without it, none is hidden. */
  readonly most?: number
}

export const general: NumberFormat = { shows: 'number', decimals: 0 }

const builtIn: Readonly<Record<number, string>> = {
  ...Object.fromEntries([4, 7, 8, 39, 40, 43, 44].map((id) => [id, '#,##0.00'])),
  1: '0',
  2: '0.00',
  ...Object.fromEntries([3, 5, 6, 37, 38, 41, 42].map((id) => [id, '#,##0'])),
  9: '0%',
  10: '0.00%',
}

const scales =
  'k|m|mn|mln|mio|mill?|bn|bln|b|mrd|tn|trn|thousands?|thous|ths|tsd|millions?|billions?|trillions?|lakhs?|crores?|тыс|млн|млрд'
const scaledBehind = new RegExp(`^[\\s,.'’]*\\d|^[\\s(]*(?:(?:${scales})(?![\\p{L}\\p{N}/])|[百千万萬億亿兆])`, 'iu')
const comparedBefore = /[<>≤≥≦≧≈~]\s*$|\d[\s,.'’]*$/u

/** Indicates that the literals around the digits of a format change the number that is displayed. */
function saysOther(code: string): boolean {
  const [first = ''] = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code) ?? []
  const parts = [...first.matchAll(/"([^"]*)"|\\(.)|([0#?])/g)]
  const [from, to] = [parts.findIndex((part) => part[3]), parts.findLastIndex((part) => part[3])]
  const literals = (some: typeof parts): string => some.map(([, quoted, escaped]) => quoted ?? escaped ?? '').join('')
  return (
    from >= 0 &&
    (comparedBefore.test(literals(parts.slice(0, from))) || scaledBehind.test(literals(parts.slice(to + 1))))
  )
}

const isDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined && isDate(id)) return { shows: 'date', decimals: 0 }
  if (code !== undefined && saysOther(code)) return { shows: 'other', decimals: 0 }
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
  const isFixed = withoutExponent === plain && /[0#?]/.test(first)
  return { shows: 'number', decimals: fraction.lastIndexOf('0') + 1, ...(isFixed && { most: fraction.length }) }
}
