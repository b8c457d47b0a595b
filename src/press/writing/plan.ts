import { type CodeLists, total } from '../../domain/codes/codes.js'
import type { Decimal } from '../../domain/numbers/decimal.js'
import { type Observation, yoyOf } from '../../domain/observations/observation.js'
import type { Period } from '../../domain/periods/period.js'
import { baseOf, convert, isCurrency, type Unit } from '../../domain/units/unit.js'
import { groupBy } from '../../lib/group-by.js'

export const summaryLengths = ['SHORT', 'MEDIUM', 'LONG'] as const
export type SummaryLength = (typeof summaryLengths)[number]

/** The figures of a release that a summary chooses from: bounded numbers of totals and parts of its main period. */
export interface ReleaseFigures<Figure> {
  /** The period that the release is about: the longest of those that end last. */
  readonly period: Period | null
  /** Figures without a breakdown, for any period of the release. */
  readonly totals: readonly Figure[]
  readonly parts: readonly Figure[]
}

export interface Revision<Figure> {
  readonly figure: Figure
  /** The last printing before that of the release. */
  readonly earlier: Figure
}

/** A sentence before it is worded. LEVELS: all that each figure says. GROWTH: one rate of several categories. */
export type Sentence<Figure> =
  | { readonly kind: 'LEVELS'; readonly opening: Opening; readonly figures: readonly Figure[] }
  | { readonly kind: 'GROWTH'; readonly opening: Opening; readonly figures: readonly Figure[] }
  | { readonly kind: 'REVISIONS'; readonly revisions: readonly Revision<Figure>[] }

/** PERIOD names the period and whose trade it is; PARTS are parts of what the sentence before told. */
type Opening = 'PERIOD' | 'PARTS' | 'CURRENCY' | null

export type Plan<Figure> = readonly (readonly Sentence<Figure>[])[]

interface Bounds {
  /** Categories of each metric and dimension, by size and by growth. */
  readonly largest: number
  readonly fastest: number
  /** Figures of one dimension, in the order of metrics. */
  readonly dimension: number
  readonly parts: number
  readonly revisions: number
}

const bounds: Readonly<Record<SummaryLength, Bounds>> = {
  SHORT: { largest: 3, fastest: 0, dimension: 3, parts: 3, revisions: 0 },
  MEDIUM: { largest: 4, fastest: 2, dimension: 10, parts: 40, revisions: 3 },
  LONG: { largest: 10, fastest: 10, dimension: 60, parts: 120, revisions: 10 },
}

/** The most numbers that a summary has: a level, growth, a share and its change for each figure. */
export const mostNumbers: Readonly<Record<SummaryLength, number>> = { SHORT: 60, MEDIUM: 300, LONG: 700 }

const mostTotals = 12

/** The most rates in one sentence: a reader has to find the name for each. */
const mostRates = 5

