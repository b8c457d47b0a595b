import { SourceDocument, type SourceQuery } from '../../generated/gql/explorer/graphql.js'
import { dayAt, offsetOf } from './day.js'
import type { Ask } from './load.js'
import type { View } from './view.js'

export type Release = NonNullable<SourceQuery['indicators']>['nodes'][number]['release']

export async function askSource(view: View, ask: Ask): Promise<Release | null> {
  const filter = view.table?.variables.filter
  if (filter === undefined) return null
  const { indicators } = await ask(SourceDocument, { filter })
  return indicators.nodes[0]?.release ?? null
}

export const dayOf = ({ publishedAt }: Pick<Release, 'publishedAt'>): string =>
  dayAt(publishedAt, offsetOf(publishedAt))
