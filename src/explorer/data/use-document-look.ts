import { useLayoutEffect } from 'react'
import { wordsIn } from '../i18n/words.js'
import type { Language, State } from './state.js'

export function useDocumentLook(language: Language, theme: State['theme']): void {
  useLayoutEffect(() => {
    document.documentElement.lang = wordsIn(language).tag
    document.documentElement.dataset['theme'] = theme ?? 'system'
  }, [language, theme])
}
