import { useWords } from '../../i18n/words.js'
import { type DeskWords, deskInEnglish } from './en.js'
import { deskInChinese } from './zh.js'

const all: Readonly<Record<'en' | 'zh', DeskWords>> = { en: deskInEnglish, zh: deskInChinese }

export function useDeskWords() {
  const { words, language } = useWords()
  return { words, desk: all[language], language }
}
