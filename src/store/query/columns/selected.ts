import type { IndicatorQuery, ListScope } from '../../../domain/observations/filter.js'
import { settled } from '../../../lib/settled.js'
import { cellFilter, cellsOf, figuresIn } from '../counts/cells.js'
import type { Block } from './block.js'
import type { BlockReader } from './blocks.js'
import { type Matcher, matcherOf } from './matcher.js'
import { type Candidates, candidatesIn } from './selection.js'

type Selected = Pick<IndicatorQuery, 'filter' | 'scope'>

export interface SelectedBlocks {
  readonly candidates: readonly Candidates[]
  readonly matcher: Matcher
}

/** Returns the blocks that have the figures of a filter, and its condition on them; null if SQL has to answer. */
export function blocksFor(
  view: BlockReader,
  selected: Selected,
): SelectedBlocks | null | Promise<SelectedBlocks | null> {
  const { blocks, snapshot } = view
  const { filter, scope } = selected
  if (blocks === null) return null
  const matcher = matcherOf(filter, scope, snapshot.codes)
  if (matcher === null || (filter.metrics == null && !blocks.mayHold(snapshot.indicators))) return null
  const many = isNarrow(matcher, scope) ? false : isMany(view, selected)
  return settled(many, (isMany) => (isMany ? null : settled(blocks.of(matcher.metrics, snapshot), among)))

  function among(found: readonly Block[] | null): SelectedBlocks | null {
    if (found === null || matcher === null) return null
    const candidates = found.map((block) => candidatesIn(block, matcher))
    const count = candidates.reduce((sum, each) => sum + each.count, 0)
    return count * (1 + matcher.weight) > mostTests ? null : { candidates, matcher }
  }
}

/** Bounds the work, of some milliseconds, for which all other answers wait. SQL answers what takes more. */
const mostTests = 500_000
const mostCandidates = 100_000

const isNarrow = ({ categories, periods }: Matcher, scope: ListScope): boolean =>
  categories !== null || periods !== null || scope?.kind === 'category' || scope?.kind === 'series'

function isMany(view: BlockReader, { filter, scope }: Selected): boolean | Promise<boolean> {
  const { snapshot } = view
  if (snapshot.indicators <= mostCandidates) return false
  if (filter.metrics == null && scope === null) return true
  return settled(
    cellsOf(view),
    (cells) => figuresIn(cells.current(cellFilter(filter, scope, snapshot.codes))) > mostCandidates,
  )
}