/** Chooses the figures of a summary, and orders them into paragraphs. */
export function planSummary<Figure extends Observation>(
  { period, totals, parts }: ReleaseFigures<Figure>,
  revisions: readonly Revision<Figure>[],
  length: SummaryLength,
  codes: CodeLists,
): Plan<Figure> {
  const limits = bounds[length]
  const told = (figure: Figure): boolean => isTold(figure)
  const own = byRank(
    totals.filter((each) => each.period === period && told(each)),
    codes,
  )
  const measure = mainMeasure(own, parts)
  const isMain = ({ unit }: Figure): boolean => !isCurrency(unit) || baseOf(unit) === measure
  const lead = own.filter((each) => isMain(each) && isMoney(each))
  const hasMoney = lead.length > 0 || parts.some(isMoney)
  const head = hasMoney ? lead : own.filter(isMain)
  const rest = hasMoney ? own.filter((each) => isMain(each) && !isMoney(each)) : []
  const first = totalSentences(head.slice(0, mostTotals), codes)
  const lists =
    length === 'SHORT' && first.length > 0
      ? []
      : listsOf(
          parts.filter((each) => told(each) && isMain(each) && !rest.some(({ metric }) => metric === each.metric)),
          limits,
          codes,
        )
  const paragraphs: Sentence<Figure>[][] = [first, ...lists]
  if (length !== 'SHORT') {
    paragraphs.push(rest.slice(0, mostTotals).map((figure) => withParts(figure, parts.filter(told), limits)))
    const shorter = byRank(
      totals.filter(
        (each) =>
          each.period.ordinal !== period?.ordinal &&
          each.period.last === period?.last &&
          told(each) &&
          isMain(each) &&
          isMoney(each),
      ),
      codes,
    )
    for (const figures of [...groupBy(shorter, (each) => each.period).values()].slice(0, 1))
      paragraphs.push(totalSentences(figures.slice(0, mostTotals), codes))
    const others = groupBy(
      own.filter((each) => !isMain(each)),
      ({ unit }) => baseOf(unit),
    )
    for (const figures of [...others.values()].slice(0, 2))
      paragraphs.push([{ kind: 'LEVELS', opening: 'CURRENCY', figures: figures.slice(0, mostTotals) }])
    if (revisions.length > 0) paragraphs.push([{ kind: 'REVISIONS', revisions: revisions.slice(0, limits.revisions) }])
  }
  return opened(paragraphs.filter((sentences) => sentences.length > 0))
}

function withParts<Figure extends Observation>(
  whole: Figure,
  parts: readonly Figure[],
  { largest }: Bounds,
): Sentence<Figure> {
  const own = parts.filter(({ metric, unit }) => metric === whole.metric && baseOf(unit) === baseOf(whole.unit))
  const figures = [whole, ...chosen(own, { largest, fastest: 0 }).levels]
  return { kind: 'LEVELS', opening: null, figures }
}

function opened<Figure>([paragraph = [], ...rest]: readonly (readonly Sentence<Figure>[])[]): Plan<Figure> {
  const [first, ...others] = paragraph
  if (first === undefined) return []
  const opening: Sentence<Figure> = first.kind === 'REVISIONS' ? first : { ...first, opening: 'PERIOD' }
  return [[opening, ...others], ...rest]
}

/** Indicates a figure with a number or with nothing to count: what is confidential or missing is not told. */
const isTold = ({ value, changes, share, status }: Observation): boolean =>
  value !== null ||
  status === 'NIL' ||
  changes.some(({ percent, points }) => (percent ?? points) !== null) ||
  share !== null

const isMoney = ({ unit }: Observation): boolean => isCurrency(unit)

function byRank<Figure extends Observation>(figures: readonly Figure[], codes: CodeLists): readonly Figure[] {
  const rank = ({ metric }: Figure): number => codes.metric(metric)?.rank ?? 0
  return figures.toSorted((a, b) => b.period.ordinal - a.period.ordinal || rank(a) - rank(b))
}

function mainMeasure(totals: readonly Observation[], parts: readonly Observation[]): Unit | null {
  const groups = groupBy([...totals, ...parts].filter(isMoney), ({ unit }) => baseOf(unit))
  const [most] = [...groups].sort((a, b) => b[1].length - a[1].length)
  return most?.[0] ?? null
}

/** Tells a sum and then its terms, as metrics define them, and differences after both. */
function totalSentences<Figure extends Observation>(figures: readonly Figure[], codes: CodeLists): Sentence<Figure>[] {
  const identityOf = ({ metric }: Figure) => codes.metric(metric)?.identity ?? null
  const isIn = (wanted: string): boolean => figures.some(({ metric }) => metric === wanted)
  const sum = figures.find((each) => {
    const terms = identityOf(each)
    return terms?.every(({ sign, metric }) => sign > 0 && isIn(metric)) ?? false
  })
  const terms = new Set(sum === undefined ? [] : identityOf(sum)?.map(({ metric }) => metric))
  const differences = figures.filter((each) => each !== sum && identityOf(each)?.some(({ sign }) => sign < 0) === true)
  const parts = figures.filter((each) => terms.has(each.metric) && each !== sum)
  const others = figures.filter((each) => each !== sum && !parts.includes(each) && !differences.includes(each))
  const sentence = (opening: Opening, told: readonly Figure[]): Sentence<Figure>[] =>
    told.length === 0 ? [] : [{ kind: 'LEVELS', opening, figures: told }]
  const main = sum === undefined ? others : [sum]
  const [opening, ...rest] = [
    ...sentence('PERIOD', main),
    ...sentence('PARTS', parts),
    ...sentence(null, sum === undefined ? [] : others),
    ...differences.flatMap((each) => sentence(null, [each])),
  ]
  return opening === undefined ? [] : [{ ...opening, opening: 'PERIOD' } as Sentence<Figure>, ...rest]
}

