export const languages = ['EN', 'ZH'] as const
export type Language = (typeof languages)[number]

export interface Text {
  readonly en: string | null
  readonly zh: string | null
}

/** Returns the text in a language, or in the other one if it is missing. */
export const inLanguage = ({ en, zh }: Text, language: Language): string | null =>
  language === 'ZH' ? (zh ?? en) : (en ?? zh)
