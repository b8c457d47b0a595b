import { ChoicesDocument, FrontDocument, TableDocument } from '../generated/gql/explorer/graphql.js'
import { prefetch } from './data/asking/ask.js'
import { givenId, takeGiven } from './data/asking/given.js'
import { preferredLanguage } from './data/asking/rendering.js'
import { languageOf, parseState } from './data/state.js'
import { viewOf } from './data/view.js'
import { loadWords } from './i18n/words.js'

takeGiven(document.getElementById(givenId)?.textContent ?? '{}')

// Sends the queries of the first view while the page is still loading, unless it brought their answers along.
const state = parseState(window.location.search)
const language = languageOf(state, preferredLanguage())
void loadWords(language)
const view = viewOf(state, language, null, null)
prefetch(FrontDocument, {})
if (view !== null) prefetch(ChoicesDocument, { filter: view.scope })
for (const part of view?.table?.parts ?? []) prefetch(TableDocument, part)

void import('./page.js')
