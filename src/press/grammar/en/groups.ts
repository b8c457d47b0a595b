import { type Item, numbers, Slice } from '../../items.js'
import type { Frame, Statement } from '../../statement.js'
import { sharesByFlow } from './constructions/shares/by-flow.js'
import { between, changeAfter, turn } from './cues.js'
import { counters } from './lexing/units.js'
import { aboveOther } from './role-words.js'
import { isMoney } from './scope.js'
import type { Role, State } from './state.js'
import { changeTail, directionWord, shareAfter } from './words.js'

export interface Group {
  readonly items: readonly Item[]
  /** The direction before each item after the first: "up 3, down 2 and up 5 percent, respectively". */
  readonly directions: readonly string[]
  /** The words from the number before, or the beginning of the sentence. */
  readonly before: Slice
  readonly after: Slice
}

/** Indicates the amount before in another currency: "1.96 trillion yuan, about USD 321 billion, down by 1.6%". */
export const isConversion = (last: Item | undefined, item: Item, before: string): boolean =>
  last?.kind === 'AMOUNT' &&
  item.kind === 'AMOUNT' &&
  last.measure !== item.measure &&
  isMoney(last) &&
  isMoney(item) &&
  /^\s*,\s*(?:(?:or )?(?:about|around|approximately|roughly|nearly|some)|equivalent to|equal to)\s*$/i.test(before)

// The same amount in other money, before the goods: "exported 40 bn yuan (5 bn dollars) of toys".
const converted = /^\s*[(](?:about |nearly |over |or )?\x81\x8F*[)](?=\s+(?:worth )?of\s+(?!which\b|the\b|its\b)[a-z])/

export function groupsOf(state: State, own: readonly Item[]): readonly Group[] {
  const groups: { items: Item[]; directions: string[]; before: Slice; after: Slice }[] = []
  let from = state.sentence.start
  let taken = 0
  const apart = sharesByFlow(state, own)?.count ?? 0
  for (const [index, item] of own.entries()) {
    if (index < taken) continue
    const pairs = pairsFrom(state, own, index)
    const [level, change] = pairs[0] ?? []
    if (pairs.length > 1 && level !== undefined && change !== undefined) {
      const slice = (start: number, end: number): Slice => Slice.of(state.text, { start, end })
      const [levels, changes] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)]
      const [lastLevel, last] = [levels.at(-1) ?? level, changes.at(-1) ?? change]
      const directions = pairs.map(([one, other]) => state.text.slice(one.end, other.start))
      const before = slice(Math.max(from, level.start - 400), level.start)
      const behind = slice(last.end, Math.min(state.sentence.end, last.end + 300))
      groups.push({ items: levels, directions: levels.map(() => ''), before, after: slice(lastLevel.end, last.start) })
      groups.push({ items: changes, directions, before: slice(level.end, change.start), after: behind })
      taken = index + 2 * pairs.length
      from = last.end
      continue
    }
    const before = Slice.of(state.text, { start: Math.max(from, item.start - 400), end: item.start })
    const last = groups.at(-1)
    const isAmountChange = changeAfter.test(state.text.slice(item.end, item.end + 60).replace(/^\s*[(][^()]*[)]/u, ''))
    const isListed =
      index >= apart &&
      last?.items.at(-1)?.kind === item.kind &&
      !isConversion(last?.items.at(-1), item, before.text) &&
      !(item.kind === 'AMOUNT' && isAmountChange) &&
      !(item.kind === 'PERCENT' && aboveOther.test(state.text.slice(item.end, item.end + 60))) &&
      !(last !== undefined && changeTail.test(last.before.text) && isShare(state, item)) &&
      !(item.sign === 0 && last?.items.at(-1)?.sign !== 0 && isShare(state, item)) &&
      (between.test(before.text) ||
        (turn.test(before.text) &&
          (isRespective(state, item) ||
            isOfLevels(groups.at(-2), last) ||
            [ofTwo, respectively].some((each) => each.test(last.before.text))))) &&
      !hasPeriod(state, from, item) &&
      !isOverYear(state, groups, item)
    if (last !== undefined && isListed) {
      last.items.splice(0, last.items.length, ...last.items.map((each) => inUnitOf(state, each, item)), item)
      last.directions.push(turn.test(before.text) ? before.text : '')
    } else groups.push({ items: [item], directions: [''], before, after: before })
    const start = item.end + (converted.exec(state.text.slice(item.end, item.end + 80))?.[0].length ?? 0)
    const end = own.find((each) => each.start >= start)?.start ?? state.sentence.end
    const current = groups.at(-1)
    if (current !== undefined) current.after = Slice.of(state.text, { start, end: Math.min(end, item.end + 300) })
    from = item.end
  }
  return groups
}

