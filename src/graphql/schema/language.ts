import { languages } from '../../domain/text/language.js'
import { builder } from '../builder.js'

/** The enum Language. */
export const languageType = builder.enumType('Language', {
  description: 'The language of a text; where a text lacks one, the other is given.',
  values: languages,
})

/** The argument of every text that there is in both languages. */
export const languageArgs = () =>
  builder.args((t) => ({
    language: t.field({ type: languageType, defaultValue: 'EN', description: 'The language to give it in.' }),
  }))
