import { allUnits, type Unit, unitInfo } from '../src/domain/units/unit.js'
import { place } from '../src/press/placement.js'
import type { Proposal, Proposals } from '../src/press/proposal.js'
import { codes } from '../test/press/support.js'

/** A figure of an answer key, as the README of the press texts describes it. */
interface KeyFigure {
  readonly metric: string
  readonly dimension: string | null
  readonly category: string
  /** Null for an optional figure of a period that has no notation. */
  readonly period: string | null
  readonly value: string | null
  readonly unit: string | null
  readonly yoyChange: string | null
  readonly share: string | null
  readonly otherChange: {
    readonly shareChange?: string
    readonly momChange?: string
    readonly qoqChange?: string
    readonly changes?: readonly { readonly percent: string }[]
  } | null
}

export interface Key {
  readonly text: string
  readonly date: string
  readonly reporter: string
  readonly kind?: string
  readonly figures: readonly KeyFigure[]
  readonly optional: readonly KeyFigure[]
}

/** A level, change or share with what it measures. */
interface Atom {
  readonly kind: 'LEVEL' | 'CHANGE' | 'SHARE' | 'SHARE_CHANGE' | 'OTHER_CHANGE'
  readonly metric: string
  readonly words: string
  readonly period: string
  readonly number: number
  readonly unit: string | null
}

export interface Score {
  readonly wanted: number
  readonly found: number
  readonly proposed: number
  readonly missed: readonly Atom[]
  readonly extra: readonly Atom[]
}

/** Compares proposals with a key. Atoms that the key calls optional count neither way. */
export function score(key: Key, { proposals }: Proposals): Score {
  const wanted = key.figures.flatMap(ofKey)
  const optional = key.optional.flatMap(ofKey)
  const open = proposals.flatMap(ofProposal)
  const take = (atom: Atom): boolean => {
    const at = open.findIndex((each) => isSame(each, atom))
    if (at >= 0) open.splice(at, 1)
    return at >= 0
  }
  const missed = wanted.filter((atom) => !take(atom))
  for (const atom of optional) take(atom)
  const found = wanted.length - missed.length
  return { wanted: wanted.length, found, proposed: found + open.length, missed, extra: open }
}

export const kindOf = ({ kind, reporter, text }: Key): string =>
  kind ??
  (reporter !== 'CN'
    ? reporter.startsWith('CN')
      ? 'regional'
      : 'office'
    : text.includes('zh')
      ? 'national'
      : 'customs')

function ofKey({ metric, dimension, category, period, otherChange, ...figure }: KeyFigure): readonly Atom[] {
  const words = dimension === 'TOTAL' ? '' : category
  return atoms({ metric, words, period: period ?? '' }, figure.value, figure.unit, {
    CHANGE: figure.yoyChange,
    SHARE: figure.share,
    SHARE_CHANGE: otherChange?.shareChange ?? null,
    OTHER_CHANGE: [otherChange?.momChange, otherChange?.qoqChange, ...(otherChange?.changes ?? []).map(percentOf)],
  })
}

function ofProposal({ metric, words, period, value, unit, changes, ...figure }: Proposal): readonly Atom[] {
  return atoms({ metric, words: words ?? '', period: period ?? '' }, value, unit, {
    CHANGE: figure.yoyChange,
    SHARE: figure.share,
    SHARE_CHANGE: figure.shareChange,
    OTHER_CHANGE: changes.map(percentOf).filter((percent) => percent !== figure.yoyChange),
  })
}

const percentOf = ({ percent }: { readonly percent: string | null }): string | null => percent

type Rate = string | null | undefined
type Rates = Readonly<Record<Exclude<Atom['kind'], 'LEVEL'>, Rate | readonly Rate[]>>

function atoms(
  of: Pick<Atom, 'metric' | 'words' | 'period'>,
  value: string | null,
  unit: string | null,
  rates: Rates,
): Atom[] {
  const level: Atom[] = value === null ? [] : [{ ...of, kind: 'LEVEL', number: Number(value), unit }]
  const others = Object.entries(rates).flatMap(([kind, own]) =>
    [own].flat().flatMap((rate) => {
      const isGiven = rate !== null && rate !== undefined
      return isGiven ? [{ ...of, kind: kind as Atom['kind'], number: Number(rate), unit: null }] : []
    }),
  )
  return [...level, ...others]
}

const isSame = (a: Atom, b: Atom): boolean =>
  a.kind === b.kind &&
  a.metric === b.metric &&
  inBase(a) === inBase(b) &&
  measureOf(a.unit) === measureOf(b.unit) &&
  wholePeriod(a.period) === wholePeriod(b.period) &&
  (isSameWords(plain(a.words), plain(b.words)) || isSameParts(a.words, b.words) || isSameCode(a.words, b.words))

/** 4.78 million tonnes are the same level in tonnes and in ten thousand tonnes. */
const inBase = ({ number, unit }: Atom): string =>
  (isUnit(unit) ? number * 10 ** unitInfo(unit).exponent : number).toPrecision(12)
const measureOf = (unit: string | null): string | null => (isUnit(unit) ? unitInfo(unit).base : unit)
const isUnit = (unit: string | null): unit is Unit => allUnits().some((each) => each === unit)

const isSameWords = (a: string, b: string): boolean =>
  a === b || (a !== '' && b !== '' && (a.includes(b) || b.includes(a)))

/** "ASEAN, textiles" and "textiles to ASEAN" are the same partner and product, as "欧盟, 纺织服装" and "欧盟（纺织服装）" are. */
function isSameParts(a: string, b: string): boolean {
  const [one, other] = [a, b].map((words) => {
    const parts = words.split(/[,，、（）()]|\b(?:to|from|with)\b/u).map((part) => plain(part.trim()))
    return parts.filter((part) => part !== '').sort()
  })
  const isPaired = (part: string, at: number): boolean => isSameWords(part, other?.[at] ?? '')
  return one !== undefined && one.length > 1 && one.length === other?.length && one.every(isPaired)
}

/** The European Union and EU countries are one category. */
function isSameCode(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => {
    const phrases = [{ text: text.replace(/[(][^()]*[)]/gu, ''), span: { start: 0, end: 0 }, dimension: null }]
    return a === '' || b === '' ? null : place({ metric: 'TRADE', phrases, reporter: null }, codes, null).category
  })
  return one !== null && one === other
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^(?:the|all) |[“”"'\s,.-]|s\b/gu, '')
    .replace(/^(?:all|总计)$/u, '')

/** The first three months and the first quarter are the same days. */
const wholePeriod = (period: string): string =>
  period
    .replace(/^(\d{4})-01\/\1-03$/, '$1-Q1')
    .replace(/^(\d{4})-01\/\1-06$/, '$1-H1')
    .replace(/^(\d{4})-01\/\1-12$/, '$1')
