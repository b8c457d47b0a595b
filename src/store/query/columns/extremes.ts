import { qualifiers } from '../../../domain/observations/observation.js'
import { memoizeByObject } from '../../../lib/memo.js'
import { type Block, compareNumbers, type NumberName } from './block.js'

/** The rows with the least and the highest number of each series, by its place; `noRow` if no row has one. */
export interface Extremes {
  readonly least: Int32Array
  readonly most: Int32Array
  /** A bit for each qualifier of the numbers, and `lacking`. */
  readonly kinds: Uint8Array
}

export const noRow = -1
const lacking = 1 << qualifiers.length
const exact = qualifiers.indexOf('EXACT')

export const extremesOf: Readonly<Record<NumberName, (block: Block) => Extremes>> = {
  value: memoizeByObject((block) => find(block, 'value')),
  yoy: memoizeByObject((block) => find(block, 'yoy')),
  share: memoizeByObject((block) => find(block, 'share')),
}

function find(block: Block, name: NumberName): Extremes {
  const { starts, seriesCount, columns } = block
  const least = new Int32Array(seriesCount).fill(noRow)
  const most = new Int32Array(seriesCount).fill(noRow)
  const kinds = new Uint8Array(seriesCount)
  for (let place = 0; place < seriesCount; place++) {
    let [low, high, kind] = [noRow, noRow, 0]
    for (let row = starts[place] as number; row < (starts[place + 1] as number); row++) {
      if (!block.has(name, row)) {
        kind |= lacking
        continue
      }
      kind |= 1 << (name === 'value' ? (columns.qualifier[row] as number) : exact) // rates have no qualifier
      if (low === noRow || compareNumbers(name, block, row, block, low) < 0) low = row
      if (high === noRow || compareNumbers(name, block, row, block, high) > 0) high = row
    }
    least[place] = low
    most[place] = high
    kinds[place] = kind
  }
  return { least, most, kinds }
}
