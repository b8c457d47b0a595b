import { codeFrom, unseenFault } from '../../domain/codes/code-text.js'
import type { CategoryRef } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import type { Text } from '../../domain/text/language.js'
import { formatCount } from '../../errors.js'
import { didYouMean, getOwn } from '../input/messages.js'
import { wrong } from '../input/row.js'
import type { CategoryColumn, Level } from './map.js'

export interface TableCategory extends CategoryRef {
  readonly name: Text
  readonly parent: string | null
}

interface TreeEntry {
  readonly category: TableCategory | null
  readonly isNew: boolean
}

interface Indented {
  readonly spaces: number
  readonly code: string
  /** True after a word like "of which": deeper rows may then be its siblings. */
  readonly ofWhich: boolean
}

interface Seen {
  readonly category: TableCategory
  readonly label: string
  readonly row: number
}

export class Tree {
  readonly column: CategoryColumn
  readonly #levels: readonly Level[]
  readonly #seen = new Map<string, Seen>()
  readonly #above: (string | undefined)[] = []
  readonly #indented: Indented[] = []

  constructor(column: CategoryColumn) {
    this.column = column
    this.#levels = column.levels ?? []
  }

  isOnlyOfWhich(text: string): boolean {
    const label = text.trim()
    return label !== '' && this.#withoutOfWhich(label).label === ''
  }

  /**
   * Adds the label of a row, including its leading spaces. Throws BAD_USER_INPUT for a label that no level knows, or that
   * has no parent.
   */
  add(text: string, row: number): TreeEntry {
    if (text.length > textBounds.header.most)
      return wrong(`This label has ${formatCount(text.length)} characters, and ${textBounds.name.most} are allowed.`)
    const { label, ofWhich } = this.#withoutOfWhich(text.trim().normalize('NFC'))
    if (label.length > textBounds.name.most)
      return wrong(`This label has ${formatCount(label.length)} characters, and ${textBounds.name.most} are allowed.`)
    if (label === '') return wrong(`This cell is empty, and the name of ${this.#kinds()} is expected.`)
    if (/[?\p{Cc}\uFFFD]/u.test(label)) return wrong(this.#garbled(label))
    const fault = unseenFault(label)
    if (fault !== null) return wrong(fault)
    const { dimension, total = [], aliases, codes, parents } = this.column
    if (total.includes(label)) {
      this.#above.length = 0
      this.#indented.length = 0
      return { category: null, isNew: false }
    }
    const name = getOwn(aliases, label) ?? label
    const code = getOwn(codes, name) ?? codeFrom(name)
    const above = this.column.indent
      ? this.#outer(widthOf(text), code, ofWhich)
      : this.#levels.length > 0
        ? this.#parent(name, code)
        : null
    const parent = getOwn(parents, code) ?? above
    const known = this.#seen.get(code)
    if (!known) {
      const category = { dimension, code, name: this.#named(name), parent }
      this.#seen.set(code, { category, label, row })
      return { category, isNew: true }
    }
    if (known.label !== label)
      return wrong(
        `"${label}" has the same code as "${known.label}" in row ${known.row}, which is a different category.`,
      )
    if (known.category.parent !== parent)
      return wrong(`${label} is part of ${parent} here, and part of ${known.category.parent} in row ${known.row}.`)
    return { category: known.category, isNew: false }
  }

  missing(): string[] {
    const labels = this.#levels.flatMap((level) => (level.complete ? (level.labels ?? []) : []))
    return labels.filter((label) => !this.#seen.has(getOwn(this.column.codes, label) ?? codeFrom(label)))
  }

  /** Whole labels take precedence over endings: 北京市 is a province, although cities end in 市. */
  #parent(name: string, code: string): string | null {
    const named = this.#levels.findIndex(({ labels }) => labels?.includes(name))
    const level = named >= 0 ? named : this.#levels.findIndex(({ ends }) => ends?.some((end) => name.endsWith(end)))
    if (level < 0)
      return wrong(`"${excerpt(name, 100)}" is not the name of ${this.#kinds()}. ${this.#advice(name)}`.trimEnd())
    this.#above.length = level
    this.#above[level] = code
    const parent = this.#above.slice(0, level).findLast((each) => each !== undefined)
    if (parent === undefined && level > 0)
      return wrong(`${name} is a ${this.#levels[level]?.name}, and no row above names its parent.`)
    return parent ?? null
  }

  #withoutOfWhich(label: string): { readonly label: string; readonly ofWhich: boolean } {
    const word = this.column.ofWhich?.find((each) => label.startsWith(each))
    return word === undefined ? { label, ofWhich: false } : { label: label.slice(word.length).trim(), ofWhich: true }
  }

  /** Finds the parent: the nearest row above with fewer spaces, or with as many before a word like "of which". */
  #outer(spaces: number, code: string, ofWhich: boolean): string | null {
    for (let last = this.#indented.at(-1); last !== undefined; last = this.#indented.at(-1)) {
      const isDeeper = spaces > last.spaces
      const isPart = ofWhich ? isDeeper || (spaces === last.spaces && !last.ofWhich) : isDeeper && !last.ofWhich
      if (isPart) break
      this.#indented.pop()
      // Rows after "of which: a" are indented below that label, and are its siblings.
      if (isDeeper) break
    }
    const parent = this.#indented.at(-1)?.code ?? null
    this.#indented.push({ spaces, code, ofWhich })
    return parent
  }

  #kinds(): string {
    const kinds = this.#levels.map(({ name }) => `a ${name}`)
    return kinds.length > 0 ? kinds.join(', ') : `a category of ${this.column.dimension}`
  }

  #garbled(label: string): string {
    const lost = `"${excerpt(label, 100)}" has lost characters. Save the file as CSV in UTF-8, or name its encoding.`
    return `${lost} ${this.#advice(label)}`.trimEnd()
  }

  #advice(label: string): string {
    const { total = [], aliases = {}, codes = {} } = this.column
    const listed = this.#levels.flatMap(({ labels = [] }) => labels)
    const seen = [...this.#seen.values()].map((each) => each.label)
    return didYouMean(label, [
      ...new Set([
        ...total,
        ...listed,
        ...Object.keys(aliases),
        ...Object.values(aliases),
        ...Object.keys(codes),
        ...seen,
      ]),
    ])
  }

  #named(label: string): Text {
    const translated = getOwn(this.column.names, label) ?? null
    const { language } = this.column
    const isChinese = language === 'ZH' || (language === 'EITHER' && /\p{Script=Han}/u.test(label))
    return isChinese ? { zh: label, en: translated } : { en: label, zh: translated }
  }
}

function widthOf(text: string): number {
  const [spaces = ''] = /^\s*/u.exec(text) ?? []
  return [...spaces].reduce((width, space) => width + (space === '\u3000' ? 2 : 1), 0)
}
