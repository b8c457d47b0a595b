import type { Language } from '../domain/text/language.js'

export const tagOf = (language: Language): 'en' | 'zh' => (language === 'ZH' ? 'zh' : 'en')

/** Returns the address of the explorer for some of its parameters, which are in the order of its canonical addresses. */
export function pageAddress(
  origin: string,
  parameters: Readonly<Partial<Record<'dataset' | 'metric' | 'by' | 'release' | 'panel', string>>>,
  language: Language,
): string {
  const search = new URLSearchParams({ ...parameters, lang: tagOf(language) }).toString()
  return `${origin}/?${search.replaceAll('%2C', ',')}`
}

/** Returns an address that programs can open, or null. */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}
