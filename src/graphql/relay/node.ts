import { brandWithType } from '@pothos/core'
import type { Category, Dimension, Metric } from '../../domain/codes/codes.js'
import { excerpt, textFault } from '../../domain/input-bounds.js'
import { parseSeriesKey } from '../../domain/observations/series-key.js'
import { parsePeriod } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import type { StoredFinding } from '../../store/query/findings.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import { refuseLonger } from '../../store/query/page.js'
import type { Indicator, SeriesRef } from '../../store/query/rows.js'
import type { View } from '../../store/query/view.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { decodeId } from './id.js'

// The nouns, so that the file of each can speak of the others without importing it.
export const indicatorType = builder.objectRef<Indicator>('Indicator')
export const seriesType = builder.objectRef<SeriesRef>('Series')
export const metricType = builder.objectRef<Metric>('Metric')
export const dimensionType = builder.objectRef<Dimension>('Dimension')
export const categoryType = builder.objectRef<Category>('Category')
export const releaseType = builder.objectRef<Release>('Release')
export const findingType = builder.objectRef<StoredFinding>('Finding')

/** Anything that has an id of its own. */
export const nodeType = builder.interfaceRef<object>('Node').implement({
  description: 'Anything that has an id of its own and can be asked for by it.',
  fields: (t) => ({ id: t.id({ description: idDescription, resolve: () => '' }) }),
})

/** What every type says of its id. */
export const idDescription = 'Opaque, made from natural keys: the same in every store that holds the same releases.'

const most = 100

type Key = readonly string[]
type Found = StoredFinding | Indicator | SeriesRef | Metric | Dimension | Category | Release | null

/** Of how many parts the key of each type is, and how a record is found by it. */
const finders: Record<string, readonly [parts: number, find: (view: View, key: Key) => Found | Promise<Found>]> = {
  Indicator: [
    3,
    (view, [release = '', series = '', period = '']) =>
      isPeriodOf(series, period) ? view.indicator({ release, series, period }) : null,
  ],
  Finding: [3, (view, [code = '', kind = '', key = '']) => view.finding(code, kind, key)],
  Series: [1, (view, [key = '']) => view.series(key)],
  Metric: [1, ({ snapshot }, [code = '']) => snapshot.codes.metric(code)],
  Dimension: [1, ({ snapshot }, [code = '']) => snapshot.codes.dimension(code)],
  Category: [2, ({ snapshot }, [dimension = '', code = '']) => snapshot.codes.category({ dimension, code })],
  Release: [1, ({ snapshot }, [code = '']) => snapshot.releases.find((release) => release.code === code) ?? null],
}

function isPeriodOf(series: string, period: string): boolean {
  try {
    return parseSeriesKey(series)?.frequency === parsePeriod(period).frequency
  } catch {
    return false
  }
}

async function find(view: View, id: string): Promise<object | null> {
  const [type = '', ...key] = decodeId(id)
  const [parts, finder] = (Object.hasOwn(finders, type) && finders[type]) || []
  // No key holds a NUL or half a surrogate pair, and a statement that holds one fails for all the keys in it.
  if (finder === undefined || key.length !== parts || key.some((part) => textFault(part, 'content') !== null))
    throw new Refusal('BAD_USER_INPUT', `"${excerpt(id)}" is not an id of this service.`)
  const found = await finder(view, key)
  if (found !== null) brandWithType(found, type as never)
  return found
}

builder.queryFields((t) => ({
  node: t.field({
    ...costs({ weight: 10 }),
    type: nodeType,
    nullable: true,
    description: 'What has this id; null where nothing has.',
    args: { id: t.arg.id({ required: true, description: 'As a field `id` gave it.' }) },
    resolve: (_, { id }, { view }) => find(view, id),
  }),
  nodes: t.field({
    ...costs({
      weight: 10,
      items: ({ args: { ids } }) => (Array.isArray(ids) ? Math.min(ids.length, most) : 1),
    }),
    type: [nodeType],
    nullable: { list: false, items: true },
    description: 'What has each of these ids, in their order; null where nothing has. At most 100.',
    args: { ids: t.arg.idList({ required: true, description: 'As fields `id` gave them.' }) },
    resolve: (_, { ids }, { view }) => {
      refuseLonger(ids.length, most, 'ids')
      // An id that is none is an error in its own place, and takes nothing from the others.
      return Promise.all(ids.map((id) => find(view, id).catch((error: Error) => error)))
    },
  }),
}))