const compared =
  /^,? (?:(?:up |down |higher |lower |compared |as )?(?:from|with|to|than|against|versus)|[\x85\x8F]+,? and|(?:in|for) [\x85\x8F]+,? and)(?: the)? $/u

/** Gives the amounts that a quantity is compared with its unit. */
export function withUnits({ text, plain }: State, all: readonly Item[]): readonly Item[] {
  let unit: Item | null = null
  let end = 0
  const fromEnd: Item[] = []
  for (const item of all.toReversed()) fromEnd.push(inScaleOf(item, fromEnd.at(-1), text))
  const items = fromEnd.toReversed()
  return items.map((item) => {
    if (!numbers.has(item.kind)) return item
    const isOpen = item.kind === 'AMOUNT' && item.measure === null
    const own: Item =
      isOpen && unit !== null && compared.test(text.slice(end, item.start)) ? inUnitOf({ plain }, item, unit) : item
    end = own.end
    if (own.measure === null || isMoney(own)) unit = null
    else if (own === item) unit = item
    return own
  })
}

/** Gives a value without a scale that of the next of a list: "rose to $779.29 and $645.66 billion respectively". */
function inScaleOf(item: Item, next: Item | undefined, text: string): Item {
  if (next?.kind !== 'AMOUNT' || !isMoney(next) || next.exponent < 6) return item
  const isOpen = item.kind === 'NUMBER' || (isMoney(item) && item.exponent === 0 && item.measure === next.measure)
  const isListed = /^(?:\s*(?:,\s*)?and\s+|,\s+)$/.test(text.slice(item.end, next.start))
  const isInOrder = /^(?:[\s,\x81\x84\x85\x8F]|(?:and|in|during|for)\b){0,200}respectively\b/u.test(
    text.slice(next.end, next.end + 220),
  )
  if (!isOpen || !isListed || !isInOrder) return item
  return { ...item, kind: 'AMOUNT', measure: next.measure, exponent: next.exponent }
}

function inUnitOf({ plain }: Pick<State, 'plain'>, item: Item, next: Item): Item {
  if (item.kind !== 'AMOUNT' || item.measure !== null || next.measure === null) return item
  const words = plain.slice(next.start, next.end)
  const counter = counters.find(([names]) => new RegExp(`[\\s-](?:${names})$`, 'u').test(words))
  return { ...item, measure: next.measure, exponent: item.exponent + (counter?.[2] ?? 0) }
}

const ofTwo = new RegExp(
  `\\b(?:with|to|from) (?:the )?\\p{Lu}[\\w.]*(?: \\p{Lu}[\\w.]*){0,3} and (?:the )?\\p{Lu}[\\w.]*(?: \\p{Lu}[\\w.]*){0,3} ${directionWord}(?: by)?\\s*$`,
  'u',
)

const opens = new RegExp(
  `^(?:\\s*[(](?:an? )?(?:${directionWord})?(?: (?:of|by))?|\\s+or(?: about| nearly)?)\\s*$`,
  'i',
)
const leadsInBracket = /^\s*[(](?:to|reaching|to reach|at)\s*$/i
const leadsInOrder = /^\s*to\s*$/i
const inOrder = /^\s*,?\s*respectively\b/i
const closes = /^\s*[)]?(?:\s*of (?:the )?(?:total|all|overall)(?: [a-z]+){1,3})?\s*(?:,|,?\s*and(?:\s+by)?)\s*$/i

/**
 * Returns the numbers of a list that have others in brackets, "were 764 mn (up 15%), 788 mn (up 16%) and 44 mn (up 3%)", or
 * rates that lead to a level each, "grew by 5% to 3 bn and 4% to 2 bn respectively".
 */
