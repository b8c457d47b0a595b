import { inLanguage, type Language, type languages, type Text } from '../../domain/text/language.js'
import { builder } from '../builder.js'
import { unchanging } from '../cost.js'

export const languageType = builder.enumType('Language', {
  description: 'The language of a text. If a text lacks it, the other language is returned.',
  values: {
    EN: { description: 'English.' },
    ZH: { description: 'Chinese.' },
  } satisfies Record<(typeof languages)[number], object>,
})

export const languageArgs = () =>
  builder.args((t) => ({
    language: t.field({ type: languageType, defaultValue: 'EN', description: 'The language of the text.' }),
  }))

/** The field with the name of a coded item, which is its code if it has none. */
export const nameField = {
  ...unchanging,
  description: 'The name.',
  args: languageArgs(),
  resolve: (
    { name, code }: { readonly name: Text; readonly code: string },
    { language }: { readonly language?: Language | null | undefined },
  ): string => inLanguage(name, language ?? 'EN') ?? code,
}
