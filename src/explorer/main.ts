import { ChoicesDocument, FrontDocument, TableDocument } from '../generated/gql/explorer/graphql.js'
import { prefetch } from './data/ask.js'
import { languageOf, parseState } from './data/state.js'
import { viewOf } from './data/view.js'

// Sends the queries of the first view while the page is still loading.
const state = parseState(window.location.search)
const view = viewOf(state, languageOf(state, navigator.language), null, null)
prefetch(FrontDocument, {})
if (view !== null) prefetch(ChoicesDocument, { filter: view.scope })
if (view?.table != null) prefetch(TableDocument, view.table.variables)

void import('./page.js')
