import type { Qualifier } from '../../../../domain/observations/observation.js'
import { memoizeByObject } from '../../../../lib/memo.js'
import { type Item, isName, item, type Lexer, shifted } from '../../../items.js'
import { mention, type PeriodMention, type Year } from '../../../periods.js'
import { entriesOf } from '../../entries.js'
import { compoundOf, compoundPattern } from './compounds.js'
import { amountWords, decimalOf, digit, inWords, isEstimate, spelled, toNumber } from './numerals.js'
import { upTo, upToPattern } from './up-to.js'

const number = String.raw`\d{1,3}(?:[ ,]\d{3})+(?!\d)(?: ?\. ?\d+)?|\d+(?: ?\. ?\d+)?`
const scale = '万亿|千亿|百亿|十亿|亿|千万|百万|万|千|兆'
const zeros = '〇○零0０'
const year = String.raw`(?<year>(?:\d{4}|[一二][${zeros}一二三四五六七八九]{3}) ?年|今年|本年|去年|上年|前年|同年|当年)?的? ?`
const count = String.raw`[${digit}]{1,20}|\d{1,2}`

const currencies: readonly (readonly [string, string])[] = [
  ['元?人民币|人民币元?', 'CNY'],
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['英镑', 'GBP'],
  ['港元|港币', 'HKD'],
  ['韩元', 'KRW'],
  ['新台币', 'TWD'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['卢布', 'RUB'],
  ['卢比', 'INR'],
  ['新加坡元|新元', 'SGD'],
  ['澳门元', 'MOP'],
  ['元', 'CNY'],
]
const counters: readonly (readonly [string, string, number])[] = [
  ['家|户', 'ENTERPRISE', 0],
  ['公?吨', 'KILOGRAM', 3],
  ['公斤|千克', 'KILOGRAM', 0],
  ['立方米', 'CUBIC_METRE', 0],
  ['平方米', 'SQUARE_METRE', 0],
  ['千瓦时', 'KILOWATT_HOUR', 0],
  ['升', 'LITRE', 0],
  ['标箱|标准箱|辆|艘|台|部|件|架|套|双|只|个(?![月季])', 'ITEM', 0],
  ['人次|人', 'PERSON', 0],
  ['单|票|批次|批|列次|列|柜|箱|包裹|包|份|笔|航次|航班|班次|班|趟|车次|架次|项|条', 'RECORD', 0],
]
// Numbers in words seldom count these as a figure: 三万家, 十万人.
const uncounted = /^(?:ENTERPRISE|PERSON|RECORD)$/
const names = `(?:成员国|国家和地区|国家|经济体|成员|国|省份|省市|省|地级市|城市|市|州|县|区|大类|贸易伙伴|者)`

const unit = `(?: ?(?:[（(](?<inside>[^（）()]{1,5})[）)])?(?<unit>${[...currencies, ...counters].map(([words]) => words).join('|')})?)`
const prefix = String.raw`(?<prefix>人民币|US\$|\$|€|£|¥)? ?`

const patterns: readonly (readonly [string, string])[] = [
  ['unreadable', String.raw`(?<![A-Za-z])[lIO]\d[\d.,]*|\d[\d.,]*[lO](?:[\d.,]+)`],
  [
    'date',
    String.raw`\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|(?:[一二][${zeros}一二三四五六七八九]{3}年)?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\d{1,2} ?月 ?\d{1,2} ?日|\d{4}-\d\d-\d\d|(?<![\d.])\d{1,2} ?日(?!元|均)|\d{1,2} ?[时点](?:\d{1,2}分?|整|许)?(?!\d|[%五])`,
  ],
  [
    'years',
    String.raw`\d{4}(?: ?[-—–/] ?\d{2,4})? ?(?:财年|财政年度)|(?:本|上|该|新)?(?:财年|财政年度)|(?:近|过去|最近)(?:${count})个?月(?!(?:以)?来)|截[至止]到? ?(?:\d{4} ?年)? ?\d{1,2} ?月[底末止]?的(?:前|近|过去|最近)?(?:${count})(?:个月|年)|\d{4} ?年? ?[-—–~至到]+ ?\d{4} ?年(?:同期)?|(?<from>\d{4}) ?年 ?\d{1,2} ?月份? ?[-—–~至到]+ ?(?!\k<from>)\d{4} ?年 ?\d{1,2} ?月份?|近?(?:${count}|几|数)年(?:来|间|前(?!(?:${count})个?[月季]))|“?十[三四五]五”?(?:期间|时期)`,
  ],
  ['upTo', upToPattern(year, count)],
  ['streak', `连续(?:第)?(?:${count})(?:个)?(?:年|月|季度|日|天)(?:度)?|近?(?:${count})个(?:月|季度)(?:以)?来的?`],
  [
    'months',
    String.raw`${year}(?<from>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月?份? ?[-—–~至到]+ ?(?:\k<year>)?(?<to>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月份?`,
  ],
  ['toMonth', `${year}(?:(?<![提此])前|(?<![码街龙巨])头|首)(?<to>${count})个?月`],
  ['toQuarter', `${year}(?:(?<![提此])前|头|首)(?<to>[二两三23])个?季度?`],
  // The first quarters of a year, of which each may have a number: 一至四季度, 第一季度到第三季度.
  ['quarters', `(?<![从由自])${year}第?[一1](?:季度)? ?[-—–~至到]+ ?第?(?<to>[二三四2-4])季度`],
  ['half', `${year}(?<half>上|下)半年`],
  [
    'quarter',
    `${year}(?:(?:第(?=[一二三四1-4](?:[、和]第?[一二三四1-4])*季(?!度))|第?(?=[一二三四1-4](?:[、和]第?[一二三四1-4])*季度))(?<quarter>[一二三四1-4])(?:季度?)?|首季度?)`,
  ],
  [
    'month',
    `${year}(?<month>${count})(?: ?月(?:份)?(?:当月|单月)?(?!均[值价])|(?=(?:[、和](?:${count}))*[、和](?:${count})月))`,
  ],
  [
    'fullYear',
    String.raw`(?<year>(?:\d{4}|[一二][${zeros}一二三四五六七八九]{3}) ?年|今年|去年|上年)(?:全年|度)?(?!期|来)`,
  ],
  ['whole', '全年(?!均[值价]|各?单月)'],
  ['lastMonth', '上个?月(?:份)?|前值(?=[为是]?(?:同比)?(?:[增降升涨跌]|下[降跌]|\\d))'],
  [
    'rank',
    String.raw`第(?:${count}|\d+)(?:大|个|位|次|届|名|批|家)?|前(?:${count})大|前(?:${count}|\d+)(?:位|名)|(?:居|位列)(?:全国)?(?:${count})|时隔(?:${count}|\d+) ?个?(?:年|月|季度)`,
  ],
  [
    'named',
    String.raw`\d{1,2}世纪|(?<=(?:^|[^A-Za-z])G)(?:[378]|10|20)(?![\d.])|(?<=行情)\d{6}(?=[,，])|\d{4}(?=”)|\d[A-Z](?=[\p{Script=Han}])|(?:${count}|\d+)个?(?=${names})`,
  ],
  [
    'points',
    `(?<digits>${number}|${inWords}) ?(?:个?百分点|个(?=(?:[、和及与](?:[提上下升降增减]\\p{Script=Han})?(?:${number})个)*[、和及与](?:[提上下升降增减]\\p{Script=Han})?(?:${number})个?百分点))`,
  ],
  [
    'percent',
    `(?<sign>[+↑⬆↓⬇负-]\uFE0F?)?(?<digits>${number}) ?%(?:(?<turn>[↑⬆↓⬇])\uFE0F?)?|百分之(?<words>${inWords}|${number})|(?<han>${inWords}) ?%`,
  ],
  ['times', `(?<digits>${number}|${inWords}) ?倍(?!以上|左右|多|余|数|增|速|于)`],
  [
    'vague',
    String.raw`(?:[${digit}]|\d)(?:成|位数|分之[${digit}]{1,20})(?:以上|左右|多)?|(?:[${digit}]{1,20}|${number}) ?倍(?:以上|左右|多|余)?`,
  ],
  ['compound', `${prefix}(?<chain>${compoundPattern(number)})(?<more>多|余)?${unit}`],
  ['amount', `${prefix}(?<digits>${number}) ?(?<more>多|余)? ?(?<scale>${scale})?(?<more2>多|余)?${unit}`],
  [
    'amountInWords',
    `(?<![数几上多${digit}千点万亿])(?=[百千]?[一二两三四五六七八九十〇零])(?<digits>${amountWords})(?<more>多|余)?(?<scale>万亿|亿|万|兆)(?<more2>多|余)?(?<unit>${[...currencies.filter(([, code]) => code !== ''), ...counters.filter(([, measure]) => !uncounted.test(measure))].map(([words]) => words).join('|')})`,
  ],
  ['digitsOnly', String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`],
]

/** One alternative per pattern, tried in their order at each place; the group names say which one matched. */
const compiled = memoizeByObject((list: typeof patterns) =>
  list.map(([name, source]) => [name, new RegExp(source, 'uy')] as const),
)
const begins = new RegExp(
  String.raw`[\d+\-↑⬆↓⬇$€£¥lIO百近十“]|[${digit}]|[今本去上前同当年头首全连第居位时人U截过最新该财负]|[至到](?=\d|[今去上]年|[${digit}])`,
  'uy',
)

export const chineseLexer: Lexer = ({ text }) => {
  const items: Item[] = []
  for (let at = 0; at < text.length; ) {
    begins.lastIndex = at
    const found = begins.test(text) ? readAt(text, at) : null
    if (found !== null && !isName(found)) items.push(found)
    at = found?.end ?? at + 1
  }
  return items
}

function readAt(text: string, at: number): Item | null {
  for (const [name, pattern] of compiled(patterns)) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) continue
    const span = { start: at, end: at + found[0].length }
    const made = make(name, found, span, text)
    if (made !== null) return made
  }
  return null
}

function make(name: string, found: RegExpExecArray, span: { start: number; end: number }, text: string): Item | null {
  const groups = found.groups ?? {}
  const afterLetter = /[A-Za-z\d.]/.test(text[span.start - 1] ?? '')
  const periodItem = (period: PeriodMention) => item('PERIOD', span, { period })
  const stated = yearOf(groups['year'])
  switch (name) {
    case 'unreadable':
      return item('UNREADABLE', span, { value: found[0] })
    case 'date':
      return item('DATE', span)
    case 'years':
      return periodItem({ kind: 'OTHER' })
    case 'upTo': {
      const of = yearOf(groups['year'] ?? groups['from'] ?? groups['whole'])
      const period = upTo(
        { year: of, to: toNumber(groups['to'] ?? ''), quarter: toNumber(groups['quarter'] ?? '') },
        text,
        span,
      )
      return period && periodItem(period)
    }
    case 'streak':
      return item('OTHER', span, { measure: 'STREAK' })
    case 'rank':
      return item('OTHER', span)
    case 'named':
      return item('OTHER', span, { measure: 'NAME' })
    case 'vague':
      return item('OTHER', span)
    case 'months':
      return periodItem(
        toNumber(groups['from'] ?? '') === 1
          ? mention(stated, 'YEAR_TO_DATE', toNumber(groups['to'] ?? ''))
          : { kind: 'OTHER' },
      )
    case 'toMonth':
      return periodItem(mention(stated, 'YEAR_TO_DATE', toNumber(groups['to'] ?? '')))
    case 'toQuarter':
      return periodItem(mention(stated, 'YEAR_TO_DATE', toNumber(groups['to'] ?? '') * 3))
    case 'quarters': {
      const period = mention(stated, 'YEAR_TO_DATE', toNumber(groups['to'] ?? '') * 3)
      return afterLetter ? null : item('PERIOD', span, { period, measure: 'QUARTERS' })
    }
    case 'half':
      return periodItem(mention(stated, 'HALF_YEARLY', groups['half'] === '上' ? 1 : 2))
    case 'quarter':
      return periodItem(mention(stated, 'QUARTERLY', toNumber(groups['quarter'] ?? '一')))
    case 'month':
      return afterLetter ? null : periodItem(mention(stated, 'MONTHLY', toNumber(groups['month'] ?? '')))
    case 'fullYear':
      if (/^(?:今年|去年|上年)以来/.test(text.slice(span.start))) return null
      return item('PERIOD', span, {
        period: mention(stated, 'ANNUAL'),
        measure: /全年$/u.test(found[0]) ? 'WHOLE' : null,
      })
    case 'whole':
      return periodItem({ kind: 'FULL_YEAR' })
    case 'lastMonth':
      return periodItem({ kind: 'PREVIOUS' })
    case 'times':
      if (
        /(?:超过?|逾)$/u.test(text.slice(0, span.start).slice(-3)) &&
        exactBehind.test(text.slice(span.end, span.end + 6))
      )
        return item('OTHER', span)
      return grownBefore.test(text.slice(Math.max(0, span.start - 60), span.start)) ? times(found, span) : null
    case 'points':
    case 'percent':
      return rate(name, found, span)
    case 'amountInWords':
      return amount(found, span, text)
    case 'compound':
    case 'amount':
      return afterLetter ? null : amount(found, span, text)
    default:
      return item('NUMBER', span, { value: found[0].replaceAll(',', '') })
  }
}

const signs: Readonly<Record<string, 1 | -1>> = { '+': 1, '↑': 1, '⬆': 1, '-': -1, 负: -1, '↓': -1, '⬇': -1 }

function rate(
  name: 'points' | 'percent',
  { 0: all, groups = {} }: RegExpExecArray,
  span: { start: number; end: number },
): Item {
  const words = groups['words'] ?? groups['digits'] ?? groups['han'] ?? ''
  const from = span.start + all.indexOf(words, groups['words'] === undefined ? 0 : 3)
  if (isEstimate(words)) return item('UNREADABLE', span, { value: all })
  const value = /\d/.test(words) ? words.replace(/[ ,]/g, '') : decimalOf(words)
  return item(name === 'points' ? 'POINTS' : 'PERCENT', span, {
    digits: { start: from, end: from + words.length },
    value,
    sign: signs[groups['sign']?.[0] ?? groups['turn'] ?? ''] ?? 0,
  })
}

// Tells a multiple in full: 增幅超过一倍，达107.4%.
const exactBehind = /^[，,](?:高?达到?|为)\d/u

/** A multiple is a growth rate only behind a verb of growth, or in a list of such rates. */
const grownBefore =
  /(?:增长|增加|扩大|上涨|激增|猛增|大增|暴增|飙升|攀升|提高|(?:增速|增幅|涨幅|(?<=[年比月])增)(?:更|也|均|分别|依次)*(?:是|为)?(?=约|近|超|逾|高达|达|\d|$))(?:了|约|近|超过?|逾|高达|达到?)?(?:\d+(?:\.\d+)? ?[%倍][、和及与])*$/u

/** Growth by a multiple as a percentage: 1.9 times is 190, told to the nearest ten, which the exponent says. */
function times({ 0: all, groups = {} }: RegExpExecArray, span: { start: number; end: number }): Item {
  const words = groups['digits'] ?? ''
  const from = span.start + all.indexOf(words)
  const value = /\d/.test(words) ? words.replace(/[ ,]/g, '') : decimalOf(words)
  return item('PERCENT', span, {
    digits: { start: from, end: from + words.length },
    value: shifted(value, 2),
    exponent: Math.max(0, 2 - (value.split('.')[1]?.length ?? 0)),
  })
}

const exponents: Readonly<Record<string, number>> = {
  万亿: 12,
  兆: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  千万: 7,
  百万: 6,
  万: 4,
  千: 3, // biome-ignore format: one line
}

const currencyOf = entriesOf(currencies)
const counterOf = entriesOf(counters)

function amount(
  { 0: all, groups = {} }: RegExpExecArray,
  span: { start: number; end: number },
  text: string,
): Item | null {
  const { chain } = groups
  const compound = chain === undefined ? null : compoundOf(chain)
  const digits = compound?.digits ?? groups['digits'] ?? ''
  const words = groups['inside'] ?? groups['unit'] ?? groups['prefix'] ?? ''
  const currency = currencyOf(words)?.[1] || undefined
  const symbol = { US$: 'USD', $: 'DOLLAR', '€': 'EUR', '£': 'GBP', '¥': 'YEN_OR_YUAN' }[groups['prefix'] ?? '']
  const counter = currency === undefined ? counterOf(words) : undefined
  if (words === '' && (chain === undefined ? groups['scale'] === undefined : /\d$/.test(chain))) return null
  if ((chain !== undefined && compound === null) || (chain === undefined && isEstimate(digits)))
    return item('UNREADABLE', span, { value: all })
  const from = span.start + all.indexOf(digits)
  const scaled = compound?.exponent ?? exponents[groups['scale'] ?? ''] ?? 0
  const after = text.slice(span.end, span.end + 3)
  const isMore = groups['more'] ?? groups['more2'] ?? /[多余]/u.exec(chain ?? '')?.[0] ?? /^以上/u.exec(after)?.[0]
  return item('AMOUNT', span, {
    digits: { start: from, end: from + digits.length },
    value: compound?.value ?? (/\d/.test(digits) ? digits.replace(/[ ,]/g, '') : decimalOf(digits, scaled)),
    measure: currency ?? symbol ?? counter?.[1] ?? null,
    exponent: scaled + (currency === undefined ? (counter?.[2] ?? 0) : 0),
    qualifier: isMore === undefined ? 'EXACT' : 'OVER',
  })
}

export function qualifierBefore(text: string): Qualifier {
  if (/(?:超过|超|逾|破|高于|多于|不少于|达到或超过|迈上|跨过|跨越|跃上|冲上|站上|站稳|稳居)(?:了)?$/.test(text))
    return 'OVER'
  if (/(?:接近|近|不足|不到|低于|少于|将近)$/.test(text)) return 'UNDER'
  return /(?:约|大约|约为|左右)$/.test(text) ? 'ABOUT' : 'EXACT'
}

function yearOf(text: string | undefined): Year {
  const trimmed = text?.trim() ?? ''
  if (/^\d/.test(trimmed)) return Number.parseInt(trimmed, 10)
  if (/^[一二].{3}年/u.test(trimmed)) return spelled(trimmed.slice(0, 4))
  if (trimmed === '今年' || trimmed === '本年') return 'THIS'
  if (trimmed === '去年' || trimmed === '上年') return 'LAST'
  return trimmed === '前年' ? 'BEFORE_LAST' : null
}
