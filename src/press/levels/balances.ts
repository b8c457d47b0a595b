import { Decimal } from '../../domain/numbers/decimal.js'
import type { Phrase, Statement } from '../statement.js'
import { reporterKey } from '../statement.js'
import { type FlowLevel, flowLevel } from './flow-level.js'

interface Told {
  readonly statement: Statement
  readonly level: FlowLevel
}

const isTotal = ({ frame }: Statement): boolean => frame.phrases.length === 0

const placeOf = ({ frame: { reporter }, measure }: Statement): string => `${reporterKey(reporter)}|${measure}`

const agree = (sum: Decimal, whole: Decimal, levels: readonly FlowLevel[]): boolean =>
  sum
    .minus(whole)
    .abs()
    .lessThanOrEqualTo(Decimal.sum(...levels.map(({ unit }) => unit)).div(2))

/** Gives a balance the category whose exports and imports before it differ by it. */
export function ofDifference(statements: readonly Statement[]): readonly Statement[] {
  const flows = new Map<string, Told>()
  const topics = new Map<Statement, readonly Phrase[]>()
  for (const statement of statements) {
    const level = flowLevel(statement)
    if (level !== null) {
      flows.set(`${placeOf(statement)}|${level.period.text}|${level.metric}`, { statement, level })
      continue
    }
    const { frame, role, measure, period, value, item } = statement
    if (frame.metric !== 'BALANCE' || !isTotal(statement) || role !== 'LEVEL' || measure === null) continue
    const [exports, imports] = ['EXPORTS', 'IMPORTS'].map((metric) =>
      flows.get(`${placeOf(statement)}|${period?.text}|${metric}`),
    )
    if (exports === undefined || imports === undefined) continue
    const { phrases } = exports.statement.frame
    const isOfOne = phrases.length === 1 && namesOf(exports.statement) === namesOf(imports.statement)
    const scale = new Decimal(10).pow(item.exponent)
    const unit = scale.div(new Decimal(10).pow(value.split('.')[1]?.length ?? 0))
    const balance: FlowLevel = { ...exports.level, amount: new Decimal(value).times(scale), unit }
    const difference = exports.level.amount.minus(imports.level.amount)
    if (!isOfOne || !agree(difference.abs(), balance.amount.abs(), [exports.level, imports.level, balance])) continue
    for (const each of statements)
      if (each.sentence === statement.sentence && each.frame.metric === 'BALANCE' && isTotal(each))
        topics.set(each, phrases)
  }
  return topics.size === 0
    ? statements
    : statements.map((each) => ({ ...each, frame: { ...each.frame, phrases: topics.get(each) ?? each.frame.phrases } }))
}

const namesOf = ({ frame }: Statement): string => JSON.stringify(frame.phrases.map(({ text }) => text.toLowerCase()))
