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

const plain = (code: string): string => code.toUpperCase().replace(/[^\p{L}\p{N}:]/gu, '')

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
