import type { ShownFiguresQueryVariables, TableQueryVariables } from '../../../generated/gql/explorer/graphql.js'

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
