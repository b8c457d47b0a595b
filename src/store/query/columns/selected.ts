import type { IndicatorQuery } from '../../../domain/observations/filter.js'
import type { Block } from './block.js'
import type { BlockReader } from './blocks.js'
import { type Matcher, matcherOf } from './matcher.js'
import { countCandidates } from './selection.js'

export interface SelectedBlocks {
  readonly blocks: readonly Block[]
  readonly matcher: Matcher
}

/** Returns the blocks that have the figures of a filter, and its condition on them; null if SQL has to answer. */
export async function blocksFor(
  { blocks, snapshot }: BlockReader,
  { filter, scope }: Pick<IndicatorQuery, 'filter' | 'scope'>,
): Promise<SelectedBlocks | null> {
  if (blocks === null) return null
  const matcher = matcherOf(filter, scope, snapshot.codes)
  const found = matcher && (await blocks.of(matcher.metrics, snapshot))
  if (matcher === null || found === null) return null
  const candidates = found.reduce((sum, block) => sum + countCandidates(block, matcher), 0)
  return candidates > mostCandidates ? null : { blocks: found, matcher }
}

/** SQL answers what would take longer than some milliseconds here, as all other answers would wait. */
const mostCandidates = 100_000
