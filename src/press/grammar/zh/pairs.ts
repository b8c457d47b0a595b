import type { Slice } from '../../items.js'
import type { Frame, Vocabulary } from '../../statement.js'
import { partnerBefore, preposition, shortNames } from './words.js'

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

/** Divides the words before a metric into a category and a partner: 民营企业对东盟. */
export function divide(
  words: Slice,
  dimensionOf: Vocabulary['dimensionOf'],
): { main: Slice | null; partner: Slice | null } {
  const { text } = words
  const partner = pairWith(words)
  if (partner !== null) return { main: null, partner }
  const found = partnerBefore.exec(text)
  if (found) {
    const from = text.length - (found[2] ?? '').length
    const of = /^(.{2,16}?)的(.+)$/u.exec(found[2] ?? '')
    if (of && (dimensionOf(of[1] ?? '') !== null || /国家$/u.test(of[1] ?? '')))
      return {
        main: words.slice(text.length - (of[2] ?? '').length),
        partner: words.slice(from, from + (of[1] ?? '').length),
      }
    return { main: null, partner: words.slice(from) }
  }
  // 以加工贸易方式对欧盟出口
  const [, how = '', towards = ''] = /^(?:以|通过)(.+?)(?:方式|形式|渠道)(?:对|自|向|从)(.+)$/u.exec(text) ?? []
  if (how !== '')
    return {
      main: words.slice(text.indexOf(how), text.indexOf(how) + how.length),
      partner: words.slice(text.length - towards.length),
    }
  const way = /^(?:以|通过)(.+?)(?:方式|形式|渠道)?$/u.exec(text)
  if (way)
    return {
      main: words.slice(text.indexOf(way[1] ?? ''), text.indexOf(way[1] ?? '') + (way[1] ?? '').length),
      partner: null,
    }
  const inner = partnerWithin.exec(text)
  // 船舶与家电 are two goods.
  const isOfGoods = inner !== null && /^(?!PARTNER)./u.test(dimensionOf(inner[2] ?? '') ?? '')
  const areTwo = inner !== null && [inner[1], inner[2]].every((name) => dimensionOf(name ?? '') === 'PARTNER')
  const isGoods = /(?:产品|商品)$/u.test(inner?.[1] ?? '') && dimensionOf(inner?.[2] ?? '') === 'PARTNER'
  // 国有企业和民营企业对东盟分别进出口3亿元和5亿元
  const kinds = (inner?.[1] ?? '').split(/[、和]/u).map(dimensionOf)
  const isOfPartner = dimensionOf(inner?.[2]?.replace(/分别$/u, '') ?? '') === 'PARTNER'
  const areKinds =
    kinds.length > 1 &&
    text[inner?.[1]?.length ?? 0] !== '与' &&
    kinds.every((dimension) => dimension !== 'PARTNER' && (isOfPartner || dimension !== null))
  if (inner && !isOfGoods && !areTwo && (isGoods || areKinds || dimensionOf(inner[1] ?? '') !== null))
    return {
      main: words.slice(0, (inner[1] ?? '').length),
      partner: words.slice(text.length - (inner[2] ?? '').length),
    }
  return { main: text === '' ? null : words, partner: null }
}

const partnerWithin = new RegExp(
  `^(.{2,20}?)(?:${preposition.towards}|与|${preposition.to}|${preposition.from}|从)(.+)$`,
  'u',
)
