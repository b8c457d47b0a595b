import { allUnits, isUnit, type Unit, unitInfo } from '../../../domain/units/unit.js'
import { isLikeUnit, isSubject, type Meaning, unitWords, type Word } from '../words/unit-words.js'

/** The statement of a text about units, made only if all of its words about them are understood. */
export interface UnitStatement {
  readonly unit: Unit | null
  // Whether the text states nothing else.
  readonly isPure: boolean
  readonly isConflict: boolean
  readonly hasScale: boolean
  readonly isLabelled: boolean
  readonly missing: { readonly measure: string; readonly exponent: number } | null
}

interface Token {
  readonly text: string
  readonly word: Word | null
}

interface Phrase {
  readonly base: (Meaning & { readonly is: 'base' }) | null
  readonly exponent: number
  readonly hasScale: boolean
}

const longest = 300

export const noUnit: UnitStatement = {
  unit: null,
  isPure: false,
  isConflict: false,
  hasScale: false,
  isLabelled: false,
  missing: null,
}

/** Reads what a text says about units, such as "Value in million euros"; null if it mentions none. */
export function unitStated(text: string): UnitStatement | null {
  const plain = text.trim()
  if (isUnit(plain)) return { ...noUnit, unit: plain, isPure: true }
  if (plain.length > longest) return null
  const segments = segmentsOf(withoutCodes(plain), unitWords())
  const languages = sharedLanguages(segments.flat())
  const phrases: Phrase[] = []
  let isClear = true
  let isPure = true
  let isLabelled = false
  for (const segment of segments) {
    const kinds = segment.map(({ word }) => word?.meaning.is ?? null)
    if (kinds.includes('label')) isLabelled = true
    const own = phraseOf(segment, languages)
    if (own === null) {
      const isRate = kinds[0] === 'per' && phrases.length > 0
      if (isRate || (isLabelled && kinds.includes(null))) isClear = false
      if (kinds.includes(null)) isPure = false
    } else if (own === 'unclear') {
      isClear = false
    } else {
      if (own.isPartial) isPure = false
      if (!own.phrase.base?.isWeak || own.phrase.hasScale || isLabelled || own.isPartial) phrases.push(own.phrase)
      else isPure = false
    }
  }
  if (phrases.length === 0 && isClear) return null
  const hasScale = phrases.some((phrase) => phrase.hasScale)
  const open = { ...noUnit, isPure: isPure && isClear, hasScale, isLabelled }
  const whole = joined(phrases)
  if (whole === 'conflict') return { ...open, isConflict: true }
  if (!isClear || whole === null) return open
  const { base, exponent } = whole
  const unit = allUnits().find((each) => unitInfo(each).base === base && unitInfo(each).exponent === exponent)
  return unit === undefined ? { ...open, missing: { measure: base, exponent } } : { ...open, unit }
}

/** Removes the codes of databases after their texts, as in "Exports [EXP_VAL]", unless they are of a unit. */
const withoutCodes = (text: string): string =>
  text.replace(/\[([A-Z\d_$]+)\]/g, (whole, code: string) => ((unitStated(code)?.unit ?? null) === null ? ' ' : whole))

export const unitNamed = (text: string): Unit | null =>
  allUnits().find((unit) => {
    const { name, symbol } = unitInfo(unit)
    return text === name.zh || text === symbol || text.toLowerCase() === name.en.replace(/\(s\)$/, '').toLowerCase()
  }) ??
  unitStated(text)?.unit ??
  null

/** Joins a unit and a multiplier that stand apart, as in "Canadian dollars, thousands". */
function joined(phrases: readonly Phrase[]): { readonly base: string; readonly exponent: number } | 'conflict' | null {
  const [first, ...others] = phrases.filter(({ base }) => base !== null)
  if (first?.base == null) return null
  const { base } = first.base
  const isOther = (each: Phrase) => each.base?.base !== base || each.exponent !== first.exponent
  if (others.some(isOther)) return 'conflict'
  const [scale, ...more] = new Set(phrases.flatMap((each) => (each.base === null ? [each.exponent] : [])))
  const isRepeated = scale !== undefined && scale === first.exponent - first.base.exponent
  if (more.length > 0 || (scale !== undefined && first.hasScale && !isRepeated)) return 'conflict'
  return { base, exponent: first.exponent + (isRepeated ? 0 : (scale ?? 0)) }
}

type Reading = { readonly phrase: Phrase; readonly isPartial: boolean } | 'unclear' | null

