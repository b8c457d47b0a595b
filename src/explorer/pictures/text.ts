export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(controls, '')

const controls = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu

/** Divides a text into lines: between words, and between Chinese characters. The last of `most` lines has the rest. */
export function linesOf(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of text.match(/[⺀-鿿豈-﫿＀-￯][，。、：；）》”]?|\s+|[^\s⺀-鿿豈-﫿＀-￯]+/gu) ?? []) {
    if (line !== '' && lines.length < most - 1 && measure(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = part.trimStart()
    } else line += part
  }
  return [...lines, line.trimEnd()]
}

export const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
