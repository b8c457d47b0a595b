import { memoizeByObject } from '../../lib/memo.js'
import { textBounds } from '../input-bounds.js'
import { bits, editDistance, lettersOf } from './edit-distance.js'

const atMost = 5
const longest = 2 * textBounds.code.most

/**
 * Returns up to five codes, best first: those that contain the text, then those within an edit distance of two fifths
 * of the length, then those that the text contains. Ignores case and separators.
 */
export function nearest(text: string, codes: readonly string[]): string[] {
  const wanted = text.length > longest ? '' : plain(text)
  if (wanted === '') return []
  const letters = lettersOf(wanted)
  const scored: { code: string; score: number }[] = []
  for (const each of comparable(codes)) {
    const score = likeness(wanted, letters, each)
    if (score > 0) scored.push({ code: each.code, score })
  }
  return scored
    .sort((a, b) => b.score - a.score || a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
    .slice(0, atMost)
    .map(({ code }) => code)
}

export interface Label {
  readonly text: string
  readonly code: string
}

/**
 * Returns up to five codes: those that a name equals; if there are none, those with an almost equal name, then those
 * nearest to the text, then those with a similar name. `name` is the text that is compared with names.
 */
export function nearestByName(
  text: string,
  codes: readonly string[],
  labels: readonly Label[],
  name: string = text,
): string[] {
  const wanted = name.length > longest ? '' : plain(name)
  if (wanted === '') return nearest(text, codes)
  const letters = lettersOf(wanted)
  const similar = namesOf(labels)
    .map((each) => ({ code: each.code, score: similarity(wanted, letters, each) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const equal = similar.filter(({ score }) => score === equals)
  const almost = similar.filter(({ score }) => score >= almostEquals)
  const found = equal.length > 0 ? equal : [...almost, ...nearest(text, codes).map((code) => ({ code })), ...similar]
  return [...new Set(found.map(({ code }) => code))].slice(0, atMost)
}

const equals = 2
const almostEquals = 0.8

/**
 * Grades the similarity of a text and a name from 0 to `equals`, more strictly than for codes, as any list has many
 * names.
 */
function similarity(wanted: string, letters: number, name: Comparable): number {
  if (wanted === name.plain) return equals
  const longer = Math.max(wanted.length, name.plain.length)
  const shorter = Math.min(wanted.length, name.plain.length)
  if (3 * shorter < 2 * longer) return 0
  if (shorter >= 2 && name.plain.includes(wanted)) return 1 + shorter / longer
  const most = Math.floor(longer / 4)
  const differ = Math.max(bits(letters & ~name.letters), bits(name.letters & ~letters)) > most
  const off = differ || longer - shorter > most ? most + 1 : editDistance(wanted, name.plain, most)
  return off <= most ? 1 - off / longer : 0
}

const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}:]/gu, '')

interface Comparable {
  readonly code: string
  readonly plain: string
  readonly letters: number
}

const comparable = memoizeByObject((codes: readonly string[]): readonly Comparable[] =>
  codes.map((code) => {
    const text = plain(code)
    return { code, plain: text, letters: lettersOf(text) }
  }),
)

const namesOf = memoizeByObject((labels: readonly Label[]): readonly Comparable[] =>
  labels.map(({ text, code }) => {
    const name = plain(text)
    return { code, plain: name, letters: lettersOf(name) }
  }),
)

function likeness(wanted: string, letters: number, { plain: code, letters: others }: Comparable): number {
  const longer = Math.max(wanted.length, code.length)
  const shorter = Math.min(wanted.length, code.length)
  if (shorter >= 2 && code.includes(wanted)) return 1 + shorter / longer
  const most = Math.floor(0.4 * longer)
  const apart = longer - shorter > most || bits(letters & ~others) > most || bits(others & ~letters) > most
  const off = apart ? most + 1 : editDistance(wanted, code, most)
  if (off <= most) return 1 - off / longer
  return shorter >= 2 && wanted.includes(code) ? (0.6 * shorter) / longer : 0
}
