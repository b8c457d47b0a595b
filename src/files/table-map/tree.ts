import { codeFrom, unseenFault } from '../../domain/codes/code-text.js'
import type { CategoryRef } from '../../domain/codes/codes.js'
import { areAlike, labelKey } from '../../domain/codes/label-match.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import type { Text } from '../../domain/text/language.js'
import { formatCount, refuse } from '../../errors.js'
import { groupBy } from '../../lib/group-by.js'
import { didYouMean, getOwn } from '../input/messages.js'
import type { CategoryColumn, Level } from './map.js'

export interface TableCategory extends CategoryRef {
  readonly name: Text
  readonly parent: string | null
}

interface TreeEntry {
  readonly category: TableCategory | null
  readonly isNew: boolean
  readonly notice?: string
}

interface Indented {
  readonly spaces: number
  readonly code: string
  /** Indicates a word like "of which" before the label: deeper rows may then be its siblings. */
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
  readonly #labels: ReadonlySet<string>
  readonly #byKey: ReadonlyMap<string, readonly string[]>
  readonly #begins: readonly { readonly begin: string; readonly code: string }[]
  readonly #seen = new Map<string, Seen>()
  readonly #above: (string | undefined)[] = []
  readonly #indented: Indented[] = []

  constructor(column: CategoryColumn) {
    this.column = column
    this.#levels = column.levels ?? []
    const { total = [], aliases = {}, codes = {}, names = {} } = column
    this.#labels = new Set([
      ...total,
      ...this.#levels.flatMap(({ labels = [] }) => labels),
      ...[aliases, codes, names].flatMap((each) => Object.keys(each)),
    ])
    this.#begins = Object.entries(column.begins ?? {})
      .map(([text, code]) => ({ begin: spaced(text), code }))
      .sort((a, b) => b.begin.length - a.begin.length)
    this.#byKey = groupBy([...this.#labels], (label) => labelKey(label).key)
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
    const { label, spelled, ofWhich } = this.#labelOf(text)
    const entry = this.#entryOf(text, spelled, ofWhich, row)
    return label === spelled
      ? entry
      : { ...entry, notice: `"${excerpt(label, 100)}" is read as "${excerpt(spelled, 100)}" of the map.` }
  }

  #labelOf(text: string): { readonly label: string; readonly spelled: string; readonly ofWhich: boolean } {
    if (text.length > textBounds.header.most)
      return refuse(`This label has ${formatCount(text.length)} characters, and ${textBounds.name.most} are allowed.`)
    const { label, ofWhich } = this.#withoutOfWhich(text.trim().normalize('NFC'))
    if (label.length > textBounds.name.most)
      return refuse(`This label has ${formatCount(label.length)} characters, and ${textBounds.name.most} are allowed.`)
    if (label === '') return refuse(`This cell is empty, and the name of ${this.#kinds()} is expected.`)
    if (/[?\p{Cc}\uFFFD]/u.test(label)) return refuse(this.#garbled(label))
    const fault = unseenFault(label)
    if (fault !== null) return refuse(fault)
    return { label, spelled: this.#spelledInMap(label), ofWhich }
  }

  /** Returns the label of the map that equals a label but for case, width, spaces and marks; otherwise the label. */
  #spelledInMap(label: string): string {
    if (this.#labels.has(label)) return label
    const own = labelKey(label)
    const found = (this.#byKey.get(own.key) ?? []).filter((each) => areAlike(labelKey(each), own))
    const [first] = found
    if (first === undefined) return label
    const meanings = new Set(
      found.map((each) => (this.#isTotal(each) ? '' : (getOwn(this.column.aliases, each) ?? each))),
    )
    if (meanings.size === 1) return first
    return refuse(`"${excerpt(label, 100)}" matches several labels of the map: ${found.slice(0, 5).join(', ')}.`)
  }

  #isTotal(label: string): boolean {
    return this.column.total?.includes(label) ?? false
  }

  #entryOf(text: string, label: string, ofWhich: boolean, row: number): TreeEntry {
    const { dimension, aliases, codes, parents } = this.column
    if (this.#isTotal(label)) {
      this.#above.length = 0
      this.#indented.length = 0
      return { category: null, isNew: false }
    }
    const name = getOwn(aliases, label) ?? label
    const code = getOwn(codes, name) ?? this.#begun(name) ?? codeFrom(name)
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
      return refuse(
        `"${label}" has the same code as "${known.label}" in row ${known.row}, which is a different category.`,
      )
    if (known.category.parent !== parent)
      return refuse(`${label} is part of ${parent} here, and part of ${known.category.parent} in row ${known.row}.`)
    return { category: known.category, isNew: false }
  }

  #begun(label: string): string | null {
    if (this.#begins.length === 0) return null
    const text = spaced(label)
    return this.#begins.find(({ begin }) => beginsWith(text, begin))?.code ?? null
  }

  missing(): string[] {
    const labels = this.#levels.flatMap((level) => (level.complete ? (level.labels ?? []) : []))
    return labels.filter((label) => !this.#seen.has(getOwn(this.column.codes, label) ?? codeFrom(label)))
  }

  /**
   * Finds the parent by level. Whole labels take precedence over endings: 北京市 is a province, although cities end in 市.
   */
  #parent(name: string, code: string): string | null {
    const named = this.#levels.findIndex(({ labels }) => labels?.includes(name))
    const level = named >= 0 ? named : this.#levels.findIndex(({ ends }) => ends?.some((end) => name.endsWith(end)))
    if (level < 0)
      return refuse(`"${excerpt(name, 100)}" is not the name of ${this.#kinds()}. ${this.#advice(name)}`.trimEnd())
    this.#above.length = level
    this.#above[level] = code
    const parent = this.#above.slice(0, level).findLast((each) => each !== undefined)
    if (parent === undefined && level > 0)
      return refuse(`${name} is a ${this.#levels[level]?.name}, and no row above names its parent.`)
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
    const listed = [...total, ...this.#levels.flatMap(({ labels = [] }) => labels)]
    const named = [...Object.keys(aliases), ...Object.values(aliases), ...Object.keys(codes)]
    const seen = [...this.#seen.values()].map((each) => each.label)
    return didYouMean(label, [...new Set([...listed, ...named, ...seen])])
  }

  #named(label: string): Text {
    const translated = getOwn(this.column.names, label) ?? null
    const { language } = this.column
    const isChinese = language === 'ZH' || (language === 'EITHER' && /\p{Script=Han}/u.test(label))
    return isChinese ? { zh: label, en: translated } : { en: label, zh: translated }
  }
}

const spaced = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** Indicates whether a text begins with another that ends where a number or a word does. */
const beginsWith = (text: string, begin: string): boolean =>
  text.startsWith(begin) && !/^(?:\d\d|[a-z][a-z])/.test(`${begin.at(-1)}${text.charAt(begin.length)}`)

function widthOf(text: string): number {
  const [spaces = ''] = /^\s*/u.exec(text) ?? []
  return [...spaces].reduce((width, space) => width + (space === '\u3000' ? 2 : 1), 0)
}
