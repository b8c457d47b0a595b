import { isCurrency, isUnit } from '../../domain/units/unit.js'
import { getOrInsert } from '../../lib/memo.js'
import type { PressReason } from '../reasons.js'
import { reporterKey, type Statement } from '../statement.js'

const inDollars = /\b(?:dollar|USD)(?:[- ]denominated)?[- ]terms\b|[以按]美元(?:计|口径)/iu
const inYuan = /\b(?:yuan|RMB|renminbi)(?:[- ]denominated)?[- ]terms\b|[以按]人民币(?:计|口径)/iu

/**
 * Returns the currencies of a rate: those that its sentence names for it, else those of the levels of the same figure, else
 * the one in force, if a level of the text is in it; null if the text states none.
 */
export function currenciesOf(statements: readonly Statement[]) {
  const keyOf = ({ frame, period }: Statement): string =>
    [frame.metric, period?.text, reporterKey(frame.reporter), ...frame.phrases.map(({ text }) => text)].join('|')
  const ofFigures = new Map<string, Set<string>>()
  const all = new Set<string>()
  for (const statement of statements) {
    const { role, measure } = statement
    if (role !== 'LEVEL' || measure === null || !isUnit(measure) || !isCurrency(measure)) continue
    getOrInsert(ofFigures, keyOf(statement), () => new Set()).add(measure)
    all.add(measure)
  }
  return (statement: Statement, text: string): readonly string[] | null => {
    const { measure, sentence } = statement
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
    const [dollars, yuan] = [inDollars.test(words), inYuan.test(words)]
    if (dollars !== yuan) return [dollars ? 'USD' : 'CNY']
    const own = ofFigures.get(keyOf(statement))
    if (own !== undefined) return [...own]
    return measure !== null && all.has(measure) ? [measure] : null
  }
}

/** The number of characters of a sentence in which words are looked for. */
const longest = 1000

const denial =
  /\b(?:not(?! (?:only|just|merely|seasonally|adjusted|including|counting))|never|fail(?:ed|s)? to)\b|n't\b|未[能达到曾及有]|没有|没[能达到]|并非|不是/iu

const ofTheWorld =
  /\b(?:world|global|worldwide)(?:'s|’s)? (?:(?:goods|merchandise) )?(?:exports|imports|trade)\b|(?:全球|世界)[^，。；我中]{0,6}(?:出口|进口|贸易)/iu

/** Returns the reason that a number is not compared, if the words right before it deny it or speak of the whole world. */
export function objectionTo(
  { item, sentence }: Pick<Statement, 'item' | 'sentence'>,
  text: string,
): PressReason | null {
  const before = text.slice(Math.max(sentence.start, item.start - 100), item.start)
  const clause = /[^,;，；。\d]*$/u.exec(before)?.[0] ?? ''
  if (denial.test(clause)) return { code: 'NEGATED', params: {} }
  const [world] = ofTheWorld.exec(clause) ?? []
  return world === undefined ? null : { code: 'OTHER_REPORTER', params: { reporter: world } }
}
