import type { IndicatorFilter, Order } from '../domain/observations/filter.js'
import type { Database } from '../store/database/open.js'
import { type ExportList, openExtract } from '../store/export/extract.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import type { ViewSource } from '../store/query/one-version.js'
import { aboutOf } from './about.js'
import { figureContent, type Opened } from './content.js'
import { type FormatInfo, formats } from './formats.js'
import type { ExportRequest } from './request.js'

/** The list that a request for indicators is for. */
export const listed = ({ args }: Pick<ExportRequest, 'args'>): ExportList => ({
  query: {
    filter: (args['filter'] as IndicatorFilter | null | undefined) ?? {},
    scope: null,
    order: (args['orderBy'] as readonly Order[] | null | undefined) ?? [],
  },
})

/** All that every release printed, in order of publication, retracted ones included. */
export const history = ({ releases }: Snapshot): ExportList[] =>
  releases.toReversed().map(({ code }) => ({ ...listed({ args: { filter: { releases: [code] } } }), release: code }))

/** Opens lists of figures, to be read as fast as they are taken. */
export async function openFigures(
  database: Database,
  store: ViewSource,
  request: ExportRequest,
  listsOf: (snapshot: Snapshot) => readonly ExportList[] = () => [listed(request)],
): Promise<Opened> {
  const { digits = false }: FormatInfo = formats[request.format]
  const extract = await openExtract(database, async () => (await store.view()).snapshot, listsOf, digits)
  const { snapshot, extent: known } = extract
  const release = listsOf(snapshot).some(({ release }) => release !== undefined)
  const about = aboutOf(request, known.releases, snapshot)
  const content = figureContent(extract.figures(), { ...known, release }, snapshot.codes, about)
  return { snapshot, content, close: () => extract.close() }
}
