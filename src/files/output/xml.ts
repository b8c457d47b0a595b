// XML 1.0 has no other control characters, not even escaped, and no halves of surrogate pairs.
const impossible = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const special = /[&<>"\t\n\r]/g

/** Escapes a text for an element or an attribute. Characters that XML cannot contain become U+FFFD. */
const escaped = (text: string): string =>
  text.replace(impossible, '\uFFFD').replace(special, (sign) => `&#${sign.charCodeAt(0)};`)

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

const attributesIn = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value == null ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('')

export const open = (name: string, attributes: Attributes = {}): string => `<${name}${attributesIn(attributes)}>`

export const element = (name: string, attributes: Attributes, ...contents: readonly string[]): string => {
  const content = contents.join('')
  const begin = `<${name}${attributesIn(attributes)}`
  return content === '' ? `${begin}/>` : `${begin}>${content}</${name}>`
}

export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, escaped(text))
