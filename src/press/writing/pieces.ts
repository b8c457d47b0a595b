import { type Printed, printedText } from '../../domain/numbers/decimal.js'
import type { Observation, PrintedLevel } from '../../domain/observations/observation.js'
import { formatted } from '../../domain/text/citation.js'
import type { Language } from '../../domain/text/language.js'
import { baseOf, compatible, convert, type Unit, unitInfo } from '../../domain/units/unit.js'
import { counted } from '../items.js'
import type { Span } from '../source.js'

type Piece<Figure> = string | { readonly digits: string; readonly figure: Figure }
export type Pieces<Figure> = readonly Piece<Figure>[]

export interface NumberSpan<Figure> {
  readonly span: Span
  readonly figure: Figure
}

/** A text whose every number belongs to a figure; spans are in UTF-16 code units. */
export interface WrittenText<Figure> {
  readonly text: string
  readonly spans: readonly NumberSpan<Figure>[]
}

export function joinPieces<Figure>(pieces: Pieces<Figure>): WrittenText<Figure> {
  const spans: NumberSpan<Figure>[] = []
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    else {
      spans.push({ span: { start: text.length, end: text.length + piece.digits.length }, figure: piece.figure })
      text += piece.digits
    }
  }
  return { text, spans }
}

export const listed = <Figure>(
  parts: readonly Pieces<Figure>[],
  separator: string,
  last: string = separator,
): Pieces<Figure> =>
  parts.flatMap((part, at) => (at === 0 ? part : [at === parts.length - 1 ? last : separator, ...part]))

/** Returns the level of a figure with its unit and qualifier, without a sign unless `isSigned`; null if none was printed. */
export function levelPieces<Figure extends Observation>(
  figure: Figure,
  language: Language,
  isSigned = true,
): Pieces<Figure> | null {
  const { value } = figure
  if (value === null) return null
  const text = formatted(
    isSigned ? figure : { ...levelOf(figure), value: value.abs() },
    language,
    unitFor(figure, language),
  )
  return text === null ? null : piecesOf(text, figure)
}

const levelOf = ({ value, unit, decimals, qualifier }: Observation) => ({ value, unit, decimals, qualifier })

/** Marks the first number of a text, which is the one that a pattern of a unit was filled with. */
function piecesOf<Figure>(text: string, figure: Figure): Pieces<Figure> {
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(text)
  if (found === null) return [text]
  const [digits] = found
  return [text.slice(0, found.index), { digits, figure }, text.slice(found.index + digits.length)].filter(
    (piece) => piece !== '',
  )
}

export function ratePieces<Figure>(
  { value, decimals }: Printed,
  figure: Figure,
  unit: 'PERCENT' | 'PERCENTAGE_POINT',
  language: Language,
): Pieces<Figure> {
  const rate = { value: value.abs(), decimals, qualifier: 'EXACT', unit } as const
  return piecesOf(formatted(rate, language) ?? printedText(rate), figure)
}

/** Returns a printed share in percent, with its sign in words: minus 12.0%, 负12.0%. */
export function sharePieces<Figure>(share: Printed, figure: Figure, language: Language): Pieces<Figure> {
  const rate = ratePieces(share, figure, 'PERCENT', language)
  const isNegative = share.value.isNegative() && !share.value.isZero()
  return isNegative ? [language === 'ZH' ? '负' : 'minus ', ...rate] : rate
}

const foreign: Readonly<Record<Language, RegExp>> = {
  EN: /_(?:10_THOUSAND|100_MILLION)$/,
  ZH: /(?<!_10)_THOUSAND$|(?<!_100)_MILLION$|_BILLION$/,
}
const scale = /_(?:10_THOUSAND|100_MILLION|THOUSAND|MILLION|BILLION|TRILLION)$/

/** Chooses the printed unit, or another scale of it where the language has no word for it or the number is too long. */
function unitFor(figure: PrintedLevel, language: Language): Unit {
  const { value, unit } = figure
  if (value === null) return unit
  const wholeDigits = (of: Unit): number => convert(value.abs(), unit, of).trunc().toFixed().length
  const isForeign = foreign[language].test(unit)
  const isCount = counted.has(baseOf(unit))
  if (!isForeign && (wholeDigits(unit) <= 5 || (isCount && !isRound(figure)))) return unit
  const stem = unit.replace(scale, '')
  const candidates = compatible(unit)
    .filter((each) => each.replace(scale, '') === stem && !foreign[language].test(each))
    .sort((a, b) => unitInfo(a).exponent - unitInfo(b).exponent)
  if (isCount && language === 'EN') return candidates[0] ?? unit
  const most = isCount ? 5 : language === 'ZH' ? 6 : 5
  const short = candidates.filter((each) => wholeDigits(each) <= most)
  const decimalsIn = (of: Unit): number => (figure.decimals ?? 0) + unitInfo(of).exponent - unitInfo(unit).exponent
  const isPlain = (of: Unit): boolean => decimalsIn(of) <= 2 && convert(value.abs(), unit, of).greaterThanOrEqualTo(1)
  return short.findLast(isPlain) ?? short[0] ?? candidates.at(-1) ?? unit
}

/** Indicates a count that was printed in ten thousands, or may have been: 55.6万家, not 300,700家. */
const isRound = ({ decimals, qualifier, unit }: PrintedLevel): boolean =>
  qualifier !== 'EXACT' || (decimals ?? 0) - unitInfo(unit).exponent <= -2