/** Reads a segment that is a unit, or ends with "in" and one. Returns null for one that mentions no unit. */
function phraseOf(segment: readonly Token[], languages: readonly string[]): Reading {
  const mentions = segment.filter((token) => isMention(token) && !isWeak(token))
  const whole = segment.every(({ word, text }) => word !== null || isSubject(text)) && phraseIn(segment, languages)
  const isPartial = segment.some(({ word }) => word === null)
  if (whole) return mentions.length > 0 || !isPartial ? { phrase: whole, isPartial } : null
  const at = segment.findLastIndex(({ word }) => word?.meaning.is === 'in')
  const end = segment.slice(at + 1)
  const isEnd = at >= 0 && !segment.slice(0, at).some(isMention) && end.every(({ word }) => word !== null)
  const phrase = isEnd ? phraseIn(end, languages) : null
  if (phrase) return { phrase, isPartial: true }
  return mentions.length > 0 ? 'unclear' : null
}

const isWeak = ({ word }: Token): boolean => word?.meaning.is === 'base' && word.meaning.isWeak

const isMention = ({ word, text }: Token): boolean =>
  word === null
    ? isLikeUnit(text)
    : word.meaning.is === 'base' ||
      word.meaning.is === 'bases' ||
      (word.meaning.is === 'scale' && !/^(?:\p{L}|1|10|100)$/u.test(text))

/** Multiplies the multipliers of a segment. Returns null if it has two units, a rate, or an ambiguous word. */
function phraseIn(segment: readonly Token[], languages: readonly string[]): Phrase | null {
  let base: Phrase['base'] = null
  let exponent = 0
  let hasScale = false
  for (const { word } of segment) {
    const meaning = word?.meaning
    if (meaning?.is === 'per') return null
    if (meaning?.is === 'base' || meaning?.is === 'bases') {
      const own = meaning.is === 'base' ? meaning : baseIn(meaning.senses, languages)
      if (own === null || (base !== null && base.base !== own.base)) return null
      base = own
    }
    if (meaning?.is !== 'scale') continue
    const sense = senseOf(meaning.senses, languages)
    if (sense === null) return null
    exponent += sense
    hasScale = true
  }
  const isNumber = segment.every(({ text }) => /^\d/.test(text))
  if (base === null && (!hasScale || (isNumber && exponent < 3))) return null
  return { base, exponent: exponent + (base?.exponent ?? 0), hasScale }
}

function baseIn(senses: (Meaning & { readonly is: 'bases' })['senses'], languages: readonly string[]): Phrase['base'] {
  const [found, ...others] = senses.filter((each) => each.languages.some((one) => languages.includes(one)))
  if (found === undefined || others.length > 0) return null
  return { is: 'base', base: found.base, exponent: 0, isWeak: false }
}

type Senses = (Meaning & { readonly is: 'scale' })['senses']

/** Returns what a multiplier means in the language that other words show; "billion" without any is English. */
function senseOf(senses: Senses, languages: readonly string[]): number | null {
  const of = (some: Senses) => new Set(some.map(({ exponent }) => exponent))
  const all = of(senses)
  const shown = languages.length > 0 ? languages : ['en']
  const [found, ...others] =
    all.size === 1 ? all : of(senses.filter((each) => each.languages.some((one) => shown.includes(one))))
  return found === undefined || others.length > 0 ? null : found
}

function sharedLanguages(tokens: readonly Token[]): readonly string[] {
  const shown = tokens.flatMap(({ word, text }) => {
    if (word === null && /^(?:ex|im)porta(?:ç|ci)/.test(text)) return [['es', 'pt']]
    const isAmbiguous =
      word?.meaning.is === 'scale' && new Set(word.meaning.senses.map(({ exponent }) => exponent)).size > 1
    return word === null || isAmbiguous || word.meaning.is === 'label' || word.languages.length === 0
      ? []
      : [word.languages]
  })
  const [first = [], ...others] = shown
  return first.filter((language) => others.every((each) => each.includes(language)))
}

const parts =
  /(?<break>[()[\]{}:;,|–—、。，：；（）\n]|\s-\s)|(?<number>\d{1,3}(?:[ .,'’\u00a0\u2009\u202f]\d{3})+(?!\d)|['’]?000(?:[ ,.]000)*s?(?!\d)|\d+)|(?<symbol>(?:US|U\.S\.|HK|AU?|CA?|CAN|NZ|S|NT|R|MEX|MX)?\$|[€£¥%‰₹₩₽/÷=×])|(?<cjk>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)|(?<hangul>\p{Script=Hangul}+)|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:\.\p{L}+)*\.?)/giu

