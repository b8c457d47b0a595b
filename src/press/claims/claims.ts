import { type Category, type CodeLists, categoryText, total } from '../../domain/codes/codes.js'
import { growth, quantityOf as levelOf, minus, percentage, type Quantity } from '../../domain/numbers/quantity.js'
import { type Period, yearBefore } from '../../domain/periods/period.js'
import { isCurrency } from '../../domain/units/unit.js'
import { Pace } from '../../lib/pace.js'
import { comparisonOf } from '../arithmetic.js'
import { withoutUnit } from '../assemble.js'
import { type Placement, place } from '../placement.js'
import { type PressRequest, readStatements } from '../read.js'
import type { PressReason } from '../reasons.js'
import type { Span } from '../source.js'
import type { Statement } from '../statement.js'
import { type FigureSource, quantityOf, type StoredFigure, type WantedFigure } from '../stored.js'
import { compare, levelIn, type Official, rateIn, type Stated, statedBy } from './numbers.js'
import { currenciesOf, objectionTo } from './words.js'

/** The relation of a number of a text to the official one, the best first. */
const verdicts = ['AGREES', 'WITHIN_ROUNDING', 'REVISED_SINCE', 'DISAGREES', 'NOT_FOUND'] as const
export type ClaimVerdict = (typeof verdicts)[number]

/** A number of a text beside the official figure; that is null if the store has none. */
export interface Claim<Figure> {
  readonly verdict: ClaimVerdict
  readonly span: Span
  readonly sentence: Span
  readonly official: Figure | null
  readonly reason: PressReason
}

interface Lookup {
  readonly own: WantedFigure
  readonly base: WantedFigure | null
  readonly whole: WantedFigure | null
  readonly wholeBase: WantedFigure | null
}

interface Question {
  readonly statement: Statement
  readonly stated: Stated
  readonly base: Period
  readonly wholeMetric: string | null
  readonly notStored: PressReason
  readonly lookups: readonly Lookup[]
}

type Judged<Figure> = Pick<Claim<Figure>, 'verdict' | 'official' | 'reason'>

/**
 * Compares each number of a text with the official one: as printed, else as printed levels imply it. A number whose
 * meaning, category or period is unknown is NOT_FOUND. Takes at most two statements.
 */
export async function checkClaims<Figure extends StoredFigure>(
  request: PressRequest,
  dataset: string,
  store: FigureSource<Figure>,
  pace = new Pace(),
): Promise<readonly Claim<Figure>[]> {
  const { source, statements, loose } = await pace.run(readStatements(request))
  const currencies = currenciesOf(statements)
  const asked = statements.map(
    (statement) =>
      objectionTo(statement, source.text) ??
      questionOf(statement, request, dataset, currencies(statement, source.text)),
  )
  const questions = asked.filter((each) => 'lookups' in each)
  const wanted = questions.flatMap(({ lookups }) =>
    lookups.flatMap(({ own, base, whole, wholeBase }) => [own, base, whole, wholeBase].filter((each) => each !== null)),
  )
  const found = await readAll(wanted, store)
  const first = questions.map((question) => judge(question, found, null))
  const doubtful = first.flatMap(({ verdict, official }) =>
    verdict === 'DISAGREES' && official !== null ? official : [],
  )
  const earlier = new Map<Figure, readonly Figure[]>()
  const versions = doubtful.length === 0 ? [] : await store.earlier(doubtful)
  doubtful.forEach((figure, at) => {
    earlier.set(figure, versions[at] ?? [])
  })
  const judged = new Map(
    questions.map((question, at) => {
      const before = first[at]
      return [question, before && before.verdict !== 'DISAGREES' ? before : judge(question, found, earlier)]
    }),
  )
  const claimOf = (
    { item, sentence }: Pick<Statement, 'item' | 'sentence'>,
    judged: Judged<Figure>,
  ): Claim<Figure> => ({
    ...judged,
    span: source.original(item.digits),
    sentence: source.original(sentence),
  })
  const notFound = (reason: PressReason): Judged<Figure> => ({ verdict: 'NOT_FOUND', official: null, reason })
  const claims = statements.map((statement, at) => {
    const question = asked[at]
    const result =
      (question && 'lookups' in question && judged.get(question)) ||
      notFound(question && 'code' in question ? question : { code: 'NO_SUBJECT', params: {} })
    return claimOf(statement, result)
  })
  const others = loose.map((each) => {
    const objection = each.reason === 'NO_SUBJECT' ? objectionTo(each, source.text) : null
    return claimOf(each, notFound(objection ?? { code: each.reason, params: {} }))
  })
  return [...claims, ...others].sort((one, other) => one.span.start - other.span.start)
}

