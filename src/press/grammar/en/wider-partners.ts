import type { Frame, Phrase, Statement } from '../../statement.js'

const narrow = /\b(?:China|[Mm]ainland)$/
const included = /^,? [(]?including Hong Kong(?:(?:,| and|, and) Maca[ou])?\b/

/** Gives a partner the places that the text adds to it, without which it is another: "exports to China, including Hong Kong, rose". */
export function withPlaces(statements: readonly Statement[], text: string): readonly Statement[] {
  const frames = new Map<Frame, Frame>()
  for (const { frame } of statements) {
    const phrases = frame.phrases.map((each) => wider(each, text))
    if (phrases.some((each, at) => each !== frame.phrases[at])) frames.set(frame, { ...frame, phrases })
  }
  return frames.size === 0
    ? statements
    : statements.map((each) => ({ ...each, frame: frames.get(each.frame) ?? each.frame }))
}

function wider(phrase: Phrase, text: string): Phrase {
  if (!narrow.test(phrase.text)) return phrase
  const { start, end } = phrase.span
  const [words = ''] = included.exec(text.slice(end, end + 60)) ?? []
  return words === ''
    ? phrase
    : { ...phrase, text: `${phrase.text}${words.replace('(', '')}`, span: { start, end: end + words.length } }
}
