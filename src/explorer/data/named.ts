import type { Language } from './state.js'

/** What has a name in both languages, in one answer for either. */
export interface Named {
  readonly code: string
  readonly en: string
  readonly zh: string
}

/** The text in a language; null where it lacks it. */
export const textIn = <T>({ en, zh }: { readonly en: T; readonly zh: T }, language: Language): T =>
  language === 'zh' ? zh : en