function listsOf<Figure extends Observation>(
  parts: readonly Figure[],
  { largest, fastest, dimension, parts: most }: Bounds,
  codes: CodeLists,
): Sentence<Figure>[][] {
  let left = most
  const dimensionOf = ({ categories }: Figure): string => categories[0]?.dimension ?? total.dimension
  const order = codes.dimensions.map(({ code }) => code)
  const dimensions = [...groupBy(byRank(parts, codes), dimensionOf)].sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  )
  return dimensions.map(([, ofDimension]) => {
    let own = Math.min(left, dimension)
    const take = (figures: readonly Figure[]): readonly Figure[] => {
      const taken = figures.slice(0, own)
      own -= taken.length
      left -= taken.length
      return taken
    }
    return [...groupBy(ofDimension, ({ metric, unit }) => `${metric} ${baseOf(unit)}`).values()].flatMap((figures) => {
      const { levels, growth } = chosen(figures, { largest, fastest })
      const [told, rates] = [take(levels), take(growth)]
      const sentences: Sentence<Figure>[] = []
      if (told.length > 0) sentences.push({ kind: 'LEVELS', opening: null, figures: told })
      for (let from = 0; from < rates.length; from += mostRates)
        sentences.push({ kind: 'GROWTH', opening: null, figures: rates.slice(from, from + mostRates) })
      return sentences
    })
  })
}

function chosen<Figure extends Observation>(
  figures: readonly Figure[],
  { largest, fastest }: Pick<Bounds, 'largest' | 'fastest'>,
): { readonly levels: readonly Figure[]; readonly growth: readonly Figure[] } {
  const bySize = figures
    .filter((each) => each.status !== 'NIL' && (each.value !== null || each.share !== null || !hasOnlyGrowth(each)))
    .toSorted(bySizeOf)
  const levels = bySize.slice(0, largest)
  const byGrowth = [...bySize.slice(largest), ...figures.filter(hasOnlyGrowth)].toSorted((a, b) =>
    compare(growthOf(b), growthOf(a)),
  )
  const spare = largest - levels.length
  const fast = byGrowth.filter((each) => growthOf(each) !== null).slice(0, fastest === 0 ? 0 : fastest + spare)
  const told = [...levels, ...fast.filter((each) => !hasOnlyGrowth(each))].toSorted(bySizeOf)
  return { levels: told, growth: fast.filter(hasOnlyGrowth) }
}

const hasOnlyGrowth = (figure: Observation): boolean =>
  figure.value === null && figure.share === null && figure.changes.length === 1 && growthOf(figure) !== null

/** Orders figures without a level by their share, before those with one. */
function bySizeOf(a: Observation, b: Observation): number {
  if (a.value !== null && b.value !== null)
    return convert(b.value, b.unit, baseOf(b.unit)).comparedTo(convert(a.value, a.unit, baseOf(a.unit)))
  if (a.value === null && b.value === null) return compare(b.share?.value ?? null, a.share?.value ?? null)
  return a.value === null ? -1 : 1
}

const growthOf = (figure: Observation): Decimal | null => yoyOf(figure)?.percent?.value ?? null

const compare = (a: Decimal | null, b: Decimal | null): number =>
  a === null ? (b === null ? 0 : -1) : b === null ? 1 : a.comparedTo(b)
