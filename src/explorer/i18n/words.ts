import { createContext, useContext } from 'react'
import type { Language } from '../data/state.js'
import { en, type Words } from './en.js'
import { zh } from './zh.js'

export const words: Readonly<Record<Language, Words>> = { en, zh }

export const LanguageContext = createContext<Language>('en')

export function useWords(): { readonly words: Words; readonly language: Language } {
  const language = useContext(LanguageContext)
  return { words: words[language], language }
}
