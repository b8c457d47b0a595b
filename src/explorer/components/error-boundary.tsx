import { Component, type ReactNode } from 'react'
import { preferredLanguage } from '../data/asking/rendering.js'
import { languageOf, parseState } from '../data/state.js'
import { wordsIn } from '../i18n/words.js'

export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    const own = wordsIn(languageOf(parseState(window.location.search), preferredLanguage()))
    return (
      <main>
        <div role="alert" className="notice">
          <p>
            <strong>{own.broken}</strong> {own.brokenHelp}
          </p>
          <p className="actions">
            <a href="/">{own.startAgain}</a>
          </p>
        </div>
      </main>
    )
  }
}