type Found<Figure> = (wanted: WantedFigure | null) => Figure | null

async function readAll<Figure extends StoredFigure>(
  wanted: readonly WantedFigure[],
  store: FigureSource<Figure>,
): Promise<Found<Figure>> {
  const keyOf = ({ quantity, period }: WantedFigure): string => `${quantity} ${period.text}`
  const unique = [...new Map(wanted.map((each) => [keyOf(each), each])).values()]
  const found = unique.length === 0 ? [] : await store.figures(unique)
  const byKey = new Map(
    unique.map((each, at) => {
      const figures = found[at] ?? []
      return [keyOf(each), figures.find(({ period }) => period.text === each.period.text) ?? figures[0] ?? null]
    }),
  )
  return (each) => (each === null ? null : (byKey.get(keyOf(each)) ?? null))
}

function questionOf(
  statement: Statement,
  { codes, dataset: of }: PressRequest,
  dataset: string,
  currencies: readonly string[] | null,
): Question | PressReason {
  const { frame, period, role } = statement
  const stated = statedBy(statement)
  if (stated === null) return { code: withoutUnit(statement), params: {} }
  if (statement.isAdjusted) return { code: 'ADJUSTED', params: {} }
  const placement = place(frame, codes, of)
  const category = categoryOf(placement, codes)
  if (placement.reason !== null) return placement.reason
  if (category === null) return { code: 'UNKNOWN_CATEGORY', params: { words: placement.words ?? '', nearest: [] } }
  if (period === null) return { code: 'NO_PERIOD', params: {} }
  const measures = measuresOf(statement, codes, currencies)
  const base = statement.base ?? yearBefore(period)
  const whole = wholeOf(statement, codes, of)
  const ref = { dimension: category.dimension.code, code: category.code }
  const wanted = (metric: string, at: Period, measure: string, category = ref): WantedFigure | null => {
    const quantity = quantityOf(dataset, metric, category, measure)
    return quantity === null ? null : { quantity, period: at }
  }
  const isShare = role === 'SHARE' || role === 'SHARE_CHANGE'
  // Nothing has a share in itself: the text speaks of a part that was not understood.
  const isWhole = whole?.metric === frame.metric && categoryText(whole.category) === categoryText(ref)
  if (isShare && isWhole) return { code: 'NO_SUBJECT', params: {} }
  const lookups = measures.flatMap((measure): Lookup | readonly Lookup[] => {
    const own = wanted(frame.metric, period, measure)
    if (own === null) return []
    return {
      own,
      base: role === 'CHANGE' || role === 'SHARE_CHANGE' ? wanted(frame.metric, base, measure) : null,
      whole: isShare && whole !== null ? wanted(whole.metric, period, measure, whole.category) : null,
      wholeBase: role === 'SHARE_CHANGE' && whole !== null ? wanted(whole.metric, base, measure, whole.category) : null,
    }
  })
  const params = {
    metric: frame.metric,
    category: `${ref.dimension}:${ref.code}`,
    period: period.text,
    unit: measures.length === 1 ? (measures[0] ?? '') : '',
  }
  const wholeMetric = whole === null ? null : whole.category.dimension === total.dimension ? whole.metric : null
  return { statement, stated, base, wholeMetric, notStored: { code: 'NOT_STORED', params }, lookups }
}

const categoryOf = ({ dimension, category }: Placement, codes: CodeLists): Category | null =>
  dimension === null || category === null ? null : codes.category({ dimension, code: category })

/** A level is of its own measure; a rate of the currencies that the text speaks of, or of any if it speaks of none. */
function measuresOf(
  { role, measure, frame }: Statement,
  codes: CodeLists,
  currencies: readonly string[] | null,
): readonly string[] {
  if (role === 'LEVEL') return measure === null ? [] : [measure]
  const measures = codes.metric(frame.metric)?.measures ?? []
  return currencies !== null && measures.some(isCurrency) ? currencies : measures
}

function wholeOf({ role, shareOf, frame }: Statement, codes: CodeLists, dataset: PressRequest['dataset']) {
  if (role === 'SHARE_CHANGE') return { metric: frame.metric as string, category: total }
  if (role !== 'SHARE' || shareOf === null) return null
  const placement = place({ ...frame, ...shareOf }, codes, dataset)
  const category = categoryOf(placement, codes)
  return (
    category && {
      metric: shareOf.metric as string,
      category: { dimension: category.dimension.code, code: category.code },
    }
  )
}

