import { matchesOf } from '../../../../lib/matches.js'
import { hide, type Item } from '../../../items.js'
import { listMark, ornament } from '../../../lines.js'

const ornaments = new RegExp(ornament, 'gu')
// The marks of points that go on in one line: 主要特点：（1）…；（2）…
const pointMark = String.raw`[（(](?<=[。；;：:]\s?[（(])(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)](?=[“\d\p{Script=Han}])`
const listMarks = new RegExp(
  `(?:^(?:${listMark})+)|(?:^[图表] ?\\d{1,2}(?![\\d月年季.])[：:]?)|(?:[（(][见如]?[图表] ?\\d{1,2}(?:[.—–-]\\d{1,2}){0,2}[）)])|(?:TOP|NO[.．]?) ?\\d{1,2}(?!\\d)|${pointMark}`,
  'gimu',
)
/** The kinds of marks, as a list that has ①, ② may be below a title that has 一、. */
const kinds: readonly RegExp[] = [/^\d/u, /^[（(]/u, /^[一二三四五六七八九十]/u, /^[①-❿]/u, /^[TN]/iu]

const behindSource = String.raw`[\s（(：:，\x85\x86]|据|近日|[\p{Script=Han}]{2,6}海关|记者|国务院|国新办`
/** No source ends in 家电, which is goods. */
const wire = '(?<![机家光用发供水核风火充变输送锂节弱])电'
const ofSource = String.raw`(?<![资通腾音喜])讯|(?<=[社网]\p{Script=Han}{2,4})${wire}|${wire}(?=${behindSource})|(?:消息|报道)(?=[\s：:，据]|海关|[\p{Script=Han}]{2}海关|记者)`
const kicker = /^[^\S\n]*\p{Script=Han}{2,6}[丨｜|]/gmu
const brackets = String.raw`[（(][^（）()\n\x81-\x84]{0,60}[）)]`
/** The source and place of a report before its first sentence: 本报海口10月17日讯（记者…）, 新华社北京电. */
const dateline = new RegExp(
  String.raw`^[^\S\n]*(?:【\p{Script=Han}{2,10}】)?(?:本[报网刊台]|\p{Script=Han}{1,8}?(?:社|网|报|财经|在线|新闻|客户端))(?:(?!出口|进口|外贸|贸易)[^\n，。；：（(]){0,24}?(?:${ofSource})(?:\s*${brackets})?\s*[：:]?`,
  'gmu',
)
const reporters =
  /[（(]\p{Script=Han}{0,12}?(?:记者|通讯员|编辑|作者|作家)[^（）()\n\x81-\x84]{0,60}[）)]|(?:记者|通讯员)[\p{Script=Han}、\s]{2,20}报道[：:]/gu

// Why a rate is what it is, before its verb: 纺织品因去年防疫物资出口基数高而下降, 三季度在高基数下增幅收窄.
const why =
  /(?<=\p{Script=Han}{2}|[\x85\x8F])(?:(?:因|由于|受)[^，。；：（）()\n\x81-\x84]{2,24}?(?:基数|因素|效应|影响)[^，。；：（）()\n\x81-\x84]{0,6}?而?|在[^，。；：（）()\n\x81-\x84]{0,8}基数[^，。；：（）()\n\x81-\x84]{0,4}下)(?=(?:同比|增[幅速]|降幅)?(?:有所|进一步|大幅度?|明显|显著|小幅|略)*(?:增长|下降|上涨|下跌|增加|减少|回[落升]|下滑|收窄|放缓|扩大))/gu

// Hides why rates are what they are, and leaves out the periods that only this names.
export function withoutCauses(masked: string, items: readonly Item[]): [string, readonly Item[]] {
  const hidden = matchesOf(why, masked).map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
  if (hidden.length === 0) return [masked, items]
  const isHidden = ({ start }: Item): boolean => hidden.some((each) => each.start <= start && start < each.end)
  return [masked.replace(why, hide), items.filter((each) => each.kind !== 'PERIOD' || !isHidden(each))]
}

interface Mark {
  readonly start: number
  readonly end: number
}

const marksIn = (text: string): readonly Mark[] =>
  matchesOf(listMarks, text).map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))

export function withoutOrdinals(items: readonly Item[], text: string): readonly Item[] {
  const marks = marksIn(text)
  let next = 0
  return items.filter(({ start }) => {
    while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    return start < (marks[next]?.start ?? Number.POSITIVE_INFINITY)
  })
}

/** Hides in a masked text what is no part of its sentences: the marks of lists, ornaments and datelines. */
export function withoutMarks(masked: string, original: string): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of marksIn(original)) {
    // A point begins a sentence: 增长5%；（2）对欧盟出口….
    const isInLine = /[；;：:]/u.test(original[start - 1] ?? '')
    parts.push(masked.slice(from, isInLine ? start - 1 : start), isInLine ? '。' : '', hide(masked.slice(start, end)))
    from = end
  }
  parts.push(masked.slice(from))
  return parts.join('').replace(ornaments, hide).replace(kicker, hide).replace(dateline, hide).replace(reporters, hide)
}

/** Returns for the beginning of each line with a mark the kind of the mark. */
export function markedLines(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const { start, end } of marksIn(text)) {
    const mark = text.slice(start, end)
    const own = mark.trim()
    const kind = kinds.findIndex((each) => each.test(own))
    found.set(end - mark.trimStart().length, kind < 0 ? own.slice(0, 1) : `${kind}`)
  }
  return found
}
