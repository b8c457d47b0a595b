import type { ChangesQuery, ChangesQueryVariables } from '../../../generated/gql/explorer/graphql.js'
import type { Answered } from '../answered.js'
import { endOf } from '../day.js'
import { printedGrowth } from '../number.js'
import type { State } from '../state.js'

export type Change = Answered<ChangesQuery>['changes']['nodes'][number]
export type ChangedFigure = NonNullable<Change['after']>
type Days = Pick<State, 'since' | 'until' | 'dataset'>

export function changesSince(
  { since, until, dataset }: Days & { readonly since: string },
  offset: string,
): Omit<ChangesQueryVariables, 'first'> {
  const [from = since, to = null] = until !== null && until < since ? [until, since] : [since, until]
  const filter = dataset === null ? {} : { filter: { datasets: [dataset] } }
  return { from: endOf(from, offset), ...(to === null ? {} : { to: endOf(to, offset) }), ...filter }
}

export function changesBy({
  code,
  publishedAt,
}: {
  readonly code: string
  readonly publishedAt: string
}): Omit<ChangesQueryVariables, 'first'> {
  const before = new Date(Date.parse(publishedAt) - 1).toISOString()
  return { from: before, to: publishedAt, filter: { releases: [code] } }
}

export function isSameNumber({ before, after }: Change): boolean {
  if (before === null || after === null) return false
  const said = (figure: ChangedFigure): string => `${figure.en} ${printedGrowth(figure)}`
  return said(before) === said(after)
}
