import type { Observation } from '../../domain/observations/observation.js'
import type { Frequency } from '../../domain/periods/period.js'
import { baseOf, type Unit } from '../../domain/units/unit.js'

/** A series that an import has figures of. */
export interface Series {
  readonly measure: Unit
  readonly frequency: Frequency
  /** What stands before the figure's own columns in its row of `staging`: empty until it has been numbered. */
  columns: string
}

/** What numbers a series. */
export interface SeriesIds {
  readonly id: number
  readonly metric: number
  readonly breakdown: number
  readonly category: number
}

/** The series that stand at a path of categories, and the paths that go on from there. */
interface Node {
  readonly series: Map<string, Series[]>
  readonly next: Map<string, Map<string, Node>>
}

/** Series by their parts, found without making a text of them: a million figures are of a few thousand series. */
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

  /** Puts a series where the figure's parts lead to. */
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
  const held = map.get(key)
  if (held !== undefined) return held
  const made = make()
  map.set(key, made)
  return made
}
