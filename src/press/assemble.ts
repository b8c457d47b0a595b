import { total } from '../domain/codes/codes.js'
import { Decimal } from '../domain/numbers/decimal.js'
import { type Period, yearBefore } from '../domain/periods/period.js'
import { getOrInsert } from '../lib/memo.js'
import type { Steps } from '../lib/steps.js'
import { shared } from './grammar/en/lexing/money.js'
import { type Amount, amountIn } from './items.js'
import type { Placement } from './placement.js'
import type { Span } from './source.js'
import { type Frame, type LooseNumber, reporterKey, type Statement } from './statement.js'

/** The statements of a text about one series and period. */
export interface Draft {
  readonly frame: Frame
  readonly placement: Placement
  readonly period: Period
  readonly measure: string | null
  readonly level: (Amount & { readonly statement: Statement }) | null
  readonly changes: readonly { readonly statement: Statement; readonly base: Period }[]
  readonly share: Statement | null
  readonly shareChange: Statement | null
  /** Another level for the same figure, which rounding does not explain. */
  readonly rival: Amount | null
}

type Open = { -readonly [Key in keyof Draft]: Draft[Key] } & { changes: Draft['changes'][number][] }

/**
 * Joins the statements about the same series and period. A change or share without a level goes to the only draft of its
 * series in any measure.
 */
export function* assemble(
  statements: readonly Statement[],
  placementOf: (frame: Frame) => Placement,
): Steps<{ readonly drafts: readonly Draft[]; readonly loose: readonly LooseNumber[] }> {
  const loose: LooseNumber[] = []
  const groups = new Map<string, Open[]>()
  const reject = ({ item, sentence }: Statement, reason: LooseNumber['reason']) =>
    loose.push({ item, reason, sentence })
  const ordered = [...statements].sort((a, b) => Number(a.isHeading) - Number(b.isHeading))
  for (const statement of ordered) {
    const { frame, period, role } = statement
    if (period === null) {
      reject(statement, 'NO_PERIOD')
      continue
    }
    const placement = placementOf(frame)
    const open = getOrInsert(groups, seriesOf(statement, placement), () => [])
    if (role === 'LEVEL') addLevel(statement, placement, period, open, reject)
    else add(statement, placement, period, open, reject)
    yield
  }
  for (const open of groups.values()) dropRepeated(open, reject)
  return { drafts: [...groups.values()].flat().sort((a, b) => startOf(a) - startOf(b)), loose }
}

function seriesOf({ frame, period, isAdjusted }: Statement, { dimension, category, words }: Placement): string {
  const place = placeOf(frame)
  return [
    frame.metric,
    place ?? reporterKey(frame.reporter),
    place !== null ? '' : category === null ? `"${words}"` : `${dimension}:${category}`,
    period?.text,
    isAdjusted === true ? 'adjusted' : '',
  ].join('|')
}

function placeOf({ reporter, phrases }: Frame): string | null {
  const [phrase, ...others] = phrases
  if (phrase === undefined)
    return reporter?.kind === 'REGION' && reporter.isMain === false ? reporterKey(reporter) : null
  return phrase.dimension === 'LOCATION' && others.length === 0
    ? reporterKey({ kind: 'REGION', words: phrase.text })
    : null
}

const fresh = ({ frame }: Statement, placement: Placement, period: Period, measure: string | null): Open => ({
  frame,
  placement,
  period,
  measure,
  level: null,
  changes: [],
  share: null,
  shareChange: null,
  rival: null, // biome-ignore format: one line
})

/** Returns the level that a statement gives, in the unit it is printed in; null without a unit. */
export function amountOf({ item, measure, value }: Statement): Amount | null {
  const found = measure === null ? null : amountIn(measure, item.exponent, value.replace('-', ''))
  return found !== null && value.startsWith('-') ? { ...found, value: `-${found.value}` } : found
}

export const withoutUnit = ({ measure }: Statement): 'NO_UNIT' | 'AMBIGUOUS_CURRENCY' =>
  measure !== null && measure in shared ? 'AMBIGUOUS_CURRENCY' : 'NO_UNIT'

function addLevel(
  statement: Statement,
  placement: Placement,
  period: Period,
  open: Open[],
  reject: (statement: Statement, reason: LooseNumber['reason']) => void,
): void {
  const { item, measure } = statement
  const amount = amountOf(statement)
  if (amount === null) {
    reject(statement, withoutUnit(statement))
    return
  }
  const same = open.find((each) => each.measure === measure) ?? open.find((each) => isBefore(each, statement))
  if (same === undefined) {
    open.push({ ...fresh(statement, placement, period, measure), level: { ...amount, statement } })
    return
  }
  if (same.level === null) {
    same.measure = measure
    same.level = { ...amount, statement }
    return
  }
  const known = same.level
  if (known.unit === amount.unit && agree(known, amount)) {
    const isFiner = amount.decimals > known.decimals && item.qualifier === 'EXACT' && !statement.isHeading
    if (isFiner) same.level = { ...amount, statement }
    reject(isFiner ? known.statement : statement, 'REPEATED')
    return
  }
  const isVague = item.qualifier !== 'EXACT' || statement.isHeading
  if (isVague) {
    reject(statement, 'THRESHOLD')
    return
  }
  if (known.statement.item.qualifier !== 'EXACT') {
    reject(known.statement, 'THRESHOLD')
    same.level = { ...amount, statement }
    return
  }
  same.rival = amount
  open.push({ ...fresh(statement, placement, period, `${measure}'`), level: { ...amount, statement }, rival: known })
}

