import { Decimal } from '../../domain/numbers/decimal.js'
import { type Metric, type Phrase, reporterKey, type Statement } from '../statement.js'
import { agree, contains, type FlowLevel, flowLevel, keepLargest, partIn } from './flow-level.js'

/** The most by which a part of a period may exceed its share in the whole of it. */
const seasonal = new Decimal('1.5')

/**
 * Gives flows without a category in a text that begins with the level of one category to that category, as long as they
 * are smaller than its own trade, which no total is: "Trade with Russia was 39 billion in nine months. In September,
 * exports were 1.8 billion". The first that is larger shows that the text has turned to all trade.
 */
export function ofTopic(statements: readonly Statement[]): readonly Statement[] {
  const at = statements.findIndex((each) => flowLevel(each) !== null)
  const head = statements[at]
  const [topic, ...others] = head?.frame.phrases ?? []
  if (head === undefined || topic === undefined || others.length > 0 || isLeftOut.test(topic.text)) return statements
  if (statements.slice(0, at).some(({ frame }) => !isOf(frame.phrases, topic))) return statements
  const known = new Map<string, FlowLevel>()
  const moved = new Set<string>()
  for (const each of statements.slice(at)) {
    const level = flowLevel(each)
    const { phrases } = each.frame
    if (level === null || !isOfOne(each, head) || !(phrases.length === 0 || isOf(phrases, topic))) continue
    if (phrases.length === 0) {
      const most = mostOf(level, [...known.values()])
      if (most === null) continue
      if (level.amount.greaterThan(most)) break
      moved.add(keyOf(each))
    }
    keepLargest(known, `${level.metric}|${level.measure}|${level.period.text}`, level)
  }
  if (moved.size === 0) return statements
  return statements.map((each) =>
    each.frame.phrases.length === 0 && moved.has(keyOf(each)) && isOfOne(each, head)
      ? { ...each, frame: { ...each.frame, phrases: [topic] } }
      : each,
  )
}

/** The trade in one category, and the flows without a category that follow it. */
interface Sum {
  readonly topic: Phrase
  readonly trade: FlowLevel
  readonly flows: Map<Metric, { readonly level: FlowLevel; readonly key: string }>
}

/**
 * Gives exports and imports without a category to the category whose trade they add up to: "Trade of the zones reached 6.09
 * trillion yuan. Exports rose to 2.74 trillion and imports to 3.35 trillion". Those that were taken for flows of the category
 * of a sentence before, and are larger than its trade, are of all trade.
 */
export function ofSum(statements: readonly Statement[]): readonly Statement[] {
  const sums = new Map<string, Sum>()
  const topics = new Map<string, readonly Phrase[]>()
  for (const each of statements) {
    const level = flowLevel(each)
    if (level === null) continue
    const { metric, phrases, reporter } = each.frame
    const place = `${reporterKey(reporter)}|${level.measure}|${level.period.text}`
    const [topic, ...others] = phrases
    if (metric === 'TRADE') {
      const isTopic = topic !== undefined && others.length === 0 && !isLeftOut.test(topic.text)
      if (isTopic && !isRegion.test(topic.text)) sums.set(place, { topic, trade: level, flows: new Map() })
      else sums.delete(place)
      continue
    }
    const sum = sums.get(place)
    if (sum === undefined) continue
    if (isTaken(each) && isOf(phrases, sum.topic) && level.amount.greaterThan(sum.trade.amount))
      topics.set(keyOf(each), [])
    if (topic !== undefined || sum.flows.has(metric)) continue
    sum.flows.set(metric, { level, key: keyOf(each) })
    if (sum.flows.size < 2) continue
    if (addsUp(sum)) for (const { key } of sum.flows.values()) topics.set(key, [sum.topic])
    sums.delete(place)
  }
  if (topics.size === 0) return statements
  return statements.map((each) => {
    const phrases = topics.get(keyOf(each))
    const isMoved = phrases?.length === 0 ? isTaken(each) : each.frame.phrases.length === 0
    return phrases !== undefined && isMoved ? { ...each, frame: { ...each.frame, phrases } } : each
  })
}

/** Indicates a category that a sentence before names. */
const isTaken = ({ frame: { phrases }, sentence }: Statement): boolean =>
  phrases.length > 0 && phrases.every(({ span }) => span.end <= sentence.start)

function addsUp({ trade, flows }: Sum): boolean {
  const levels = [...flows.values()].map(({ level }) => level)
  return agree(Decimal.sum(...levels.map(({ amount }) => amount)), trade.amount, [trade, ...levels])
}

/**
 * Returns the largest amount that a level may have as one of the topic: that of both flows or of the same in its period, or
 * the share of a longer one, or that of the other flow; null if the text says nothing of that.
 */
function mostOf({ metric, measure, period }: FlowLevel, known: readonly FlowLevel[]): Decimal | null {
  const all = known.filter((each) => each.measure === measure && (metric !== 'TRADE' || each.metric === 'TRADE'))
  const own = all.filter((each) => each.metric === metric || each.metric === 'TRADE')
  const isSame = (each: FlowLevel): boolean => each.period.text === period.text
  const isLonger = (each: FlowLevel): boolean => contains(each.period, period)
  const whole = own.some(isSame) ? own.filter(isSame) : own.filter(isLonger)
  const bounds = [...whole, ...all.filter(isSame)].map((each) =>
    isSame(each) ? each.amount : partIn(period, each).times(seasonal),
  )
  return bounds.length === 0 ? null : Decimal.max(...bounds)
}

const isLeftOut = /^excluding\b/i
/** Names whose trade it is, where a region was not recognised. */
const isRegion = / (?:Province|City|Municipality|Region|Prefecture)$/

const nameOf = ({ text }: Phrase): string => text.toLowerCase().replace(/^(?:\p{L}+['’]s|the|its) /u, '')

const isOf = (phrases: readonly Phrase[], topic: Phrase): boolean =>
  phrases.length === 1 && phrases.every((each) => nameOf(each) === nameOf(topic))

const isOfOne = (one: Statement, other: Statement): boolean =>
  reporterKey(one.frame.reporter) === reporterKey(other.frame.reporter)

const keyOf = ({ sentence, frame, period }: Statement): string =>
  `${sentence.start}|${frame.metric}|${period?.text ?? ''}`
