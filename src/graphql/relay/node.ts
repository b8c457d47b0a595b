import { brandWithType } from '@pothos/core'
import type { Category, Dimension, Metric } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import type { FigureName } from '../../domain/history-proof/figure-proof.js'
import { excerpt, textFault } from '../../domain/input-bounds.js'
import { isPeriodOf, withDataset } from '../../domain/observations/series-key.js'
import { Refusal } from '../../errors.js'
import { findFinding, type StoredFinding } from '../../store/query/findings/findings.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import { refuseLonger } from '../../store/query/page.js'
import type { Indicator, SeriesRef } from '../../store/query/rows.js'
import { findSeries } from '../../store/query/series.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { decodeId } from './id.js'

// The object references stand here, so that the files of schema/ need not import each other.
export const indicatorType = builder.objectRef<Indicator>('Indicator')
export const seriesType = builder.objectRef<SeriesRef>('Series')
export const metricType = builder.objectRef<Metric>('Metric')
export const dimensionType = builder.objectRef<Dimension>('Dimension')
export const categoryType = builder.objectRef<Category>('Category')
export const datasetType = builder.objectRef<Dataset>('Dataset')
export const releaseType = builder.objectRef<Release>('Release')
export const findingType = builder.objectRef<StoredFinding>('Finding')

export const nodeRefs = {
  Indicator: indicatorType,
  Finding: findingType,
  Series: seriesType,
  Dataset: datasetType,
  Metric: metricType,
  Dimension: dimensionType,
  Category: categoryType,
  Release: releaseType,
}
export type NodeType = keyof typeof nodeRefs

export const nodeType = builder.interfaceRef<object>('Node').implement({
  description: 'An object with a globally unique id.',
  fields: (t) => ({ id: t.id({ description: idDescription, resolve: () => '' }) }),
})

export const idDescription = 'An opaque id made from natural keys, equal in every store that holds the same releases.'

const most = 100

type Key = readonly string[]
type Finder = readonly [parts: number, find: (view: View, key: Key) => Found | Promise<Found>]
export type Found = StoredFinding | Dataset | Indicator | SeriesRef | Metric | Dimension | Category | Release | null

/** The number of key parts of each type, and the function that finds a record by its key. */
const finders: Readonly<Record<NodeType, Finder>> = {
  Indicator: [
    3,
    (view, [release = '', given = '', period = '']) => {
      const { dataset } = releaseOf(view, release) ?? {}
      const [series = ''] = dataset === undefined ? [] : withDataset(given, [dataset.code])
      return isPeriodOf(series, period) ? view.indicator({ release, series, period }) : null
    },
  ],
  Finding: [
    3,
    async (view, [code = '', kind = '', key = '']) => {
      const found = await findFinding(view, code, kind, key)
      const { dataset } = releaseOf(view, code) ?? {}
      // The key of a finding began with that of its series, without a dataset.
      return found ?? (dataset === undefined ? null : findFinding(view, code, kind, `${dataset.code}|${key}`))
    },
  ],
  Series: [1, (view, [key = '']) => findSeries(view, key)],
  Dataset: [1, ({ snapshot }, [code = '']) => snapshot.codes.dataset(code)],
  Metric: [1, ({ snapshot }, [code = '']) => snapshot.codes.metric(code)],
  Dimension: [1, ({ snapshot }, [code = '']) => snapshot.codes.dimension(code)],
  Category: [2, ({ snapshot }, [dimension = '', code = '']) => snapshot.codes.category({ dimension, code })],
  Release: [1, (view, [code = '']) => releaseOf(view, code)],
}

/** Returns the name of the figure that an id of an Indicator states. Throws BAD_USER_INPUT for another id. */
export function figureNameOf(view: View, id: string): FigureName {
  const [type, release = '', given = '', period = '', ...more] = decodeId(id)
  if (
    type !== 'Indicator' ||
    more.length > 0 ||
    [release, given, period].some((part) => textFault(part, 'id') !== null)
  )
    throw new Refusal('BAD_USER_INPUT', `"${excerpt(id)}" is not the id of an indicator.`)
  const { dataset } = releaseOf(view, release) ?? {}
  const [series = given] = dataset === undefined ? [] : withDataset(given, [dataset.code])
  return { release, series, period }
}

const releaseOf = ({ snapshot }: View, code: string): Release | null =>
  snapshot.releaseById.get(snapshot.releaseIds.get(code) ?? 0) ?? null

/** Returns the record with an id, or null. Throws BAD_USER_INPUT if it is not an id, or not one of the expected type. */
export async function findById(view: View, id: string, expected?: NodeType): Promise<Found> {
  const [type = '', ...key] = decodeId(id)
  const isKnown = isNodeType(type) && (expected ?? type) === type && finders[type][0] === key.length
  // A NUL or a lone surrogate would fail the statement that loads all keys of a batch.
  if (!isKnown || key.some((part) => textFault(part, 'content') !== null))
    throw new Refusal('BAD_USER_INPUT', `"${excerpt(id)}" is not an id of this service.`)
  return findByKey(view, type, key)
}

export async function findByKey(view: View, type: NodeType, key: Key): Promise<Found> {
  const [, find] = finders[type]
  const found = await find(view, key)
  if (found !== null) brandWithType(found, nodeRefs[type])
  return found
}

/** Resolves to some records. What cannot be found because of a malformed reference is an error at its own position. */
export const settled = (found: readonly Promise<Found>[]): Promise<Found[]> =>
  Promise.all(found.map((each) => each.catch((error) => error)))

export const isNodeType = (type: string): type is NodeType => Object.hasOwn(nodeRefs, type)

builder.queryFields((t) => ({
  node: t.field({
    ...costs({ weight: 10 }),
    type: nodeType,
    nullable: true,
    description: 'The object with this id, or null if there is none.',
    args: { id: t.arg.id({ required: true, description: 'An id returned by a field `id`.' }) },
    resolve: (_, { id }, { view }) => findById(view, id),
  }),
  nodes: t.field({
    ...costs({ weight: 10, items: ({ args: { ids } }) => (Array.isArray(ids) ? Math.min(ids.length, most) : 1) }),
    type: [nodeType],
    nullable: { list: true, items: true },
    description: 'The objects with these ids, in the same order, with null where there is none. At most 100 ids.',
    args: { ids: t.arg.idList({ required: true, description: 'Ids returned by fields `id`.' }) },
    resolve: (_, { ids }, { view }) => {
      refuseLonger(ids.length, most, 'ids')
      return settled(ids.map((id) => findById(view, id)))
    },
  }),
}))
