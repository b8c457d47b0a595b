import { createContext, useContext } from 'react'
import type { Language } from '../data/state.js'
import type { Words } from './en.js'

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.js')).en,
  zh: async () => (await import('./zh.js')).zh,
}

const loaded = new Map<Language, Words>()

/** Loads the texts of a language; no state of the page has a language whose texts are not there. */
export async function loadWords(language: Language): Promise<void> {
  if (!loaded.has(language)) takeWords(language, await loaders[language]())
}

export const hasWords = (language: Language): boolean => loaded.has(language)

export const takeWords = (language: Language, words: Words): void => void loaded.set(language, words)

export function wordsIn(language: Language): Words {
  const words = loaded.get(language)
  if (words === undefined) throw new Error(`The texts of ${language} have not been loaded.`)
  return words
}

export const LanguageContext = createContext<Language>('en')

export function useWords(): { readonly words: Words; readonly language: Language } {
  const language = useContext(LanguageContext)
  return { words: wordsIn(language), language }
}
