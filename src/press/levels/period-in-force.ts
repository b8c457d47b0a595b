import { Decimal } from '../../domain/numbers/decimal.js'
import type { Period } from '../../domain/periods/period.js'
import { getOrInsert } from '../../lib/memo.js'
import { type Frame, type Metric, reporterKey, type Statement } from '../statement.js'
import { contains, type FlowLevel, flowLevel, keepLargest, partIn } from './flow-level.js'

const ofNoPeriod =
  /\bmonthly (?:reports?|data|bulletin|release|figures|statistics)\b|\bfor any (?:single )?month\b|\byear[- ](?:on|over)[- ]year\b|\b(?:from|than|over|compared (?:with|to)) (?:a|the) year (?:ago|earlier|before)\b|\b(?:same|corresponding) period (?:of )?(?:last year|a year (?:ago|earlier))|[比较]?(?:去年|上年|上一年)(?:同期)?|同比|连续[\d一二两三四五六七八九十]+个?(?:年|月|季度)|\b(?:straight|consecutive) (?:years?|months?|quarters?)/giu
const datesOnly = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:19|20)\d\d\b/u
const periodWords = /\b(?:months?|quarters?|half|year|monthly|quarterly|annual)\b|月|季|年|半年|环比/u

/** Indicates a sentence that speaks of the period of the one before it, as far as its words tell. */
const tellsNone = (sentence: string): boolean =>
  !datesOnly.test(sentence) && !periodWords.test(sentence.replace(ofNoPeriod, ''))

const nameOf = ({ metric, phrases }: Frame): string => [metric, ...phrases.map(({ text }) => text)].join('|')

/** The part by which a level may exceed a total, for the rounding of both. */
const tolerance = new Decimal('1.01')

/** The most by which a part of a period may exceed its share in the whole of it. */
const seasonal = new Decimal('1.6')

type Totals = Map<Metric, Map<string, FlowLevel>>

const placeOf = ({ frame: { reporter }, measure }: Statement): string => `${reporterKey(reporter)}|${measure}`

/**
 * Gives the sentences that name no period, behind one about a part of a longer period, to that longer period where their
 * figures fit no other: "Trade was 11 trillion yuan in five months. In May, it was 2 trillion. Private firms traded 5 trillion,
 * 45 percent of the total". Behind one about a year, they are of its last month where a share fits the total of that only.
 */
export function inPeriodInForce(statements: readonly Statement[], text: string): readonly Statement[] {
  const places = totalsIn(statements)
  const runs = runsOf(statements, text)
  const moved = new Map<Statement, Period>()
  for (const run of runs) {
    const evidence = firstOf(run, places)
    if (evidence === null) continue
    const { at, from, to } = evidence
    const isOfParts = (sentence: readonly Statement[]): boolean =>
      sentence.every(({ frame, period }) => frame.phrases.length > 0 && period?.text === from.text)
    const first = run.findLastIndex((sentence, index) => index < at && !isOfParts(sentence)) + 1
    for (const each of run.slice(first).flat()) if (each.period?.text === from.text) moved.set(each, to)
  }
  if (moved.size === 0) return statements
  return statements.map((each) => {
    const period = moved.get(each)
    return period === undefined ? each : { ...each, period }
  })
}

function totalsIn(statements: readonly Statement[]): ReadonlyMap<string, Totals> {
  const places = new Map<string, Totals>()
  for (const each of statements) {
    const level = each.frame.phrases.length === 0 ? flowLevel(each) : null
    if (level === null) continue
    const totals = getOrInsert(places, placeOf(each), () => new Map())
    keepLargest(
      getOrInsert(totals, level.metric, () => new Map()),
      level.period.text,
      level,
    )
  }
  return places
}

