import { excerpt } from '../../domain/input-bounds.js'
import { artefactVersion, type Flow, flowOf } from '../../files/sdmx/components.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { noResults, notImplemented, syntaxError } from './faults.js'
import { selectsVersion } from './versions.js'

const contexts = ['dataflow', 'datastructure', 'provisionagreement', '*']

export interface DataPath {
  readonly agency: string
  readonly id: string
  readonly version: string
  readonly key: string
  readonly component: string
}

export function readDataPath(parts: readonly string[], most: 5 | 6): DataPath {
  const [context = '*', agency = '*', id = '*', version = '*', key = '*', component = '*'] = parts.map(
    (each) => each || '*',
  )
  if (parts.length > most) throw syntaxError(`The path has ${parts.length - most} parts too many.`)
  if (!contexts.includes(context))
    throw syntaxError(`"${excerpt(context)}" is not a context. The contexts are ${contexts.join(', ')}.`)
  if (context !== 'dataflow' && context !== '*')
    throw notImplemented('Data are served for dataflows. Write dataflow in place of the context.')
  return { agency, id, version, key, component }
}

export const selectsId = (query: string, id: string): boolean =>
  query.split(',').some((each) => each === '*' || each === id)

/** Returns the dataflow that a path selects. Throws if there are none or several. */
export function findFlow({ agency, id, version }: DataPath, { codes }: Pick<Snapshot, 'codes'>): Flow {
  const isVersion = selectsVersion(version, artefactVersion)
  const all = codes.datasets.map((dataset) => flowOf(dataset, codes))
  const found = all.filter((flow) => isVersion && selectsId(agency, flow.agency) && selectsId(id, flow.id))
  const [only, ...others] = found
  if (only === undefined) throw noResults('No dataflow matches the path. /sdmx/v2/structure/dataflow lists them.')
  if (others.length > 0)
    throw notImplemented(
      `The path selects ${found.length} dataflows, and a message has the data of one. They are ${found
        .slice(0, 10)
        .map((flow) => `${flow.agency}/${flow.id}`)
        .join(', ')}.`,
    )
  return only
}
