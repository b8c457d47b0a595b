import { codeFrom, unseenFault } from '../../domain/codes/code-text.js'
import type { CategoryRef } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import type { Text } from '../../domain/text/language.js'
import { getOwn, didYouMean } from '../input/messages.js'
import { wrong } from '../input/row.js'
import type { CategoryColumn, Level } from './map.js'

/** A category as a table shows it: what a store that lacks it would have to create. */
export interface TableCategory extends CategoryRef {
  readonly name: Text
  /** The code of the category that it is part of, in the same dimension. */
  readonly parent: string | null
}

/** What a label stands for: a category, null for a total; and whether the table shows it for the first time. */
interface Placed {
  readonly category: TableCategory | null
  readonly isNew: boolean
}

/** A row that has rows below it, by the spaces before its label. */
interface Indented {
  readonly spaces: number
  readonly code: string
  /** Whether a word like "of which" says that it is part of the row above, so that deeper rows may stand beside it. */
  readonly ofWhich: boolean
}

interface Seen {
  readonly category: TableCategory
  readonly label: string
  readonly row: number
}

/** The tree that the labels of one column make, row by row, in their order. */
export class Tree {
  readonly column: CategoryColumn
  readonly #levels: readonly Level[]
  readonly #seen = new Map<string, Seen>()
  /** The last row of each level, down to the level of the row that was placed last. */
  readonly #above: (string | undefined)[] = []
  readonly #indented: Indented[] = []

  constructor(column: CategoryColumn) {
    this.column = column
    this.#levels = column.levels ?? []
  }

  /** Whether a label is a word like "of which" alone: its row has no figures, and the rows below it say what is meant. */
  isOnlyOfWhich(text: string): boolean {
    const label = text.trim()
    return label !== '' && this.#spoken(label).label === ''
  }

  /**
   * Where a row stands, by its label, with the spaces before it where they tell; BAD_USER_INPUT for a label that no
   * level knows, or that stands where it cannot.
   */
  place(text: string, row: number): Placed {
    if (text.length > textBounds.header.most)
      return wrong(`This label has ${text.length} characters, and ${textBounds.name.most} are allowed.`)
    const { label, ofWhich } = this.#spoken(text.trim().normalize('NFC'))
    if (label.length > textBounds.name.most)
      return wrong(`This label has ${label.length} characters, and ${textBounds.name.most} are allowed.`)
    if (label === '') return wrong(`This cell is empty: it names ${this.#kinds()}.`)
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
      return wrong(`"${label}" is the same as "${known.label}" in row ${known.row}: one of them is another category.`)
    if (known.category.parent !== parent)
      return wrong(
        `${label} is part of ${parent}, and in row ${known.row} of ${known.category.parent}: it has one place.`,
      )
    return { category: known.category, isNew: false }
  }

  /** Labels that each table must have, and this one has not. */
  missing(): string[] {
    const labels = this.#levels.flatMap((level) => (level.complete ? (level.labels ?? []) : []))
    return labels.filter((label) => !this.#seen.has(getOwn(this.column.codes, label) ?? codeFrom(label)))
  }

  /** Whole labels decide before endings: 北京市 is a province, though cities end so. */
  #parent(name: string, code: string): string | null {
    const named = this.#levels.findIndex(({ labels }) => labels?.includes(name))
    const level = named >= 0 ? named : this.#levels.findIndex(({ ends }) => ends?.some((end) => name.endsWith(end)))
    if (level < 0)
      return wrong(`"${excerpt(name, 100)}" is not the name of ${this.#kinds()}. ${this.#advice(name)}`.trimEnd())
    this.#above.length = level
    this.#above[level] = code
    const parent = this.#above.slice(0, level).findLast((each) => each !== undefined)
    if (parent === undefined && level > 0)
      return wrong(`${name} is of the level ${this.#levels[level]?.name}, and no row above says what it is part of.`)
    return parent ?? null
  }

  /** A label without the word that says that it is part of the row above. */
  #spoken(label: string): { readonly label: string; readonly ofWhich: boolean } {
    const word = this.column.ofWhich?.find((each) => label.startsWith(each))
    return word === undefined ? { label, ofWhich: false } : { label: label.slice(word.length).trim(), ofWhich: true }
  }

  /** What a row is part of: the nearest above with fewer spaces, or with as many where a word says so. */
  #outer(spaces: number, code: string, ofWhich: boolean): string | null {
    for (let last = this.#indented.at(-1); last !== undefined; last = this.#indented.at(-1)) {
      const isDeeper = spaces > last.spaces
      const isPart = ofWhich ? isDeeper || (spaces === last.spaces && !last.ofWhich) : isDeeper && !last.ofWhich
      if (isPart) break
      this.#indented.pop()
      // What follows "of which: a" is set below that label, and stands beside it.
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
    const lost = `"${excerpt(label, 100)}" has lost characters: save the file as CSV in UTF-8, or name the encoding that it is in.`
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

/** The spaces before a label, a wide one for two. */
function widthOf(text: string): number {
  const [spaces = ''] = /^\s*/u.exec(text) ?? []
  return [...spaces].reduce((width, space) => width + (space === '\u3000' ? 2 : 1), 0)
}
