import { excerpt } from '../../domain/input-bounds.js'
import { type Period, placeOf } from '../../domain/periods/period.js'
import {
  type Artefact,
  type Availability,
  artefactsOf,
  constraintOf,
  type ItemScheme,
  isScheme,
} from '../../files/sdmx/artefacts.js'
import { type Component, time } from '../../files/sdmx/components.js'
import { timePeriod } from '../../files/sdmx/time-period.js'
import type { Extract } from '../../store/export/extract.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { tester } from './conditions.js'
import type { DataQuery } from './data-query.js'
import { noResults, semanticError, syntaxError } from './faults.js'
import type { DataSet } from './rows.js'

export const availabilityParameters = [
  'c',
  'updatedAfter',
  'references',
  'mode',
  'reportingYearStartDay',
  'asOf',
] as const

export type Mode = 'exact' | 'available'

export function componentsIn(text: string, { flow: { dimensions } }: DataQuery): readonly Component[] {
  const all = [...dimensions, time]
  if (text === '*') return all
  const wanted = text.split(',')
  const unknown = wanted.find((each) => !all.some(({ id }) => id === each))
  if (unknown !== undefined)
    throw semanticError(
      `The data structure has no dimension "${excerpt(unknown)}". It has ${all.map(({ id }) => id).join(', ')}.`,
    )
  return all.filter(({ id }) => wanted.includes(id))
}

/**
 * Reads the observations of a query, and returns the values that they have: with `exact`, those of the observations that
 * satisfy all conditions, with `available` also those that would satisfy all conditions on other dimensions.
 */
export async function constraintIn(
  query: DataQuery,
  sets: readonly DataSet[],
  extract: Extract,
  components: readonly Component[],
  mode: Mode,
): Promise<Artefact> {
  const { flow, conditions, language } = query
  const satisfies = tester(conditions, flow, language)
  const found = new Map(components.filter((each) => each !== time).map((each) => [each, new Set<string>()]))
  const periods = new Set<Period>()
  const series = new Set<string>()
  let observations = 0
  for (const [at, { select }] of sets.entries())
    for await (const batch of select(extract.figures(at)))
      for (const figure of batch) {
        const isExact = satisfies(figure)
        if (isExact) {
          observations++
          series.add(flow.dimensions.map((each) => each.cellOf(figure, language)).join('.'))
        }
        const counts = (component: Component): boolean =>
          isExact || (mode === 'available' && satisfies(figure, component))
        for (const [component, values] of found)
          if (counts(component)) values.add(component.cellOf(figure, language) ?? '')
        if (components.includes(time) && counts(time)) periods.add(figure.period)
      }
  const values = new Map(
    [...found].flatMap(([{ id }, all]) => (all.size === 0 ? [] : [[id, [...all].sort()] as const])),
  )
  if (values.size === 0 && periods.size === 0) throw noResults()
  const available: Availability = { values, span: spanOf(periods), series: series.size, observations }
  return constraintOf(flow, available)
}

function spanOf(periods: ReadonlySet<Period>): Availability['span'] {
  const sorted = [...periods].sort((a, b) => (a.first < b.first ? -1 : 1))
  const [first] = sorted
  const last = [...periods].sort((a, b) => placeOf(a) - placeOf(b)).at(-1)
  return first === undefined || last === undefined ? null : [timePeriod(first), timePeriod(last)]
}

const referable = [
  'none',
  'all',
  'codelist',
  'valuelist',
  'datastructure',
  'conceptscheme',
  'dataflow',
  'dataproviderscheme',
]

export function referencedTypes(text = 'none'): ReadonlySet<string> {
  const all = text.split(',')
  const unknown = all.find((each) => !referable.includes(each))
  if (unknown !== undefined)
    throw syntaxError(`references cannot be "${excerpt(unknown)}". The values are ${referable.join(', ')}.`)
  return new Set(all.includes('all') ? referable : all)
}

/** Returns the artefacts that a constraint uses, with the items that it uses and the parents of these. */
export function referencedBy(
  constraint: Artefact,
  types: ReadonlySet<string>,
  { flow }: DataQuery,
  { codes }: Snapshot,
): readonly Artefact[] {
  const values =
    constraint.type === 'dataconstraint' ? constraint.available.values : new Map<string, readonly string[]>()
  const ids = new Set([...values.keys(), time.id])
  return artefactsOf(codes).flatMap((each): readonly Artefact[] => {
    if (!types.has(each.type)) return []
    if (!isScheme(each)) return each.id === (each.type === 'dataflow' ? flow.id : flow.structureId) ? [each] : []
    if (each.type === 'conceptscheme') return [withItems(each, ids)]
    const own = flow.dimensions.find(({ list }) => list === each.id)
    const used = own && values.get(own.id)
    return used === undefined ? [] : [withItems(each, withParents(each, used))]
  })
}

const withItems = (scheme: ItemScheme, ids: ReadonlySet<string>): Artefact => {
  const items = scheme.items.filter(({ id }) => ids.has(id))
  return { ...scheme, items, isPartial: items.length < scheme.items.length }
}

function withParents({ items }: ItemScheme, ids: readonly string[]): ReadonlySet<string> {
  const parents = new Map(items.map(({ id, parent }) => [id, parent]))
  const all = new Set(ids)
  for (const id of all) {
    const parent = parents.get(id)
    if (parent != null) all.add(parent) // visited by this loop as well
  }
  return all
}
