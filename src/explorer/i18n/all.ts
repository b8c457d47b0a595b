import type { Language } from '../data/state.js'
import { en, type Words } from './en.js'
import { takeWords } from './words.js'
import { zh } from './zh.js'

export const words: Readonly<Record<Language, Words>> = { en, zh }

takeWords('en', en)
takeWords('zh', zh)
