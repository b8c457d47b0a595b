import type { ShownFiguresQueryVariables, TableQueryVariables } from '../../../generated/gql/explorer/graphql.js'

/** Returns the variables of the query that is copied for programs, from those of the page's own. */
export const shownFigures = ({
  filter,
  transform,
  shownUnit,
  base,
  first,
  language,
}: TableQueryVariables): ShownFiguresQueryVariables => ({
  filter,
  transform,
  ...(shownUnit == null ? {} : { unit: shownUnit }),
  ...(base == null ? {} : { base }),
  first,
  language,
})
