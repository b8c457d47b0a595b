import type { GraphQLSchema } from 'graphql'
import { builder } from './builder.js'
import { withBoundedInputs } from './input-bounds.js'
import { withMeter } from './meter.js'
import { withPromisedItems } from './promised-items.js'
import './scalars.js'
import './schema/aggregate.js'
import './schema/category.js'
import './schema/change.js'
import './schema/claim.js'
import './relay/connection.js'
import './schema/dataset.js'
import './schema/derived.js'
import './schema/dimension.js'
import './schema/figure-proposal.js'
import './schema/finding.js'
import './schema/import.js'
import './schema/indicator.js'
import './schema/indicator-filter.js'
import './schema/indicators.js'
import './schema/language.js'
import './schema/map-draft.js'
import './schema/metric.js'
import './relay/node.js'
import './schema/pivot.js'
import './schema/proof.js'
import './schema/published.js'
import './schema/rates.js'
import './schema/reason.js'
import './schema/release.js'
import './schema/search.js'
import './schema/series.js'
import './schema/series-list.js'
import './schema/series-table.js'
import './schema/store.js'
import './schema/summary.js'
import './schema/unit.js'
import './schema/versions.js'

builder.queryType({ description: 'The queries.' })

/** Builds the schema of all that has been declared to the builder. */
export function buildSchema(): GraphQLSchema {
  const built = withPromisedItems(withMeter(withBoundedInputs(builder.toSchema({ sortSchema: false }))))
  built.description = description
  return built
}

const description =
  'Official statistics, figure by figure as releases printed them, in any unit of their measure, with bounds, history and source. Numbers are exact strings. Names are never removed before they have been deprecated; enums may grow.'

export const schema = buildSchema()