function pairsFrom({ text }: State, own: readonly Item[], from: number): readonly (readonly [Item, Item])[] {
  const pairs: (readonly [Item, Item])[] = []
  let isInOrder = false
  for (let at = from; ; at += 2) {
    const [one, other, before] = [own[at], own[at + 1], own[at - 1]]
    const isLevelFirst = one?.kind === 'AMOUNT' && other?.kind === 'PERCENT'
    if (one === undefined || other === undefined) break
    if (!isLevelFirst && !(one.kind === 'PERCENT' && other.kind === 'AMOUNT')) break
    if (at > from && (before === undefined || !closes.test(text.slice(before.end, one.start)))) break
    const between = text.slice(one.end, other.start)
    const isOpen = !isLevelFirst && leadsInOrder.test(between)
    if (!isOpen && !(isLevelFirst ? opens : leadsInBracket).test(between)) break
    isInOrder ||= isOpen
    pairs.push([one, other])
  }
  const end = pairs.at(-1)?.[1].end ?? 0
  return isInOrder && !inOrder.test(text.slice(end, end + 20)) ? [] : pairs
}

const isShare = ({ text }: State, { kind, end }: Item): boolean =>
  kind === 'PERCENT' && shareAfter.test(text.slice(end, end + 60))

function isRespective({ text, sentence }: State, { kind, end }: Item): boolean {
  return kind === 'PERCENT' && /^[^;.]*\brespectively\b/i.test(text.slice(end, sentence.end))
}

const isRespectiveAmount = ({ text, sentence }: State, { end }: Item): boolean =>
  /^[^;.]{0,12}\brespectively\b/i.test(text.slice(end, sentence.end))

/** Indicates levels that as many changes before have led to: "rose by 8 and 5 percent, to 2 bn and 1 bn, respectively". */
const leadsTo = /^(?:\s*(?:in|for)\s+(?:the )?)?[\s,]*(?:to|reaching)\s*$/i

function hasPeriod({ items }: State, from: number, { kind, start: to }: Item): boolean {
  const isOwn = (period: Item['period']): boolean =>
    period?.kind === 'PERIOD' || (kind === 'AMOUNT' && period?.kind === 'YEAR_AGO')
  return items.some(({ start, period }) => start >= from && start < to && isOwn(period))
}

const ofBoth = new RegExp(`^[^,;]{0,40},\\s*both ${directionWord}(?: by)?\\s*$`, 'i')

const respectively = new RegExp(`\\brespective(?:ly)?,?\\s+(?:an? )?(?:${directionWord})?(?: (?:by|of))?\\s*$`, 'i')

const follows =
  /^(?:\s*(?:worth )?(?:of|in|for) (?:exports|imports)|\s*[)])?\s*,\s*(?:(?:up|down)(?: by)?|(?:(?:in|de)creasing|rising|falling|growing|declining|dropping|gaining|expanding)(?: by)?|(?:[a-z-]+ )?(?:increases|rises|gains|declines|decreases|drops|falls) of)\s*$/i

// "trade was 3 bn, up 27 percent and 21 percent over the same period of 2019": the first is on the year before.
function isOverYear({ items }: State, groups: readonly Pick<Group, 'items' | 'before'>[], item: Item): boolean {
  const [other, levels, rate] = [groups.at(-3), groups.at(-2), groups.at(-1)]
  const isOfOne = levels?.items[0]?.kind === 'AMOUNT' && levels.items.length === 1 && other?.items[0]?.kind !== 'AMOUNT'
  if (!isOfOne || rate?.items[0]?.kind !== 'PERCENT' || /\brespectively\b/i.test(rate.before.text)) return false
  return items.some(({ period, start }) => period?.kind === 'SAME_PART' && start >= item.end && start - item.end < 30)
}

// "exports of garments and toys were 9 bn and 2 bn, up 1 percent and down 8 percent"
const isOfLevels = (
  levels: Pick<Group, 'items'> | undefined,
  { items, before }: Pick<Group, 'items' | 'before'>,
): boolean => levels?.items[0]?.kind === 'AMOUNT' && levels.items.length > items.length && follows.test(before.text)

// Indicates the changes of as many levels: "40 tonnes worth 2 bn, 3 percent and 5 percent higher than a year ago".
const areHigher = ({ text }: State, before: string, { end }: Item): boolean =>
  /^\s*,\s*$/.test(before) && /^ (?:higher|lower|more|less) than\b/.test(text.slice(end, end + 14))