/** Drops changes without a level that a draft in another currency has too, as a heading tells the rate before its amount. */
function dropRepeated(open: Open[], reject: (statement: Statement, reason: LooseNumber['reason']) => void): void {
  const levels = open.filter(({ level }) => level !== null)
  const isTold = ({ base, statement }: Draft['changes'][number]): boolean =>
    levels.some(({ changes }) => changes.some((each) => each.base === base && each.statement.value === statement.value))
  for (let at = open.length - 1; at >= 0; at--) {
    const { level, share, shareChange, changes } = open[at] as Open
    if (level !== null || share !== null || shareChange !== null || !changes.every(isTold)) continue
    for (const { statement } of changes) reject(statement, 'REPEATED')
    open.splice(at, 1)
  }
}

function isBefore({ level, changes }: Open, { item, sentence }: Statement): boolean {
  const last = changes.at(-1)?.statement
  const isNear = last !== undefined && item.start > last.item.end && item.start - last.item.end < 12
  return level === null && isNear && last.sentence.start === sentence.start
}

function agree(a: Amount, b: Amount): boolean {
  const places = Math.min(a.decimals, b.decimals)
  const [x, y] = [new Decimal(a.value), new Decimal(b.value)]
  return x.minus(y).abs().lessThanOrEqualTo(new Decimal(10).pow(-places).dividedBy(2)) || x.equals(y)
}

const isRough = ({ item, isHeading }: Statement): boolean => item.qualifier !== 'EXACT' || isHeading

function isFiner(value: string, other: string): boolean {
  const places = (text: string): number => text.split('.')[1]?.length ?? 0
  if (places(value) <= places(other)) return false
  const [exact, rough] = [new Decimal(value), new Decimal(other)]
  return ([Decimal.ROUND_DOWN, Decimal.ROUND_HALF_UP] as const).some((way) =>
    exact.toDecimalPlaces(places(other), way).equals(rough),
  )
}

function add(
  statement: Statement,
  placement: Placement,
  period: Period,
  open: Open[],
  reject: (statement: Statement, reason: LooseNumber['reason']) => void,
): void {
  const { role, measure, base } = statement
  // Growth in dollars is another than that in yuan.
  const isOther = ({ changes }: Open) =>
    role === 'CHANGE' &&
    changes.some((each) => each.base === (base ?? yearBefore(period)) && each.statement.value !== statement.value)
  let target = open.find((each) => each.measure === measure) ?? open.find((each) => !isOther(each))
  if (target === undefined) {
    target = fresh(statement, placement, period, measure)
    open.push(target)
  }
  const isPoints = role === 'POINTS'
  if (role === 'CHANGE' || isPoints) {
    const against = base ?? yearBefore(period)
    const known = target.changes.find(
      (each) => each.base === against && (each.statement.role === 'POINTS') === isPoints,
    )
    if (known === undefined) target.changes.push({ statement, base: against })
    else if (isRough(known.statement) && isFiner(statement.value, known.statement.value)) {
      reject(known.statement, 'REPEATED')
      target.changes.splice(target.changes.indexOf(known), 1, { statement, base: against })
    } else refuseOther(known.statement)
  } else if (role === 'SHARE') {
    const isVague = (each: Statement | null) => each !== null && each.item.qualifier !== 'EXACT'
    if (target.share !== null && isVague(target.share) !== isVague(statement)) {
      reject(isVague(statement) ? statement : target.share, 'THRESHOLD')
      if (!isVague(statement)) target.share = statement
      return
    }
    target.share ??= statement
    refuseOther(target.share)
  } else {
    target.shareChange ??= statement
    refuseOther(target.shareChange)
  }

  function refuseOther(known: Statement): void {
    if (known !== statement)
      reject(statement, Number(known.value) === Number(statement.value) ? 'REPEATED' : 'SECOND_VALUE')
  }
}

const startOf = ({ level, changes, share, shareChange }: Draft): number =>
  Math.min(
    ...[level?.statement, ...changes.map((each) => each.statement), share, shareChange].map(
      (each) => each?.item.start ?? Number.POSITIVE_INFINITY,
    ),
  )

export function sentenceOf({ level, changes, share, shareChange }: Draft): Span {
  const first = level?.statement ?? changes[0]?.statement ?? share ?? shareChange
  return first?.sentence ?? { start: 0, end: 0 }
}

/** Finds drafts of a text by what they measure: the first that the text tells. */
export class DraftIndex {
  readonly #bySeries = new Map<string, Draft>()
  readonly #totals = new Map<string, Draft>()

  constructor(drafts: readonly Draft[]) {
    for (const draft of drafts) {
      const { metric } = draft.frame
      const series = seriesKey(metric, draft.period, draft)
      if (!this.#bySeries.has(series)) this.#bySeries.set(series, draft)
      const period = totalKey(metric, draft.period, draft.measure)
      if (draft.placement.category === total.code && !this.#totals.has(period)) this.#totals.set(period, draft)
    }
  }

  beside(metric: string, period: Period, like: Draft): Draft | undefined {
    return this.#bySeries.get(seriesKey(metric, period, like))
  }

  total(metric: string, period: Period, measure: string | null): Draft | undefined {
    return this.#totals.get(totalKey(metric, period, measure))
  }
}

const totalKey = (metric: string, period: Period, measure: string | null): string =>
  JSON.stringify([metric, period.text, measure])

const seriesKey = (metric: string, period: Period, { measure, placement, frame }: Draft): string => {
  const { dimension, category, words } = placement
  return JSON.stringify([metric, period.text, measure, dimension, category, words, reporterKey(frame.reporter)])
}
