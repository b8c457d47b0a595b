import { type Frame, reporterKey, type Statement, type Vocabulary } from '../../statement.js'

/** The number of statements behind that of a trade among which its exports and imports are looked for. */
const reach = 8

const ofAll =
  /(?:\b(?:total|overall|aggregate|all|whole|global|national|foreign)|['’]s)\s+(?:[a-z]+\s)?(?:exports?|imports?)\b/i

/**
 * Gives exports and imports without a category that of the trade directly before them: "Cross-border e-commerce reached
 * 2.11 trillion yuan. The value of exports was 1.55 trillion yuan, and that of imports 0.56 trillion yuan".
 */
export function withParts(
  statements: readonly Statement[],
  text: string,
  { dimensionOf }: Vocabulary,
): readonly Statement[] {
  const frames = new Map<Statement, Frame>()
  for (const [at, trade] of statements.entries()) {
    const { phrases, reporter } = trade.frame
    if (!isLevelOf('TRADE', trade) || phrases.length === 0) continue
    // Words that name no category may be read wrongly, and are not given to others.
    if (phrases.some((each) => dimensionOf(each.text) === null)) continue
    const behind = statements.slice(at + 1, at + 1 + reach)
    const other = behind.findIndex((each) => isLevelOf('TRADE', each))
    const near = other < 0 ? behind : behind.slice(0, other)
    const [exports, imports] = (['EXPORTS', 'IMPORTS'] as const).map((metric) =>
      near.find((each) => isLevelOf(metric, each) && isBeside(trade, each)),
    )
    if (exports === undefined || imports === undefined) continue
    const last = Math.max(exports.sentence.end, imports.sentence.end)
    const first = near.find((each) => each.frame.metric !== 'TRADE')
    const isDirect = first !== undefined && /^(?:EXPORTS|IMPORTS)$/.test(first.frame.metric) && isBeside(trade, first)
    const own = near.filter((each) => each.sentence.end <= last)
    const sentences = new Set([trade, ...own].map((each) => each.sentence.start))
    const between = text.slice(trade.sentence.end, Math.max(trade.sentence.end, last))
    if (!isDirect || sentences.size > 2 || between.includes('\n') || ofAll.test(text.slice(trade.item.end, last)))
      continue
    for (const each of own)
      if (/^(?:EXPORTS|IMPORTS)$/.test(each.frame.metric) && isBeside(trade, each))
        frames.set(each, { ...each.frame, phrases, reporter })
  }
  return frames.size === 0 ? statements : statements.map((each) => ({ ...each, frame: frames.get(each) ?? each.frame }))
}

const isLevelOf = (metric: Frame['metric'], { role, frame, isHeading }: Statement): boolean =>
  role === 'LEVEL' && frame.metric === metric && !isHeading

const isBeside = ({ period, measure, frame: { reporter } }: Statement, { frame, ...other }: Statement): boolean =>
  frame.phrases.length === 0 &&
  (frame.reporter === null || reporterKey(frame.reporter) === reporterKey(reporter)) &&
  other.period !== null &&
  other.period.text === period?.text &&
  (other.role !== 'LEVEL' || other.measure === measure)
