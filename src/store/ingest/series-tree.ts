import type { Observation } from '../../domain/observations/observation.js'
import type { Frequency } from '../../domain/periods/period.js'
import { baseOf, type Unit } from '../../domain/units/unit.js'
import { getOrInsert } from '../../lib/memo.js'

export interface Series {
  readonly key: string
  readonly measure: Unit
  readonly frequency: Frequency
  /** 0 until the batch that first has the series is complete; `columns`, its text for COPY, is empty until then. */
  id: number
  columns: string
}

interface Node {
  readonly series: Map<string, Series[]>
  readonly next: Map<string, Map<string, Node>>
}

/**
 * Holds series by categories and metric, which avoids building a key for each observation: a million of them have few
 * series.
 */
export class SeriesTree {
  readonly #root: Node = { series: new Map(), next: new Map() }

  find({ metric, categories, unit, period }: Observation): Series | null {
    let node: Node | undefined = this.#root
    for (const { dimension, code } of categories) {
      node = node.next.get(dimension)?.get(code)
      if (node === undefined) return null
    }
    const measure = baseOf(unit)
    for (const each of node.series.get(metric) ?? [])
      if (each.measure === measure && each.frequency === period.frequency) return each
    return null
  }

  add({ metric, categories }: Observation, series: Series): void {
    let node = this.#root
    for (const { dimension, code } of categories) {
      const codes = getOrInsert(node.next, dimension, () => new Map<string, Node>())
      node = getOrInsert(codes, code, () => ({ series: new Map(), next: new Map() }))
    }
    getOrInsert(node.series, metric, () => []).push(series)
  }
}
