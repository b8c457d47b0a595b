import type { Words } from '../i18n/en.js'

export interface Named {
  readonly code: string
  readonly en: string
  readonly zh: string
}

export const nameIn = (list: readonly Named[], code: string, words: Words): string =>
  words.text(list.find((each) => each.code === code) ?? { en: code, zh: code })

export function nameOf(metric: Omit<Named, 'code'>, categories: readonly Named[], words: Words): string {
  const broken = categories.filter(({ code }) => code !== 'ALL')
  return [metric, ...broken].map(words.text).join(' · ')
}
