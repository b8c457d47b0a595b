import type { Language } from './state.js'

export interface Named {
  readonly code: string
  readonly en: string
  readonly zh: string
}

export const textIn = <T>({ en, zh }: { readonly en: T; readonly zh: T }, language: Language): T =>
  language === 'zh' ? zh : en
