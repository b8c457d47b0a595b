import { ChoicesDocument, FrontDocument, TableDocument } from '../generated/gql/explorer/graphql.js'
import { begin } from './data/ask.js'
import { languageOf, parseState } from './data/state.js'
import { viewOf } from './data/view.js'

// The questions of the first view are on their way while the page itself still comes.
const state = parseState(window.location.search)
const view = viewOf(state, languageOf(state, navigator.language), null, null)
begin(FrontDocument, {})
if (view !== null) begin(ChoicesDocument, { filter: view.scope })
if (view?.table != null) begin(TableDocument, view.table.variables)

void import('./page.js')
