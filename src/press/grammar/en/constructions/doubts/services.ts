import type { Span } from '../../../../source.js'
import type { Frame } from '../../../../statement.js'
import type { State } from '../../state.js'
import { ofServices, servicesSaid, withServices } from '../../words.js'

const ofBoth =
  /\bgoods and services (?:trade )?(?:deficit|surplus|balance)\b|\b(?:deficit|surplus|balance|exports|imports) (?:in|of|on|for) (?:the )?(?:international )?(?:trade in )?goods and services\b/i

/** Indicates figures of services, alone or with goods, of which the metrics are not. `said` is the sentence up to the number. */
export function areOfServices(
  { context, plain, isOnServices }: State,
  frames: readonly Frame[],
  said: string,
  { start }: Span,
): boolean {
  if (isOnServices) return true
  const inParagraph = plain.slice(plain.lastIndexOf('\n', start - 1) + 1, start)
  if (frames.every(({ phrases }) => phrases.some(({ text }) => ofServices.test(text)))) return true
  const isNamed = frames.some(({ phrases }) => phrases.length > 0)
  if (withServices.test(said) || (servicesSaid.test(said) && !isNamed)) return true
  // The exports behind such a head are those of both, unless the paragraph speaks of goods.
  const isBoth = context.speaksOfServices && !isNamed && ofBoth.test(plain.slice(0, 400))
  return isBoth && !/\b(?:goods|merchandise|commodit(?:y|ies))\b(?! and services)/i.test(inParagraph)
}
