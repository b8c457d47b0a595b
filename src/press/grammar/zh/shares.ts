import type { Item, Slice } from '../../items.js'
import type { Span } from '../../source.js'
import type { Frame, Metric, Phrase, Unplaced, Vocabulary } from '../../statement.js'
import type { ShareBase } from './clauses.js'
import type { Discourse } from './discourse.js'
import { china, type Head, metricsIn } from './subject.js'
import { preposition, shortNames } from './words.js'

/** A share whose base stands behind its number: 民营企业贡献了57%的进出口总值, 45%的出口商品销往东盟. */
export interface InvertedShare {
  readonly metric: Metric
  readonly subject: Slice
  /** The words that may name the region of which a partner has the share; null if the subject is no partner. */
  readonly region: Slice | null
}

const traded = '(进出口|出口|进口|外贸)(?:总?[值额量]|总?规模|份额|业绩)?'
const has =
  /(?:贡献|占据|撑起|承担|完成|创造|包揽)了?(?:同期|全[国省市区州]|全?关区|我[国省市区州])*的?(?:约|近|超过?|逾|达)?$/u
const base = new RegExp(`^的(?:同期|全[国省市区州]|我[国省市区州])?(?:外贸|货物贸易|对外贸易)?${traded}[。；]?$`, 'u')
const madeBy = new RegExp(`^的${traded}(?:是|都|均)?由(.{2,12}?)(?:完成|实现|贡献|创造)[。；]?$`, 'u')
const flows =
  /^的(出口|进口)(?:商品|产品|货物)?(?:均|都|主要|直接)*(?:销往|输往|运往|发往|流向|来自|源自|产自|来源于)([^，、]{2,12}?)[。；]?$/u
const flowsOf = /(出口|进口)(?:商品|产品|货物|总?[值额])?(?:中|的|当中)+(?:有|约|近|超过?|逾)*$/u
const goes =
  /^的?(?:商品|产品|货物)?(?:均|都|主要|直接)*(?:销往|输往|运往|发往|流向|来自|源自|产自|来源于)([^，、]{2,12}?)[。；]?$/u

const metricOf = (words: string | undefined): Metric =>
  words === '出口' ? 'EXPORTS' : words === '进口' ? 'IMPORTS' : 'TRADE'

export function invertedShare(words: Slice, behind: Slice): InvertedShare | null {
  const subjectOf = (found: string): Slice => behind.slice(behind.text.lastIndexOf(found)).slice(0, found.length)
  const verb = has.exec(words.text)
  const of = base.exec(behind.text)
  if (verb !== null && of !== null)
    return { metric: metricOf(of[1]), subject: words.slice(0, verb.index), region: null }
  const made = madeBy.exec(behind.text)
  if (made?.[2] !== undefined) return { metric: metricOf(made[1]), subject: subjectOf(made[2]), region: null }
  const flow = flows.exec(behind.text)
  if (flow?.[2] !== undefined) return { metric: metricOf(flow[1]), subject: subjectOf(flow[2]), region: words }
  const own = flowsOf.exec(words.text)
  const target = goes.exec(behind.text)?.[1]
  return own === null || target === undefined
    ? null
    : { metric: metricOf(own[1]), subject: subjectOf(target), region: words.slice(0, own.index) }
}

// A number in brackets that is of the whole which its clause compares a part with.
export interface BesideWhole {
  // The whole, or why the number is none of it.
  readonly whole: Frame | Unplaced
  readonly role: 'LEVEL' | 'CHANGE'
  readonly sign: 1 | -1
  // The rest of the clause, which goes on about the part.
  readonly rest: Span
}

const rateOfWhole =
  /(?:[高低快慢大小优]于|超过|不及)(?:同期)?(我国|中国|全国|全[省市区])(?:同期)?((?:外贸|货物贸易)?(?:进出口|出口|进口)(?:总?[值额])?)的?(?:平均|总体|整体)?(?:([增涨])|[降跌减])[幅速]$/u
