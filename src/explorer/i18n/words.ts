import { createContext, useContext } from 'react'
import type { Language } from '../data/state.js'
import { en, type Words } from './en.js'
import { zh } from './zh.js'

/** The words of each language. */
export const words: Readonly<Record<Language, Words>> = { en, zh }

/** The language of the page. */
export const LanguageContext = createContext<Language>('en')

/** The words of the language of the page, and that language. */
export function useWords(): { readonly words: Words; readonly language: Language } {
  const language = useContext(LanguageContext)
  return { words: words[language], language }
}
