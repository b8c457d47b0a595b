import type { Span } from '../source.js'
import { type Frame, reporterKey, type Statement } from '../statement.js'
import { agree, type FlowLevel, flowLevel, levelOf } from './flow-level.js'

interface Told {
  readonly statement: Statement
  readonly level: FlowLevel
}

const isTotal = ({ frame }: Statement): boolean => frame.phrases.length === 0

const keyOf = ({ measure, period }: FlowLevel, metric: string): string => [measure, period.text, metric].join('|')

/** Gives a balance or trade the category whose exports and imports before it differ by it or add up to it. */
export function ofDifference(statements: readonly Statement[]): readonly Statement[] {
  const flows = new Map<string, Told>()
  const topics = new Map<Span, Pick<Frame, 'metric' | 'phrases'>>()
  for (const statement of statements) {
    const level = levelOf(statement)
    if (level === null) continue
    const { metric } = level
    if (flowLevel(statement) !== null) flows.set(keyOf(level, metric), { statement, level })
    if ((metric !== 'BALANCE' && metric !== 'TRADE') || !isTotal(statement)) continue
    const exports = flows.get(keyOf(level, 'EXPORTS'))
    const imports = flows.get(keyOf(level, 'IMPORTS'))
    if (exports === undefined || imports === undefined) continue
    const { phrases } = exports.statement.frame
    const isOfOne = phrases.length === 1 && namesOf(exports.statement) === namesOf(imports.statement)
    const [one, other] = [exports.level.amount, imports.level.amount]
    const result = metric === 'TRADE' ? one.plus(other) : one.minus(other).abs()
    if (!isOfOne || !agree(result, level.amount.abs(), [exports.level, imports.level, level])) continue
    topics.set(statement.sentence, { metric, phrases })
  }
  return topics.size === 0
    ? statements
    : statements.map((each) => {
        const topic = isTotal(each) ? topics.get(each.sentence) : undefined
        const isOfTopic = topic !== undefined && topic.metric === each.frame.metric
        return isOfTopic ? { ...each, frame: { ...each.frame, phrases: topic.phrases } } : each
      })
}

const namesOf = ({ frame: { phrases, reporter } }: Statement): string =>
  JSON.stringify([reporterKey(reporter), ...phrases.map(({ text }) => text.toLowerCase())])
