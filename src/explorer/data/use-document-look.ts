import { useLayoutEffect } from 'react'
import { wordsIn } from '../i18n/words.js'
import type { Language, State } from './state.js'

/** Gives the document the language and the colours of the page. */
export function useDocumentLook(language: Language, theme: State['theme']): void {
  useLayoutEffect(() => {
    document.documentElement.lang = wordsIn(language).tag
    document.documentElement.dataset['theme'] = theme ?? 'system'
  }, [language, theme])
}
