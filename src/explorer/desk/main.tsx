import '../fonts.js'
import '../styles/panels/panels.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from '../components/error-boundary.js'
import { preferredLanguage } from '../data/asking/rendering.js'
import { languageOf, parseState } from '../data/state.js'
import { loadWords } from '../i18n/words.js'
import { DeskPage } from './app.js'

await loadWords(languageOf(parseState(window.location.search), preferredLanguage()))
const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <DeskPage />
      </ErrorBoundary>
    </StrictMode>,
  )