// The characters of offices outside the mainland of China, whose 元 is another currency.
const otherYuan = /[億萬單臺幣歐噸]/u

function segmentsOf(text: string, words: ReadonlyMap<string, Word>): Token[][] {
  const segments: Token[][] = [[]]
  const plain = text
    .replace(otherYuan.test(text) ? /(?<![美歐日港])元/g : /$^/, '圓')
    .replace(/\bT(?=€)/g, 'k')
    .replace(/\bECU\/EURO?\b/gi, 'euro')
    .replace(/(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)/g, ' ')
    .replace(/euro[- ]?(?:area|zone|raum|zona)|zone euro|(?:zona|área) (?:del )?euro/gi, ' ')
    .replace(/(?<!10|\bk?m)[¹²³⁰⁴-⁹]+/g, '')
    .replaceAll('_', ' ')
    .normalize('NFKC')
  for (const { groups = {} } of plain.matchAll(parts)) {
    const last = segments.at(-1) as Token[]
    const { number, symbol, cjk, hangul, word } = groups
    if (groups['break'] !== undefined) segments.push([])
    else if (number !== undefined) last.push(numberToken(number))
    else if (symbol !== undefined) last.push(token(symbol.toLowerCase().replaceAll('.', ''), words))
    else if (cjk !== undefined) last.push(...cjkTokens(cjk, words))
    else if (hangul !== undefined) last.push(...hangulTokens(hangul, words))
    else if (word !== undefined) last.push(...wordTokens(word, words))
  }
  return segments.map((segment) => merged(segment, words)).filter((segment) => segment.length > 0)
}

const token = (text: string, words: ReadonlyMap<string, Word>): Token => ({ text, word: words.get(text) ?? null })

function numberToken(text: string): Token {
  const digits = text.replace(/[^\d]/g, '')
  const zeros = /^10*$/.test(digits) ? digits.length - 1 : /^0+$/.test(digits) ? digits.length : null
  const meaning = zeros === null ? null : ({ is: 'scale', senses: [{ exponent: zeros, languages: [] }] } as const)
  return { text, word: meaning && { meaning, languages: [] } }
}

/** Reads a Korean word that consists of known parts only: their characters are parts of many other words. */
function hangulTokens(text: string, words: ReadonlyMap<string, Word>): Token[] {
  const tokens = cjkTokens(text, words)
  return tokens.every(({ word }) => word !== null)
    ? tokens
    : [text.endsWith('달러') ? { text: '달러', word: null } : token(text, words)]
}

// Danish has points in t.kr.
const swedish = /^(?:t|m|mn|md)kr$/i

const gluedCrowns = /^(k|t|m|mn|mio|mill|mrd|mia|md)(kr)$/

const glued = /^(k|t|m|mn|mln|mio|bn|tsd|mrd|mia|md)?([a-z]{3})(k|m|mn|mln|bn|tn|mio|mrd)?$/

function wordTokens(text: string, words: ReadonlyMap<string, Word>): Token[] {
  const plain = text.replaceAll('.', '').toLowerCase()
  if (plain === 't') return [text.startsWith('t') ? token('tonne', words) : { text: plain, word: null }]
  if (words.has(plain)) return [token(plain, words)]
  const [, before, code = '', after] = gluedCrowns.exec(plain) ?? glued.exec(plain) ?? []
  const base = words.get(code)
  if ((base?.meaning.is !== 'base' && base?.meaning.is !== 'bases') || (before === undefined) === (after === undefined))
    return [{ text: plain, word: null }]
  const isSwedish = swedish.test(text)
  const scale = before === 't' ? 'k' : before === 'md' ? 'bn' : (before ?? after ?? '')
  return [token(scale, words), token(isSwedish ? 'sek' : code, words)]
}

function cjkTokens(text: string, words: ReadonlyMap<string, Word>): Token[] {
  const found: Token[] = []
  for (let at = 0; at < text.length; ) {
    const length = [4, 3, 2, 1].find((each) => words.has(text.slice(at, at + each))) ?? 0
    const known = text.slice(at, at + Math.max(1, length))
    found.push(token(known, words))
    at += known.length
  }
  return found
}

function merged(tokens: readonly Token[], words: ReadonlyMap<string, Word>): Token[] {
  const found: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const nameOf = (count: number) =>
      tokens
        .slice(at, at + count)
        .map(({ text }) => text)
        .join(' ')
    const count = [4, 3, 2].find((each) => at + each <= tokens.length && words.has(nameOf(each))) ?? 1
    found.push(count === 1 ? (tokens[at] as Token) : token(nameOf(count), words))
    at += count
  }
  return found
}
