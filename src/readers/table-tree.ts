import { type CategoryRef, codeFrom } from '../domain/codes.js'
import type { Text } from '../domain/language.js'
import { wrong } from './row.js'
import { own, suggestion } from './schema-check.js'
import type { CategoryColumn, Level } from './table-map.js'

/** A category as a table shows it: what a store that lacks it would have to create. */
export interface TableCategory extends CategoryRef {
  readonly name: Text
  /** The code of the category that it is part of, in the same dimension. */
  readonly parent: string | null
}

/** What a label stands for: a category, null for a total; and whether the table shows it for the first time. */
export interface Placed {
  readonly category: TableCategory | null
  readonly isNew: boolean
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

  constructor(column: CategoryColumn) {
    this.column = column
    this.#levels = column.levels ?? []
  }

  /** Where a row stands; BAD_USER_INPUT for a label that no level knows, or that stands where it cannot. */
  place(label: string, row: number): Placed {
    if (label === '') return wrong(`This cell is empty: it names ${this.#kinds()}.`)
    if (/[?\p{Cc}\uFFFD]/u.test(label)) return wrong(this.#garbled(label))
    const { dimension, total = [], aliases, codes, parents } = this.column
    if (total.includes(label)) {
      this.#above.length = 0
      return { category: null, isNew: false }
    }
    const name = own(aliases, label) ?? label
    const code = own(codes, name) ?? codeFrom(name)
    const above = this.#levels.length > 0 ? this.#parent(name, code) : null
    const parent = own(parents, code) ?? above
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
    return labels.filter((label) => !this.#seen.has(own(this.column.codes, label) ?? codeFrom(label)))
  }

  /** Whole labels decide before endings: 北京市 is a province, though cities end so. */
  #parent(name: string, code: string): string | null {
    const named = this.#levels.findIndex(({ labels }) => labels?.includes(name))
    const level = named >= 0 ? named : this.#levels.findIndex(({ ends }) => ends?.some((end) => name.endsWith(end)))
    if (level < 0) return wrong(`"${name}" is not the name of ${this.#kinds()}. ${this.#advice(name)}`.trimEnd())
    this.#above.length = level
    this.#above[level] = code
    const parent = this.#above.slice(0, level).findLast((each) => each !== undefined)
    if (parent === undefined && level > 0)
      return wrong(`${name} is of the level ${this.#levels[level]?.name}, and no row above says what it is part of.`)
    return parent ?? null
  }

  #kinds(): string {
    const kinds = this.#levels.map(({ name }) => `a ${name}`)
    return kinds.length > 0 ? kinds.join(', ') : `a category of ${this.column.dimension}`
  }

  #garbled(label: string): string {
    const lost = `"${label}" has lost characters: save the file as CSV in UTF-8, or name the encoding that it is in.`
    return `${lost} ${this.#advice(label)}`.trimEnd()
  }

  #advice(label: string): string {
    const { total = [], aliases = {}, codes = {} } = this.column
    const listed = this.#levels.flatMap(({ labels = [] }) => labels)
    const seen = [...this.#seen.values()].map((each) => each.label)
    return suggestion(label, [
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
    const translated = own(this.column.names, label) ?? null
    return this.column.language === 'ZH' ? { zh: label, en: translated } : { en: label, zh: translated }
  }
}
