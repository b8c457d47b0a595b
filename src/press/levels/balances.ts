import type { Span } from '../source.js'
import { type Phrase, reporterKey, type Statement } from '../statement.js'
import { agree, type FlowLevel, flowLevel, levelOf } from './flow-level.js'

interface Told {
  readonly statement: Statement
  readonly level: FlowLevel
}

const isTotal = ({ frame }: Statement): boolean => frame.phrases.length === 0

const keyOf = ({ frame: { reporter } }: Statement, { measure, period }: FlowLevel, metric: string): string =>
  [reporterKey(reporter), measure, period.text, metric].join('|')

/** Gives a balance the category whose exports and imports before it differ by it. */
export function ofDifference(statements: readonly Statement[]): readonly Statement[] {
  const flows = new Map<string, Told>()
  const topics = new Map<Span, readonly Phrase[]>()
  for (const statement of statements) {
    const level = levelOf(statement)
    if (level === null) continue
    if (flowLevel(statement) !== null) flows.set(keyOf(statement, level, level.metric), { statement, level })
    if (level.metric !== 'BALANCE' || !isTotal(statement)) continue
    const exports = flows.get(keyOf(statement, level, 'EXPORTS'))
    const imports = flows.get(keyOf(statement, level, 'IMPORTS'))
    if (exports === undefined || imports === undefined) continue
    const { phrases } = exports.statement.frame
    const isOfOne = phrases.length === 1 && namesOf(exports.statement) === namesOf(imports.statement)
    const difference = exports.level.amount.minus(imports.level.amount).abs()
    if (!isOfOne || !agree(difference, level.amount.abs(), [exports.level, imports.level, level])) continue
    topics.set(statement.sentence, phrases)
  }
  return topics.size === 0
    ? statements
    : statements.map((each) => {
        const phrases = each.frame.metric === 'BALANCE' && isTotal(each) ? topics.get(each.sentence) : undefined
        return phrases === undefined ? each : { ...each, frame: { ...each.frame, phrases } }
      })
}

const namesOf = ({ frame }: Statement): string => JSON.stringify(frame.phrases.map(({ text }) => text.toLowerCase()))
