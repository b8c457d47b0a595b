import type { Item, Slice } from '../../items.js'
import { type Frame, quantityMetric, type Reporter, type Vocabulary, valueMetric } from '../../statement.js'
import type { Head } from './subject.js'
import { predicate } from './words.js'

const enterprises = /(?:外贸|进出口|实绩).*(?:企业|主体)|(?:企业|主体).*(?:外贸|进出口|实绩)/u

/** Returns what a number of enterprises or zones counts; null if it is not trade. */
export function countedBy(
  words: Slice,
  measure: string,
  { dimensionOf }: Vocabulary,
  isTraders: boolean,
): (Pick<Head, 'phrases'> & { readonly metric: Frame['metric'] }) | null {
  const { text } = words.trimmed(predicate)
  if (measure === 'ITEM')
    return /(?:自贸试验区|自由贸易试验区|自贸区)(?:总数|数量)?$/u.test(text)
      ? { metric: 'FREE_TRADE_ZONES', phrases: [] }
      : null
  const kind = /(?:民营|国有|外商投资|外资|私营)企业/u.exec(text)
  if (kind === null) return enterprises.test(text) ? { metric: 'TRADING_ENTERPRISES', phrases: [] } : null
  const phrase = words.slice(kind.index, kind.index + kind[0].length)
  return (isTraders || enterprises.test(text)) && dimensionOf(phrase.text) !== null
    ? { metric: 'TRADING_ENTERPRISES', phrases: [{ text: phrase.text, span: phrase.span, dimension: null }] }
    : null
}

/** The measure of a level: 个 counts pieces, but zones where the metric does. */
export const measureOf = ({ metric }: Frame, { measure }: Pick<Item, 'measure'>): string | null =>
  metric === 'FREE_TRADE_ZONES' ? 'ZONE' : measure

interface Counting {
  /** Indicates that the sentence counts enterprises that trade. */
  readonly isTraders: boolean
  readonly speaker: Reporter | null
  readonly vocabulary: Vocabulary
}

/** Turns frames of values into those of what a level counts: tonnes, enterprises, zones. */
export function measured(
  { kind, measure }: Item,
  words: Slice,
  frames: readonly Frame[] | null,
  { isTraders, speaker, vocabulary }: Counting,
): readonly Frame[] | null {
  if (kind !== 'AMOUNT' || measure === null) return frames
  if (/^[A-Z]{3}$/.test(measure))
    return frames?.map((frame) => ({ ...frame, metric: valueMetric(frame.metric) })) ?? null
  const counted = countedBy(words, measure, vocabulary, isTraders)
  if (counted !== null) return [{ metric: counted.metric, phrases: counted.phrases, reporter: speaker }]
  if (measure === 'ENTERPRISE' || measure === 'PERSON' || measure === 'RECORD') return null
  return (
    frames?.flatMap((frame) => {
      const metric = quantityMetric(valueMetric(frame.metric))
      return metric === null || frame.phrases.length === 0 ? [] : { ...frame, metric }
    }) ?? null
  )
}
