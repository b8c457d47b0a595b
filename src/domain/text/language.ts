export const languages = ['EN', 'ZH'] as const
export type Language = (typeof languages)[number]

export interface Text {
  readonly en: string | null
  readonly zh: string | null
}

export const inLanguage = ({ en, zh }: Text, language: Language): string | null =>
  language === 'ZH' ? (zh ?? en) : (en ?? zh)
