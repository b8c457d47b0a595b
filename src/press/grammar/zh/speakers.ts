import { memoizeByText } from '../../../lib/memo.js'
import type { Span } from '../../source.js'
import { type LooseNumber, type Reading, type Reporter, reporterKey, type Statement } from '../../statement.js'
import { china } from './subject.js'
import {
  agency,
  cities,
  cityNames,
  noPlace,
  ownTrade,
  partsOfProvinces,
  province,
  provinceNames,
  provincesOnly,
} from './words.js'

const ofProvince = new RegExp(`^(?:${provincesOnly})(?:省|(?:壮族|回族|维吾尔)?自治区)(?=\\p{Script=Han}{2})`, 'u')

/** Returns the reporter that a text names first: its source, or whose trade it speaks of. */
export function mainReporter(text: string): Reporter | null {
  const branch = /海关总署(\p{Script=Han}{2,3})分署/u.exec(text)
  const local = agency.exec(text)
  const town = (local?.[1]?.replace(/^.*[从据向经过获自者讯电及署]/u, '') ?? '').replace(ofProvince, '')
  const isPlace = local !== null && town.length > 1 && !noPlace.test(town)
  const national =
    /海关总署(?!广东分署)|国新办|国务院新闻办|我国(?:外贸|货物|对外|进出口|出口|进口)|中国(?:外贸(?!城市|[大强][省市])|货物|进出口)/u.exec(
      text,
    )
  const named = ownTrade.exec(text)
  // A heading about the city of an office that goes on with its province says nothing of the rest.
  const [heading = ''] = /^[^。；\n]*\n/u.exec(text) ?? []
  const isHeaded = isPlace && heading !== '' && named !== null && named.index < heading.length
  const said = isHeaded && named[0].startsWith(`${town}市`) ? placesOf(town).exec(text.slice(local.index)) : null
  const isOfProvince = said?.slice(1).every((each) => each === undefined)
  const own = isOfProvince ? null : named
  const part = partTold(text)
  const spoken = isPlace
    ? (part?.reporter.words ?? placeOfTrade(town, isOfProvince ? text.slice(local?.index) : text))
    : ''
  const found: readonly { readonly index: number; readonly reporter: Reporter }[] = [
    ...(isPlace
      ? [
          {
            index: local.index,
            reporter: { kind: 'REGION', words: spoken } as const,
          },
        ]
      : []),
    ...(branch ? [{ index: branch.index, reporter: { kind: 'REGION', words: branch[1] ?? '' } as const }] : []),
    ...(own
      ? [{ index: own.index, reporter: { kind: 'REGION', words: province.exec(own[0])?.[0] ?? own[0] } as const }]
      : []),
    ...(part ? [part] : []),
    ...(national ? [{ index: national.index, reporter: china }] : []),
  ]
  return found.toSorted((a, b) => a.index - b.index)[0]?.reporter ?? null
}

const traded = '(?:外贸|贸易|进出口|出口|进口)'
const partTrade = new RegExp(`((?:${partsOfProvinces})(?:地区)?)\\x8F*(?:的|累计|实现|货物|对外)*${traded}`, 'u')
const anyTrade = new RegExp(traded, 'u')

/** Returns the part of a province that a text about no province tells of first: 上半年苏北进出口9亿元. */
function partTold(text: string): { readonly index: number; readonly reporter: Reporter & { kind: 'REGION' } } | null {
  const found = partTrade.exec(text)
  if (found?.[1] === undefined || /[全我本]省/u.test(text)) return null
  const isFirst = !anyTrade.test(text.slice(0, found.index))
  return isFirst ? { index: found.index, reporter: { kind: 'REGION', words: found[1] } } : null
}

/**
 * Returns the province or city that a text names first which speaks of 全省 and the like, but not of an office or its trade.
 * A province that is named nowhere is 我省: 青岛 is none.
 */
export function provinceOf(text: string): Reporter | null {
  const isProvince = /[全我本]省/u.test(text)
  if (!isProvince && !/[全我本][市区]/u.test(text)) return null
  const name = (isProvince ? onlyProvince : anyProvince).exec(text)?.[0] ?? (isProvince ? '我省' : null)
  return name === null ? null : { kind: 'REGION', words: name }
}
const anyProvince = new RegExp(`(?:${provinceNames})(?:省|市(?!场)|(?:壮族|回族|维吾尔)?自治区)?`, 'u')
const onlyProvince = new RegExp(`(?:${provincesOnly})(?:省|市(?!场)|(?:壮族|回族|维吾尔)?自治区)?`, 'u')

