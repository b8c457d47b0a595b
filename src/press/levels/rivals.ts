import { Decimal } from '../../domain/numbers/decimal.js'
import { groupBy } from '../../lib/group-by.js'
import { getOrInsert } from '../../lib/memo.js'
import { type LooseNumber, type Reading, reporterKey, type Statement } from '../statement.js'
import { type FlowLevel, flowLevel } from './flow-level.js'

interface Told {
  readonly statement: Statement
  readonly level: FlowLevel
}

/** The part of the larger by which two levels of one flow may differ, as a misprint or a revision. */
const tolerance = new Decimal('0.1')

/**
 * Refuses a level that an earlier one of the same flow contradicts by far, with what its sentence says of it: that of a part
 * whose name was not understood.
 */
export function withoutRivals(statements: readonly Statement[]): Reading {
  const kept = new Map<string, Told>()
  const refused = new Set<Statement>()
  const bySentence = groupBy(statements, ({ sentence }) => sentence.start)
  for (const statement of statements) {
    const level = flowLevel(statement)
    // "More than 2 trillion" is a threshold beside the figure.
    if (level === null || statement.isHeading || statement.item.qualifier !== 'EXACT') continue
    const key = `${seriesOf(statement)}|${level.measure}`
    const before = getOrInsert(kept, key, () => ({ statement, level }))
    if (areNear(before.level, level)) continue
    for (const each of bySentence.get(statement.sentence.start) ?? [])
      if (isSaidOf(each, statement, before.statement)) refused.add(each)
  }
  if (refused.size === 0) return { statements, loose: [] }
  return {
    statements: statements.filter((each) => !refused.has(each)),
    loose: [...refused].map(({ item, sentence }): LooseNumber => ({ item, reason: 'SECOND_VALUE', sentence })),
  }
}

const seriesOf = ({ frame, period, isAdjusted }: Statement): string => {
  const names = frame.phrases.map(({ text }) => text.toLowerCase())
  return JSON.stringify([frame.metric, names, reporterKey(frame.reporter), period?.text, isAdjusted === true])
}

const areNear = ({ amount: one }: FlowLevel, { amount: other }: FlowLevel): boolean =>
  one.minus(other).abs().lessThanOrEqualTo(Decimal.max(one, other).times(tolerance))

function isSaidOf(each: Statement, least: Statement, most: Statement): boolean {
  if (each === most || seriesOf(each) !== seriesOf(least)) return false
  // What is said of both in one sentence is of the nearer one.
  const isOther = most.sentence === least.sentence && most.item.start > least.item.start
  return isOther
    ? each.item.start < most.item.start
    : most.sentence !== least.sentence || each.item.start >= least.item.start
}
