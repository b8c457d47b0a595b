import type { Language } from './state.js'

export interface Named {
  readonly code: string
  readonly en: string
  readonly zh: string
}

export const textIn = <T>({ en, zh }: { readonly en: T; readonly zh: T }, language: Language): T =>
  language === 'zh' ? zh : en

/** Joins the names of a metric and its categories: "Exports · Ships". */
export function nameOf(metric: Omit<Named, 'code'>, categories: readonly Named[], language: Language): string {
  const broken = categories.filter(({ code }) => code !== 'ALL')
  return [metric, ...broken].map((each) => textIn(each, language)).join(' · ')
}
