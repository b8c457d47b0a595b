import type { NamedFigureFragment } from '../../../generated/gql/explorer/graphql.js'
import { initial, type State } from '../state.js'

export function chartOf(
  figure: Pick<NamedFigureFragment, 'metric' | 'dimension' | 'categories' | 'frequency'>,
  { language, theme }: Pick<State, 'language' | 'theme'>,
): Partial<State> {
  const [category] = figure.categories
  const isTotal = figure.dimension.code === 'TOTAL'
  return {
    ...initial,
    ...{ language, theme, metrics: [figure.metric.code], by: figure.dimension.code, every: figure.frequency },
    categories: isTotal || category === undefined ? null : [category.code],
  }
}
