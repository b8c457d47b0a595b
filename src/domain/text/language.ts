/** In the order of the enum. */
export const languages = ['EN', 'ZH'] as const
/** A language that texts are given in. */
export type Language = (typeof languages)[number]

/** A text in the two languages of the service; where one is missing the other is given. */
export interface Text {
  readonly en: string | null
  readonly zh: string | null
}

/** The text in one language; where it lacks that, in the other. */
export const inLanguage = ({ en, zh }: Text, language: Language): string | null =>
  language === 'ZH' ? (zh ?? en) : (en ?? zh)
