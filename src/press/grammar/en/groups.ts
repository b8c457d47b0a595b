import { type Item, Slice } from '../../items.js'
import type { Frame, Statement } from '../../statement.js'
import { between, changeAfter, turn } from './cues.js'
import type { State } from './state.js'
import { changeTail, shareAfter } from './words.js'

export interface Group {
  readonly items: readonly Item[]
  /** The direction before each item after the first: "up 3, down 2 and up 5 percent, respectively". */
  readonly directions: readonly string[]
  /** The words from the number before, or the beginning of the sentence. */
  readonly before: Slice
  readonly after: Slice
}

/** Groups consecutive numbers that a list joins. */
export function groupsOf(state: State, own: readonly Item[]): readonly Group[] {
  const groups: { items: Item[]; directions: string[]; before: Slice; after: Slice }[] = []
  let from = state.sentence.start
  for (const [index, item] of own.entries()) {
    const before = Slice.of(state.text, { start: Math.max(from, item.start - 400), end: item.start })
    const last = groups.at(-1)
    const isAmountChange = changeAfter.test(state.text.slice(item.end, item.end + 20))
    const isListed =
      last?.items.at(-1)?.kind === item.kind &&
      !(item.kind === 'AMOUNT' && isAmountChange) &&
      !(last !== undefined && changeTail.test(last.before.text) && isShare(state, item)) &&
      (between.test(before.text) || (turn.test(before.text) && isRespective(state, item))) &&
      !hasPeriod(state, from, item.start)
    if (last !== undefined && isListed) {
      last.items.push(item)
      last.directions.push(turn.test(before.text) ? before.text : '')
    } else groups.push({ items: [item], directions: [''], before, after: before })
    const end = own[index + 1]?.start ?? state.sentence.end
    const current = groups.at(-1)
    if (current !== undefined)
      current.after = Slice.of(state.text, { start: item.end, end: Math.min(end, item.end + 300) })
    from = item.end
  }
  return groups
}

const isShare = ({ text }: State, { kind, end }: Item): boolean =>
  kind === 'PERCENT' && shareAfter.test(text.slice(end, end + 60))

/** Indicates a rate that "respectively" distributes. */
function isRespective({ text, sentence }: State, { kind, end }: Item): boolean {
  return kind === 'PERCENT' && /^[^;.]*\brespectively\b/i.test(text.slice(end, sentence.end))
}

function hasPeriod({ items }: State, from: number, to: number): boolean {
  return items.some(({ start, period }) => start >= from && start < to && period?.kind === 'PERIOD')
}

/** Returns what the levels before as many changes are of: "2 million units worth 3 billion yuan, up 5 and 8 percent, respectively". */
export function respective(
  state: State,
  statements: readonly Statement[],
  items: readonly Item[],
  frames: readonly Frame[],
): readonly Frame[] | null {
  const last = items.at(-1)
  if (items.length < 2 || frames.length === items.length || last === undefined || !isRespective(state, last))
    return null
  const levels = statements.slice(-items.length)
  const areLevels = levels.every(({ role, sentence }) => role === 'LEVEL' && sentence === state.sentence)
  return areLevels && levels.length === items.length ? levels.map(({ frame }) => frame) : null
}
