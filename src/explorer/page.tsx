import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './app.js'
import { ErrorBoundary } from './components/error-boundary.js'
import { preferredLanguage } from './data/asking/rendering.js'
import { languageOf, parseState } from './data/state.js'
import { catchUp } from './early.js'
import { loadWords } from './i18n/words.js'

const root = document.getElementById('root')
const page = (
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>
)
await loadWords(languageOf(parseState(window.location.search), preferredLanguage()))

// The server sends the page without its contents where it cannot render them.
if (root?.hasChildNodes()) hydrateRoot(root, page)
else if (root !== null) createRoot(root).render(page)
catchUp()

// The fonts must not delay the first view; until they are there it is shown in those of the reader.
const soon = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200))
soon(() => void import('./fonts.js').catch(() => undefined)) // without them, texts have the fonts of the system