/**
 * Matches the region whose trade an office reports first, where its own name has another: 据杭州海关统计，杭州市进出口,
 * 宁波口岸进出口, 据青岛海关统计，山东省进出口, 据黄埔海关统计，东莞市进出口.
 */
const placesOf = memoizeByText((town) => {
  const own = reporterKey({ kind: 'REGION', words: `${town}海关` })
  const trade = String.raw`\x8F*(?:的|累计|实现|外贸|货物贸易|对外贸易)*(?:外贸|贸易|进出口|出口|进口)`
  const other = cities.test(own) ? `|(${provincesOnly})(?:省|(?:壮族|回族|维吾尔)?自治区)?${trade}` : ''
  return new RegExp(
    `(${town}(?:市|口岸|(?:海关)?关区))${trade}|(?<!\\p{Script=Han})(?![全我本该各对与同向自从])(\\p{Script=Han}{2,4}(?:市|自治州|州|(?<![东欧同])盟|新区)|(?:${cityNames}))(?:全市)?${trade}${other}|全省|全区|我省|本省|${own}(?!市|口岸|关区|海关)`,
    'u',
  )
})

function placeOfTrade(town: string, text: string): string {
  const [, own, city, other] = placesOf(town).exec(text) ?? []
  return own?.replace('海关关区', '关区') ?? city ?? other ?? `${town}海关`
}

/** Returns whom a sentence speaks of; an office speaks of what the text is about. */
export function speakerOf(sentence: string, main: Reporter | null): Reporter | null {
  const found = mainReporter(sentence)
  if (found?.kind !== 'REGION' || main?.kind !== 'REGION' || !found.words.endsWith('海关')) return found ?? main
  return main.words.startsWith(found.words.slice(0, -2)) ? main : found
}

const traderSays =
  /(?:公司|集团|工厂|(?<=\p{Script=Han})厂|企业(?!管理|家|协会|联合)|合作社|车间|商行|门店|店铺|平台|卖家|商户)[^，。；！？“”\n处局司会院署]{0,14}?(?:负责人|经理|董事长|总裁|总监|主管|厂长|老板|店主|创始人|员工|工人|说|表示|介绍|告诉|透露|坦言)/u
const analyst = /证券|银行|研究|分析|首席|经济学/u
const namedFirm = /(?:有限|股份|责任)(?:责任)?公司/u
const ofAll = /海关|统计|数据显示|全[国省市区州县关]|[我本该][国省市区州县]|(?:进出口|外贸)(?:总值|总额)/u

export class Traders {
  readonly #text: string
  #isTrader = false
  #isQuoted = false

  constructor(text: string) {
    this.#text = text
  }

  /** Indicates that a sentence is of a single trader, who may be named behind a quotation: “出口增长30%。”公司负责人说. */
  hears({ start, end }: Span): boolean {
    const words = this.#text.slice(start, end)
    if (start === 0 || this.#text[start - 1] === '\n') [this.#isTrader, this.#isQuoted] = [false, false]
    const isQuote = this.#isQuoted || words.includes('“')
    const opened = this.#isQuoted ? start : start + Math.max(0, words.lastIndexOf('“'))
    const closed = isQuote ? this.#text.slice(opened, opened + longestQuote).indexOf('”') : -1
    const behind = closed < 0 ? '' : this.#text.slice(opened + closed + 1, opened + closed + 50)
    const [said = ''] = /^[^。！？\n“]*/u.exec(behind) ?? []
    if (isTrader(words) || namedFirm.test(words)) this.#isTrader = true
    else if (ofAll.test(words)) this.#isTrader = false
    const last = Math.max(words.lastIndexOf('“'), words.lastIndexOf('”'))
    if (last >= 0) this.#isQuoted = words[last] === '“'
    return this.#isTrader || isTrader(said)
  }
}

const longestQuote = 600
const isTrader = (words: string): boolean => {
  const [found] = traderSays.exec(words) ?? []
  return found !== undefined && !analyst.test(found)
}

/** Refuses the figures of an economy other than that of the text, for which it is no source: 美国进出口总额为3.8万亿美元. */
export function withoutOtherEconomies({ statements, loose }: Reading): Reading {
  const isOfMain = ({ frame: { reporter } }: Statement): boolean =>
    reporter?.kind === 'ECONOMY' && reporter.isMain === true
  const isOther = (each: Statement): boolean => each.frame.reporter?.kind === 'ECONOMY' && !isOfMain(each)
  if (!statements.some(isOfMain) || !statements.some(isOther)) return { statements, loose }
  const others = statements.filter(isOther)
  const refused = others.map(({ item, sentence }): LooseNumber => ({ item, reason: 'NO_SUBJECT', sentence }))
  return { statements: statements.filter((each) => !isOther(each)), loose: [...loose, ...refused] }
}
