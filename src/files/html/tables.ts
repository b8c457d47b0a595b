import { setImmediate } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import { formatCount, refuse } from '../../errors.js'

interface HtmlCell {
  text: string
  readonly columns: number
  /** The value is Infinity for a cell that spans the rest of the table. */
  readonly rows: number
}

export interface HtmlTable {
  readonly caption: string
  readonly rows: readonly (readonly HtmlCell[])[]
}

interface OpenTable {
  caption: string
  readonly rows: HtmlCell[][]
  into: { text: string } | null
  hasTables: boolean
}

const maxRows = 100_000
const maxTables = 10_000
/** The parser searches all open elements for each closing tag. */
const maxDepth = 1000
const maxText = textBounds.description.most
const pieceSize = 65_536

/** Parses the tables of a page that contain no other table, in order of their ends. Throws BAD_USER_INPUT beyond a bound. */
export async function tablesOf(html: string): Promise<HtmlTable[]> {
  const reader = new TableReader()
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  })
  for (let from = 0; from < html.length; from += pieceSize) {
    parser.write(html.slice(from, from + pieceSize))
    await setImmediate() // lets others have a turn
  }
  parser.end()
  return reader.end()
}

class TableReader {
  readonly #tables: HtmlTable[] = []
  readonly #open: OpenTable[] = []
  #hiddenAt: number | null = null
  #superscripts = 0
  #rows = 0
  #depth = 0

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.#depth > maxDepth)
      refuse(`The page has elements nested more than ${formatCount(maxDepth)} levels deep, which is the limit.`)
    if (this.#hiddenAt !== null) return
    const table = this.#open.at(-1)
    if (isHidden(name, attributes)) this.#hiddenAt = this.#depth
    else if (name === 'sup') this.#superscripts++
    else if (name === 'table') this.#begin(table)
    else if (table === undefined) return
    else if (name === 'tr') this.#row(table)
    else if (name === 'caption') table.into = { text: '' }
    else if (name === 'td' || name === 'th') this.#cell(table, attributes)
    else if (isBreak(name)) this.text(' ')
  }

  text(text: string): void {
    const into = this.#open.at(-1)?.into
    if (into && this.#hiddenAt === null) into.text += this.#superscripts > 0 ? marked(text) : text
  }

  close(name: string): void {
    const depth = this.#depth--
    if (this.#hiddenAt !== null) {
      if (depth === this.#hiddenAt) this.#hiddenAt = null
      return
    }
    if (name === 'sup') this.#superscripts = Math.max(0, this.#superscripts - 1)
    const table = this.#open.at(-1)
    if (table === undefined) return
    if (name === 'table') this.#finish()
    else if (name === 'caption') {
      table.caption = table.into?.text ?? ''
      table.into = null
    } else if (name === 'td' || name === 'th' || name === 'tr') table.into = null
    else if (isBreak(name)) this.text(' ')
  }

  end(): HtmlTable[] {
    while (this.#open.length > 0) this.#finish()
    return this.#tables
  }

  #begin(around: OpenTable | undefined): void {
    if (around) around.hasTables = true
    if (this.#open.push({ caption: '', rows: [], into: null, hasTables: false }) + this.#tables.length > maxTables)
      refuse(`The page has more than ${formatCount(maxTables)} tables, which is the limit.`)
  }

  #row(table: OpenTable): void {
    table.into = null
    table.rows.push([])
    if (++this.#rows > maxRows)
      refuse(`The page has more than ${formatCount(maxRows)} rows of tables, which is the limit.`)
  }

  #cell(table: OpenTable, { colspan, rowspan }: Readonly<Record<string, string>>): void {
    if (table.rows.length === 0) this.#row(table)
    const rows = spanOf(rowspan, 'rows')
    const cell = {
      text: '',
      columns: spanOf(colspan, 'columns') || 1,
      rows: rows === 0 ? Number.POSITIVE_INFINITY : rows,
    }
    table.rows.at(-1)?.push(cell)
    table.into = cell
  }

  #finish(): void {
    const table = this.#open.pop()
    if (table === undefined || table.hasTables) return
    for (const cells of table.rows) for (const cell of cells) cell.text = collapsed(cell.text)
    this.#tables.push({ caption: collapsed(table.caption), rows: table.rows })
  }
}

export const isHidden = (name: string, { hidden, style = '' }: Readonly<Record<string, string>>): boolean =>
  ['script', 'style', 'template', 'del', 's', 'strike'].includes(name) ||
  hidden !== undefined ||
  /display:\s*none|visibility:\s*hidden/i.test(style)

/** Writes a superscript so that it never becomes part of a number or a name: ¹, or (a). */
function marked(text: string): string {
  const mark = text.trim()
  if (/^\d+$/.test(mark)) return [...mark].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
  return mark === '' ? text : ` (${mark})`
}

const isBreak = (name: string): boolean => name === 'br' || name === 'p' || name === 'div' || name === 'li'

/** Joins white space as browsers do. Spaces that do not break are kept, since they indent labels. */
function collapsed(text: string): string {
  const joined = text.replace(/[ \t\r\n\f]+/g, ' ').replace(/^ | $/g, '')
  if (joined.length <= maxText) return joined
  return refuse(`A cell of the page has more than ${formatCount(maxText)} characters, which is the limit.`)
}

function spanOf(text: string | undefined, what: string): number {
  const digits = text?.trim() ?? ''
  if (digits === '') return 1
  return /^\d{1,15}$/.test(digits)
    ? Number(digits)
    : refuse(`A cell spans "${excerpt(digits)}" ${what}. Write a number.`)
}
