import type { Slice } from '../../items.js'
import type { Frame, Vocabulary } from '../../statement.js'
import { shortNames } from './words.js'

/** Matches whose trade it is and the other side, by one character each: 中欧, 欧中, 闽台. */
const pairOf = /^(?:中(.)|(.)中|[闽粤浙苏沪鲁渝川桂赣皖鄂湘京津](台))(?:两[国地])?(?:双边|之?间)?的?$/u

export function pairWith(words: Slice): Slice | null {
  const pair = pairOf.exec(words.text)
  return pair === null ? null : otherSide(words, pair)
}

function otherSide(words: Slice, [, second, first, other]: RegExpExecArray): Slice | null {
  const at = first === undefined ? 1 : 0
  return shortNames[second ?? first ?? other ?? ''] === undefined ? null : words.slice(at, at + 1)
}

const names = new Set(Object.values(shortNames))

const toChina = /^(.{1,8}?)方?(?:(对|向)|自|从)(?:华|中国|我国|中方)$/u

/** Returns the flow and partner of China that a partner's trade with it is: exports of Russia to China are imported from it. */
export function mirrored(
  words: Slice,
  { metric }: Pick<Frame, 'metric'>,
  { dimensionOf }: Vocabulary,
): Pick<Frame, 'metric' | 'phrases'> | null {
  const [, name = '', to] = toChina.exec(words.text) ?? []
  const text = shortNames[name] ?? name
  const own = to === undefined ? 'IMPORTS' : 'EXPORTS'
  if (metric !== own || (!names.has(text) && dimensionOf(name) !== 'PARTNER')) return null
  const { span } = words.slice(0, name.length)
  return { metric: own === 'EXPORTS' ? 'IMPORTS' : 'EXPORTS', phrases: [{ text, span, dimension: 'PARTNER' }] }
}