const baseOfShare = /(?:^|[，；])占(?:同期)?(我国|中国|全国|全[省市区])(?:同期)?([^，；占]{2,12})$/u
const longest = 40

// Reads the number that a bracket begins with behind a whole: 高于全国进出口增幅（23.8%）, 占全国顺差总值（1786亿美元）的51%.
export function besideWhole(
  { text, now, main }: Discourse,
  { start, end: last }: Span,
  { kind, end, ...first }: Item,
): BesideWhole | null {
  const opened = start - 1
  if (first.start !== start || !/[（(]/u.test(text[opened] ?? '')) return null
  const before = text.slice(Math.max(now.sentence.start, opened - longest), opened)
  const found = kind === 'PERCENT' ? rateOfWhole.exec(before) : kind === 'AMOUNT' ? baseOfShare.exec(before) : null
  if (found === null) return null
  const [, name = '', words = '', rise] = found
  const [metric, ...others] = metricsIn(words)
  const isNation = !name.startsWith('全') || name === '全国'
  const isWhole =
    isNation && main?.kind !== 'REGION' && metric?.text === words && metric.start === 0 && others.length === 0
  const role = kind === 'PERCENT' ? 'CHANGE' : 'LEVEL'
  const reason = role === 'CHANGE' ? 'RATE_DIFFERENCE' : 'NO_SUBJECT'
  return {
    whole: isWhole
      ? { metric: metric.metric, isDeficit: metric.isDeficit ?? false, phrases: [], reporter: china }
      : reason,
    role,
    sign: role === 'CHANGE' && rise === undefined ? -1 : 1,
    rest: { start: end + (/^[）)]的?/u.exec(text.slice(end, end + 2))?.[0].length ?? 0), end: last },
  }
}

const ofPartnerTrade = new RegExp(
  `^占(?:同期|我国|中国|[我全本][省市区])*(?:${preposition.towards}|${preposition.from}|${preposition.with}|[与向从])(\\p{Script=Han}{1,8}?)(?:同期|的)?(?:贸易|进出口|[出进]口)(?:总?[值额量]|规模)?(?:的?(?:比重|份额|比例))?(?:分别|已|也|约|近|超过?|达到?|高达|升至|为|是|的)*$`,
  'u',
)

/**
 * Returns what has a share of the trade with a partner, as goods of that partner: 对日出口服装9亿元，占对日出口总值的5%. Null if
 * the words tell no such share.
 */
export function partOfPartner(
  words: Slice,
  { phrases: named, metrics }: Head,
  frames: readonly Frame[] | null,
  { dimensionOf }: Vocabulary,
): { readonly frames: readonly Frame[]; readonly share: ShareBase } | null {
  const name = ofPartnerTrade.exec(words.text)?.[1]
  const metric = metricsIn(words.text).at(-1)?.metric
  const text = shortNames[name ?? ''] ?? name ?? ''
  if (name === undefined || metric === undefined || frames === null || frames.length === 0) return null
  const isTold = frames.every(({ phrases }) =>
    phrases.some((each) => each.text === text && each.dimension === 'PARTNER'),
  )
  if (!isTold && dimensionOf(text) !== 'PARTNER' && !text.endsWith('国家')) return null
  const at = words.text.indexOf(name)
  const partner: Phrase = { text, span: words.slice(at, at + name.length).span, dimension: 'PARTNER' }
  const isNamed = named.length > 0 && metrics.every((each) => each.metric === metric)
  const own = frames.map((frame): Frame | null => {
    const [first, ...others] = frame.phrases
    const isOfSame = frame.metric === metric && others.length === 1 && frame.phrases.some((each) => each.text === text)
    if (isOfSame) return frame
    const isGoods = first !== undefined && others.length === 0 && dimensionOf(first.text) !== 'PARTNER'
    return isNamed && isGoods && first.dimension === null ? { ...frame, metric, phrases: [partner, first] } : null
  })
  const found = own.filter((each) => each !== null)
  return found.length === frames.length ? { frames: found, share: { metric, partner } } : null
}
