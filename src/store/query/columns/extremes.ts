import { qualifiers } from '../../../domain/observations/observation.js'
import { memoizeByObject } from '../../../lib/memo.js'
import { type Block, compareNumbers, type NumberName } from './block.js'

/** The rows with the least and the highest number of each series; `undecided` for one whose rows have to be looked at. */
export interface Extremes {
  readonly least: Int32Array
  readonly most: Int32Array
}

export const undecided = -1
const exact = qualifiers.indexOf('EXACT')

export const extremesOf: Readonly<Record<NumberName, (block: Block) => Extremes | null>> = {
  value: memoizeByObject((block) => find(block, 'value')),
  yoy: memoizeByObject((block) => find(block, 'yoy')),
  share: memoizeByObject((block) => find(block, 'share')),
}

/** Finds the extremes of the series all of whose rows have the number, and an exact one; null of an empty column. */
function find(block: Block, name: NumberName): Extremes | null {
  if (block.columns[name] === null) return null
  const { starts, seriesCount } = block
  const least = new Int32Array(seriesCount).fill(undecided)
  const most = new Int32Array(seriesCount).fill(undecided)
  for (let place = 0; place < seriesCount; place++) {
    const [first, end] = [starts[place] as number, starts[place + 1] as number]
    let [low, high] = [first, first]
    let row = first
    for (; row < end && isExact(block, name, row); row++) {
      if (compareNumbers(name, block, row, block, low) < 0) low = row
      if (compareNumbers(name, block, row, block, high) > 0) high = row
    }
    if (row < end || first === end) continue
    least[place] = low
    most[place] = high
  }
  return { least, most }
}

/** Rates have no qualifier. */
const isExact = (block: Block, name: NumberName, row: number): boolean =>
  block.has(name, row) && (name !== 'value' || block.columns.qualifier[row] === exact)
