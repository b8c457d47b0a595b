// Takes the place of two plugins of Prettier, which parse and print JavaScript: GraphiQL uses them for JSON only.
import { applyEdits, format } from 'jsonc-parser'

interface Content {
  readonly text: string
}

export const parsers = {
  jsonc: {
    parse: (text: string): Content => ({ text }),
    astFormat: 'jsonc-text',
    locStart: () => 0,
    locEnd: ({ text }: Content) => text.length,
  },
}

export const printers = {
  'jsonc-text': {
    print: ({ node: { text } }: { readonly node: Content }) =>
      applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true, insertFinalNewline: true })),
  },
}
