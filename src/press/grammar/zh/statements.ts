import type { Period } from '../../../domain/periods/period.js'
import type { Item } from '../../items.js'
import type { Frame, Statement } from '../../statement.js'
import type { Group, ShareBase } from './clauses.js'
import { qualifierBefore } from './lexing/lexer.js'
import { measureOf } from './quantities.js'
import type { Sentence } from './sentence.js'

export interface Said {
  readonly sign: number
  readonly base: Period | null
  readonly share: ShareBase | null
  readonly words: string
}

interface Told extends Said {
  readonly period: Period | null
  readonly monthBefore: Period | null
  /** The currency that amounts without one are in. */
  readonly currency: string
  readonly now: Pick<Sentence, 'sentence' | 'isHeading'>
  readonly text: string
}

const onMonth = /^[\s“]*从?环比(?:来|角度|情况)?看?，/u

/** Indicates a sentence whose changes were all on the month before: 进出口环比增长23.8%；其中出口增长32.8%. */
const isOnlyOnMonth = (said: string): boolean => /环比/u.test(said) && !/同比|[比较](?:去年|上年)|同期/u.test(said)

export function statementOf(
  { after, words: all }: Pick<Group, 'after' | 'words'>,
  item: Item,
  role: Statement['role'],
  frame: Frame,
  { sign, base, share, words, period, monthBefore, currency, now: { sentence, isHeading }, text }: Told,
): Statement {
  const isLevel = role === 'LEVEL'
  const qualifier = item.qualifier === 'EXACT' ? qualifierBefore(role === 'SHARE' ? all.text : words) : item.qualifier
  const isNegativeShare = role === 'SHARE' && item.sign < 0 && item.digits.start > item.start
  const said = text.slice(sentence.start, item.start)
  const isOpened = (onMonth.test(said) || isOnlyOnMonth(said)) && !/同比/u.test(words)
  const isOnMonth = role === 'CHANGE' && (/环比|按月|(?<![当单本每])月[增减]$/u.test(words) || isOpened)
  return {
    role,
    item: { ...item, qualifier: isLevel && /^左右/u.test(after) ? 'ABOUT' : qualifier },
    value: `${(role === 'SHARE' ? isNegativeShare : sign < 0) || (isLevel && frame.isDeficit === true) ? '-' : ''}${item.value}`,
    measure: isLevel ? (measureOf(frame, item) ?? currency) : currency,
    frame,
    period,
    base: base ?? (isOnMonth ? monthBefore : null),
    shareOf:
      role === 'SHARE' ? { metric: share?.metric ?? frame.metric, phrases: [share?.partner ?? []].flat() } : null,
    sentence,
    rule: `zh.${role.toLowerCase()}`,
    isHeading,
    isAdjusted: /季节(?:性|因素)*调整|季调/u.test(said),
  }
}
