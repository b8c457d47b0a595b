import type { Period } from '../../../domain/periods/period.js'
import type { Span } from '../../source.js'
import { type Frame, type Metric, type Phrase, type Statement, valueMetric } from '../../statement.js'
import { type Comparison, noComparison } from './periods.js'
import { type Head, isEmptyHead } from './subject.js'

/** The state of a sentence: what it has said so far. */
export interface Sentence {
  readonly sentence: Span
  isHeading: boolean
  topics: readonly Phrase[]
  /** The topics of the clauses before, one each: 东盟为第一大贸易伙伴，欧盟为第二大贸易伙伴，…. */
  named: readonly Phrase[]
  /** Indicates that the rate whose former value was told is one of decline: 降幅由5%扩大至7%. */
  isDecline: boolean
  isNewTopic: boolean
  fresh: boolean
  ofWhich: boolean
  isPart: boolean
  lastRole: Statement['role'] | null
  /** Indicates that the last change was a decline. */
  isFalling: boolean
  /** The comparison that the next clause inherits: 与2019年同期相比，进口增长26.3%. */
  announced: Comparison
  /** The comparison of those changes of the sentence that state none: 与2008年一季度相比，…. */
  compared: Comparison
  /** The period whose first change had that comparison: 3月出口比2019年同期增长8%，进口增长5%; null if the sentence opens with it. */
  comparedPeriod: Period | null
  /** The frames of the levels of the sentence, to which a later list of changes applies. */
  readonly stated: Frame[]
  readonly shared: Frame[]
  /** The flows that a clause has named without numbers: 出口和进口走势分化. */
  flows: readonly Frame[]
  /** The direction of the change that a clause has named, whose rate follows bare: 降幅更深，达21.2%. */
  pace: string
  directions: readonly string[]
  /** The frames whose changes follow one by one: 一增一降，增幅为9.3%，降幅为4.4%. */
  turns: readonly Frame[]
  isPrice: boolean
  isForeign: boolean
  /** Indicates that a single trader speaks, of whom the figures are that name no region. */
  isOfTrader: boolean
  /** Indicates that a clause has told of a group of partners, which is none of them: 与主要贸易伙伴进出口均增长. */
  isOfGroup: boolean
  isPartial: boolean
  isForecast: boolean
  isOneWay: boolean
  isAnnounced: boolean
  /** The flow of the goods that a clause has named, of which another flow is not: 出口汽车快速增长. */
  announcedGoods: Metric | null
  isStreak: boolean
  // The goods of which it has told numbers, and the only ones of the sentence before.
  goods: readonly Phrase[]
  readonly goodsBefore: Phrase | null
  /** Indicates that its rates are against another year than the one before. */
  isOnOther: boolean | null
  readonly isOpened: boolean
  // Where it names its first period.
  readonly datedFrom: number
}

export const newSentence = (
  sentence: Span,
  isOpened = false,
  goodsBefore: Phrase | null = null,
  datedFrom = sentence.end,
): Sentence => ({
  sentence,
  isHeading: false,
  topics: [],
  isNewTopic: false,
  named: [],
  isDecline: false,
  fresh: true,
  ofWhich: false,
  isPart: false,
  lastRole: null,
  isFalling: false,
  announced: noComparison,
  compared: noComparison,
  comparedPeriod: null,
  stated: [],
  shared: [],
  flows: [],
  directions: [],
  pace: '',
  turns: [],
  isPrice: false,
  isForeign: false,
  isOfTrader: false,
  isOfGroup: false,
  isPartial: false,
  isForecast: false,
  isOneWay: false,
  isAnnounced: false,
  announcedGoods: null,
  isStreak: false,
  goods: [],
  goodsBefore,
  isOnOther: null,
  isOpened,
  datedFrom,
})

const eachOfTwo = /^另?一个$/u

/** Returns what the numbers of a clause are of that go on, one by one, with what the sentence has told. */
export function inTurn(now: Sentence, head: Head, role: Statement['role'], count: number): readonly Frame[] | null {
  // 铁矿砂、铜进口量减价扬，进口值分别增长70%和10%
  const isSameFlow =
    head.phrases.length === 0 &&
    head.reporter === null &&
    head.metrics.length === 1 &&
    now.flows.every(({ metric }) => valueMetric(metric) === head.metrics[0]?.metric)
  if (count > 1 && (isEmptyHead(head) || isSameFlow) && now.flows.length === count) {
    const { flows } = now
    now.flows = []
    return isSameFlow ? flows.map((each) => ({ ...each, metric: valueMetric(each.metric) })) : flows
  }
  if (count === 2 && isEmptyHead(head) && now.directions.length === count) return now.turns
  const isEach = eachOfTwo.test(head.phrases[0]?.text ?? '') && head.metrics.length === 0
  // 分别进口3亿元和5亿元，一个增长6%，一个下降4%
  if (isEach && now.turns.length === 0) now.turns = now.stated.length === 2 ? [...now.stated] : []
  const [next, ...others] = now.turns
  if (isEach && (next === undefined || role !== 'CHANGE' || count > 1)) return []
  if (next === undefined || role !== 'CHANGE' || count > 1 || !(isEach || isEmptyHead(head))) return null
  now.turns = others
  return [next]
}
