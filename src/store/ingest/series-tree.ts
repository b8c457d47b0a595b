import type { Observation } from '../../domain/observations/observation.js'
import type { Frequency } from '../../domain/periods/period.js'
import { baseOf, type Unit } from '../../domain/units/unit.js'

export interface Series {
  readonly measure: Unit
  readonly frequency: Frequency
  /** Its columns `identity` without the period, as text for COPY; empty until the batch that first has it is complete. */
  columns: string
}

interface Node {
  readonly series: Map<string, Series[]>
  readonly next: Map<string, Map<string, Node>>
}

/** Series by categories and metric. Avoids building a key for each observation: a million of them have few series. */
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
      const codes = entry(node.next, dimension, () => new Map<string, Node>())
      node = entry(codes, code, () => ({ series: new Map(), next: new Map() }))
    }
    entry(node.series, metric, () => []).push(series)
  }
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