function judge<Figure extends StoredFigure>(
  question: Question,
  found: Found<Figure>,
  earlier: ReadonlyMap<Figure, readonly Figure[]> | null,
): Judged<Figure> {
  const results = question.lookups.map((lookup): Judged<Figure> => {
    const figure = found(lookup.own)
    if (figure === null) return { verdict: 'NOT_FOUND', official: null, reason: question.notStored }
    return { official: figure, ...verdictOn(question, lookup, figure, found, earlier?.get(figure) ?? []) }
  })
  const [best] = results.sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
  return best ?? { verdict: 'NOT_FOUND', official: null, reason: question.notStored }
}

function verdictOn<Figure extends StoredFigure>(
  question: Question,
  lookup: Lookup,
  figure: Figure,
  found: Found<Figure>,
  earlier: readonly Figure[],
): Pick<Judged<Figure>, 'verdict' | 'reason'> {
  const { stated } = question
  const official = printedIn(question, lookup, figure) ?? computedFrom(question, lookup, figure, found)
  if (official === null)
    return { verdict: 'NOT_FOUND', reason: { code: 'NOT_PRINTED', params: { release: figure.release.code } } }
  const result = compare(stated, official)
  const release = figure.release.code
  if (result === 'DISAGREES') {
    for (const version of earlier.toReversed()) {
      const before = printedIn(question, lookup, version)
      if (before === null || compare(stated, before) === 'DISAGREES') continue
      const params = { stored: before.text, release: version.release.code, printed: stated.text }
      const reason = { code: 'SUPERSEDED', params: { ...params, current: official.text, since: release } } as const
      return { verdict: 'REVISED_SINCE', reason }
    }
  }
  if (official.computed !== null)
    return { verdict: result, reason: computedReason(question, official.computed, result !== 'DISAGREES') }
  const params = { stored: official.text, release, printed: stated.text }
  if (result === 'AGREES') return { verdict: result, reason: { code: 'SAME_IN_STORE', params: { release } } }
  return {
    verdict: result,
    reason: { code: result === 'DISAGREES' ? 'DIFFERS_FROM_STORE' : 'SAME_WHEN_ROUNDED', params },
  }
}

function printedIn(question: Question, lookup: Lookup, figure: StoredFigure): Official | null {
  const { statement, base, wholeMetric } = question
  switch (statement.role) {
    case 'LEVEL':
      return levelIn(figure)
    case 'CHANGE':
    case 'POINTS': {
      const change = figure.changes.find((each) => each.base === base || each.base.text === base.text)
      return rateIn(statement.role === 'CHANGE' ? change?.percent : change?.points)
    }
    case 'SHARE': {
      const of = figure.shareOf ?? { metric: figure.metric, category: total }
      const isOther = lookup.whole !== null && (of.metric !== wholeMetric || of.category.code !== total.code)
      return isOther ? null : rateIn(figure.share)
    }
    case 'SHARE_CHANGE':
      return rateIn(figure.shareChange)
  }
}

function computedFrom<Figure extends StoredFigure>(
  { statement }: Question,
  lookup: Lookup,
  figure: Figure,
  found: Found<Figure>,
): Official | null {
  const [base, whole, wholeBase] = [lookup.base, lookup.whole, lookup.wholeBase].map(found)
  const quantity = ((): Quantity | null => {
    switch (statement.role) {
      case 'CHANGE':
        return base ? growth(levelOf(figure), levelOf(base)) : null
      case 'SHARE':
        return whole ? percentage(levelOf(figure), levelOf(whole)) : null
      case 'SHARE_CHANGE':
        return base && whole && wholeBase
          ? minus(percentage(levelOf(figure), levelOf(whole)), percentage(levelOf(base), levelOf(wholeBase)))
          : null
      default:
        return null
    }
  })()
  if (quantity === null || quantity.value === null) return null
  const text = `${quantity.value.toDecimalPlaces(4).toFixed()} ${statement.role === 'SHARE_CHANGE' ? 'pp' : '%'}`
  return { value: quantity.value, bounds: quantity.bounds, qualifier: 'EXACT', text, computed: quantity }
}

function computedReason(
  { statement, base, stated, wholeMetric }: Question,
  computed: Quantity,
  agrees: boolean,
): PressReason {
  const comparison = comparisonOf(computed, stated.value.toFixed(), null)
  if (statement.role === 'SHARE') {
    const params = { ...comparison, total: wholeMetric ?? statement.shareOf?.metric ?? statement.frame.metric }
    return { code: agrees ? 'SHARE_AGREES' : 'SHARE_DIFFERS', params }
  }
  const params = { ...comparison, base: base.text }
  if (statement.role === 'SHARE_CHANGE')
    return { code: agrees ? 'SHARE_CHANGE_AGREES' : 'SHARE_CHANGE_DIFFERS', params }
  return { code: agrees ? 'GROWTH_AGREES' : 'GROWTH_DIFFERS', params }
}
