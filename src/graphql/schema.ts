import { builder } from './builder.js'
import './scalars.js'
import './types/aggregate.js'
import './types/category.js'
import './types/connection.js'
import './types/derived.js'
import './types/dimension.js'
import './types/finding.js'
import './types/import.js'
import './types/indicator.js'
import './types/indicator-filter.js'
import './types/indicators.js'
import './types/language.js'
import './types/metric.js'
import './types/node.js'
import './types/pivot.js'
import './types/published.js'
import './types/release.js'
import './types/search.js'
import './types/series.js'
import './types/series-table.js'
import './types/store.js'
import './types/unit.js'
import './types/versions.js'

builder.queryType({ description: 'What can be asked.' })

/** The public contract, in the order that it is written in. Importing it opens and writes nothing. */
export const schema = builder.toSchema({ sortSchema: false })