/** Returns the runs of sentences that name no period, each with the statements of its sentences. */
function runsOf(statements: readonly Statement[], text: string): readonly (readonly (readonly Statement[])[])[] {
  const runs: Statement[][][] = [[]]
  let start = -1
  for (const each of statements) {
    const { sentence } = each
    if (sentence.start !== start) {
      if (!tellsNone(text.slice(sentence.start, sentence.end))) runs.push([])
      else runs.at(-1)?.push([])
      start = sentence.start
    }
    runs.at(-1)?.at(-1)?.push(each)
  }
  return runs
}

interface Evidence {
  readonly from: Period
  readonly to: Period
}

/** Returns the first evidence of a run, and the index of its sentence. */
function firstOf(
  run: readonly (readonly Statement[])[],
  places: ReadonlyMap<string, Totals>,
): (Evidence & { readonly at: number }) | null {
  for (const [at, sentence] of run.entries())
    for (const each of sentence) {
      const evidence = otherFor(each, sentence, places)
      if (evidence !== null) return { at, ...evidence }
    }
  return null
}

/**
 * Returns the only longer period in which a level fits that does not fit in its own, else the only part of it of whose total
 * the level is the share that the sentence states; null if there is none or it fits.
 */
function otherFor(
  statement: Statement,
  sentence: readonly Statement[],
  places: ReadonlyMap<string, Totals>,
): Evidence | null {
  const level = flowLevel(statement)
  const totals = places.get(placeOf(statement))
  if (level === null || totals === undefined) return null
  const share = sentence.find(
    ({ role, frame, period }) =>
      role === 'SHARE' && nameOf(frame) === nameOf(statement.frame) && period?.text === level.period.text,
  )
  const isTotal = statement.frame.phrases.length === 0
  const fits = (period: Period): boolean =>
    isWithin(level, period, totals, isTotal) && (share === undefined || isShare(level, share, period, totals) !== false)
  if (fits(level.period)) return null
  const all = [...totals.values()]
    .flatMap((each) => [...each.values()])
    .map(({ period }) => period)
    .filter((each) => each.text !== level.period.text)
  const longer = all.filter((each) => contains(each, level.period) && fits(each))
  const isPart = (each: Period): boolean =>
    share !== undefined && contains(level.period, each) && isShare(level, share, each, totals) === true
  const found = longer.length > 0 ? longer : all.filter(isPart)
  const [to, ...others] = new Map(found.map((each) => [each.text, each])).values()
  return to !== undefined && others.length === 0 ? { from: level.period, to } : null
}

/** Indicates a level that is no larger than all trade of a period, or than what a longer one leaves for it. */
function isWithin(level: FlowLevel, period: Period, totals: Totals, isTotal: boolean): boolean {
  const { metric, amount } = level
  const metrics: readonly Metric[] = metric === 'TRADE' ? ['TRADE'] : [metric, 'TRADE']
  const own = (isTotal ? metrics.filter((each) => each !== metric) : metrics).flatMap(
    (each) => totals.get(each)?.get(period.text) ?? [],
  )
  if (own.length > 0) return own.every((each) => amount.lessThanOrEqualTo(each.amount.times(tolerance)))
  return metrics
    .flatMap((each) => [...(totals.get(each)?.values() ?? [])])
    .filter((each) => each.period.text !== period.text && contains(each.period, period))
    .every((each) => amount.lessThanOrEqualTo(partIn(period, each).times(seasonal)))
}

/** Indicates whether a level is the share of a total that its text states; null if there is no such total. */
function isShare({ amount, unit }: FlowLevel, share: Statement, period: Period, totals: Totals): boolean | null {
  const total = share.shareOf === null ? undefined : totals.get(share.shareOf.metric)?.get(period.text)
  if (total === undefined || share.item.qualifier !== 'EXACT' || (share.shareOf?.phrases.length ?? 0) > 0) return null
  const rounding = new Decimal(10).pow(-(share.value.split('.')[1]?.length ?? 0))
  const most = total.amount.times(rounding).div(100).plus(unit).plus(total.unit)
  return total.amount.times(share.value).div(100).minus(amount).abs().lessThanOrEqualTo(most)
}
