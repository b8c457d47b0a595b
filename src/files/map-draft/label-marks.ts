import { filled, type Grid, rowsBelow } from './grid.js'
import { statusOfWords } from './words/status-words.js'

/** Finds the marks with which notes below a table begin, like "(c)", "c)", and 1 in a cell of its own. */
export function noteMarks({ rows, lastData }: Grid): ReadonlySet<string> {
  const below = rowsBelow({ rows, lastData }).map(filled)
  return new Set(below.flatMap(([first = '', second]) => markBefore(first, second !== undefined) ?? []))
}

function markBefore(text: string, isCell: boolean): string | null {
  const [, alone] = /^\(?([\p{L}\d]{1,2})[).:/]?$/u.exec(text) ?? []
  if (alone !== undefined) return isCell ? alone : null
  const [, enclosed] = /^\(?([\p{L}\d]{1,2})[)/]\s?[.:=–-]?\s?\p{L}/u.exec(text) ?? []
  const [, bare] = /^(\d{1,2}|\p{Ll})[.:]?\s+\p{Lu}/u.exec(text) ?? []
  return enclosed ?? bare ?? null
}

export function statusInNotes({ rows, lastData }: Grid, mark: string): string | null {
  const below = rowsBelow({ rows, lastData }).map((cells) => filled(cells).join(' '))
  const note = below.find((text) => text.startsWith(mark) && !/^[\p{L}\p{N}]/u.test(text.slice(mark.length)))
  return note === undefined ? null : statusOfWords(note.slice(mark.length))
}

const signs = /\s?(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\d\)|(?<!\([^()]*|\d)\d{1,2}\)|[*†‡]+)$/u
const enclosedMark = /\s?(?:\(([\p{L}\d]{1,2})\)|(?<=\s)([\p{L}\d]{1,2})[)/])$/u
const bareMark = /\s(\p{Ll}|\d{1,2})$/u

/** Removes the footnote mark of a label: a sign, or a letter or number with which a note begins. The ² of a unit is none. */
export function withoutMark(label: string, notes: ReadonlySet<string>): string {
  if (!/\p{L}{2}/u.test(label) || /\b[kdc]?m[²³]$/.test(label)) return label
  const [, one, other] = enclosedMark.exec(label) ?? []
  if (notes.has(one ?? other ?? '')) return label.replace(enclosedMark, '')
  if (notes.has(bareMark.exec(label)?.[1] ?? '')) return label.replace(bareMark, '')
  return label.replace(signs, '')
}