const theTwo = /[;,]\s*(?:and )?(?:the (?:two|three|four)|both|these)\s+(?:was |were |also )*[a-z]*[^,;\d]{0,20}$/i

const theseFigures =
  /^\W*(?:(?:these|those|the(?: above| two| three| four| latter)?) (?:figures|values|volumes|amounts|numbers|results|totals)|they|these|both|th(?:is|at) (?:is|was|represent(?:s|ed)|mean(?:s|t)|correspond(?:s|ed) to))\s[^,;:()\d]{0,60}$/i

/** Returns the statements of as many numbers before: "2 million units worth 3 billion yuan, up 5 and 8 percent, respectively". */
export function respective(
  state: State,
  statements: readonly Statement[],
  items: readonly Item[],
  frames: readonly Frame[],
  before: string,
  role: Role,
): readonly Statement[] | null {
  const last = items.at(-1)
  if (role === 'CHANGE' && items.length === 1 && ofBoth.test(before)) {
    const levels = statements.filter((each) => each.sentence === state.sentence && each.role === 'LEVEL')
    return levels.length === 2 ? levels : null
  }
  if (role === 'SHARE' && items.length > 1 && last !== undefined && isRespective(state, last)) {
    const own = statements.filter((each) => each.sentence === state.sentence)
    const nameOf = ({ frame }: Statement): string | undefined => frame.phrases[0]?.text
    const all = [...new Map(own.flatMap((each) => (each.role === 'SHARE' ? [] : [[nameOf(each), each]]))).values()]
    // "China with 3 bn (20%), the US with 2 bn and India with 1 bn, their shares being 9% and 6% respectively"
    const told = new Set(own.flatMap((each) => (each.role === 'SHARE' ? [nameOf(each)] : [])))
    const open = all.filter((each) => !told.has(nameOf(each)))
    const parts = all.length === items.length ? all : open
    return parts.length === items.length && parts.every(({ frame }) => frame.phrases.length > 0) ? parts : null
  }
  if (items.length < 2 || last === undefined || (role !== 'CHANGE' && role !== 'LEVEL')) return null
  const other = role === 'CHANGE' ? 'LEVEL' : 'CHANGE'
  if (role === 'CHANGE' && state.fresh && theseFigures.test(before)) {
    const sentence = statements.at(-1)?.sentence
    const levels = statements.filter((each) => each.sentence === sentence && each.role === 'LEVEL')
    return levels.length === items.length ? levels : null
  }
  // A level that another is compared with is none of a list.
  const own = statements.filter(
    (each) => each.role === other && each.sentence === state.sentence && each.rule !== 'en.base',
  )
  if (role === 'CHANGE' && theTwo.test(before)) return own.length === items.length ? own : null
  const isRest =
    role === 'CHANGE'
      ? isRespective(state, last) || respectively.test(before) || follows.test(before) || areHigher(state, before, last)
      : leadsTo.test(before) || (isRespectiveAmount(state, last) && /,\s*(?:to|reaching)\s*$/i.test(before))
  const isTold = frames.length === items.length && own.every(({ period }) => period === own[0]?.period)
  const found = statements.slice(-items.length)
  return isRest && !isTold && found.length === items.length && found.every((each) => own.includes(each)) ? found : null
}

/** Indicates a number behind a level in money: "the volume of trade reached 80 bn, up 3.4 percent". */
export function isBehindValue({ items, lastRole }: State, { start }: Item): boolean {
  const last = items.findLast((each) => numbers.has(each.kind) && each.end <= start)
  return lastRole === 'LEVEL' && last?.kind === 'AMOUNT' && isMoney(last)
}

/** Returns the level that a change leads to: "rose 1.4 percent in November to 56.35 billion dollars". */
export function levelAfter(state: State, { end }: Item): Item | null {
  const next = state.items.find((item) => numbers.has(item.kind) && item.start >= end)
  if (next?.kind !== 'AMOUNT') return null
  const between = state.text.slice(end, next.start).replace(/[\x81-\x8F]+/gu, '')
  return /^[^,;.]{0,60}(?:(?:,\s)?\b(?:to|at)|,\s(?:reaching|hitting|totall?ing))\s+(?:[a-z-]+\s+){0,3}$/i.test(between)
    ? next
    : null
}
