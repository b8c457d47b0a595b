import { matchesOf } from '../../../../lib/matches.js'
import type { Item } from '../../../items.js'
import { listMark, ornament } from '../../../lines.js'

const hide = (words: string): string => '\x8F'.repeat(words.length)

const ornaments = new RegExp(ornament, 'gu')
const lineMarks = new RegExp(
  `(?:^(?:${listMark})+)|(?:^[图表] ?\\d{1,2}(?![\\d月年季.])[：:]?)|(?:[（(][见如]?[图表] ?\\d{1,2}(?:[.—–-]\\d{1,2}){0,2}[）)])|(?:TOP|NO[.．]?) ?\\d{1,2}(?!\\d)`,
  'gimu',
)
/** The kinds of marks, as a list that has ①, ② may be below a title that has 一、. */
const kinds: readonly RegExp[] = [/^\d/u, /^[（(]/u, /^[一二三四五六七八九十]/u, /^[①-❿]/u, /^[TN]/iu]

const behindSource = String.raw`[\s（(：:，\x85\x86]|据|近日|[\p{Script=Han}]{2,6}海关|记者|国务院|国新办`
/** No source ends in 家电, which is goods. */
const wire = '(?<![机家光用发供水核风火充变输送锂节弱])电'
const ofSource = String.raw`(?<![资通腾音喜])讯|(?<=[社网]\p{Script=Han}{2,4})${wire}|${wire}(?=${behindSource})|(?:消息|报道)(?=[\s：:，])`
const kicker = /^[^\S\n]*\p{Script=Han}{2,6}[丨｜|]/gmu
const brackets = String.raw`[（(][^（）()\n\x81-\x84]{0,60}[）)]`
/** The source and place of a report before its first sentence: 本报海口10月17日讯（记者…）, 新华社北京电. */
const dateline = new RegExp(
  String.raw`^[^\S\n]*(?:【\p{Script=Han}{2,10}】)?(?:本[报网刊台]|\p{Script=Han}{1,8}?(?:社|网|报|财经|在线|新闻|客户端))(?:(?!出口|进口|外贸|贸易)[^\n，。；：（(]){0,24}?(?:${ofSource})(?:\s*${brackets})?\s*[：:]?`,
  'gmu',
)
const reporters =
  /[（(]\p{Script=Han}{0,12}?(?:记者|通讯员|编辑|作者|作家)[^（）()\n\x81-\x84]{0,60}[）)]|(?:记者|通讯员)[\p{Script=Han}、\s]{2,20}报道[：:]/gu

interface Mark {
  readonly start: number
  readonly end: number
}

const marksIn = (text: string): readonly Mark[] =>
  matchesOf(lineMarks, text).map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))

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
    parts.push(masked.slice(from, start), hide(masked.slice(start, end)))
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
