import { languages } from '../../domain/text/language.js'
import { builder } from '../builder.js'

export const languageType = builder.enumType('Language', {
  description: 'The language of a text. If a text lacks it, the other language is returned.',
  values: languages,
})

export const languageArgs = () =>
  builder.args((t) => ({
    language: t.field({ type: languageType, defaultValue: 'EN', description: 'The language of the text.' }),
  }))
