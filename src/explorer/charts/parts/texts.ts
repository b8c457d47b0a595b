import type { Surface } from '../surface.js'
import { element } from './svg.js'

type Weight = Parameters<Surface['measure']>[2]

/** Holds a text of a drawing. `y` is its middle. */
export interface Text {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly weight?: Weight
  readonly fill: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isItalic?: boolean
  readonly full?: string | null
}

export const usualSize = 13
const usualWeight: Weight = 400
/** The distance from the middle of a line of digits to its baseline, in font sizes. */
const belowMiddle = 0.34

export const drawTexts = (texts: readonly Text[], { document }: Surface): SVGElement =>
  element(
    document,
    'g',
    { stroke: 'none' },
    ...texts.map(({ size = usualSize, weight = usualWeight, anchor = 'start', full = null, ...text }) =>
      element(
        document,
        'text',
        {
          ...{ x: text.x, y: text.y + size * belowMiddle, fill: text.fill },
          ...{ 'font-size': size, 'font-weight': weight, 'text-anchor': anchor },
          'font-style': text.isItalic === true ? 'italic' : null,
        },
        text.text,
        ...(full === null ? [] : [element(document, 'title', {}, full)]),
      ),
    ),
  )

/** Shortens a text to a width; `full` is the complete text if it was shortened. */
export function shortened(text: string, width: number, measure: (text: string) => number): Pick<Text, 'text' | 'full'> {
  if (measure(text) <= width) return { text, full: null }
  const letters = [...text]
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return { text: `${letters.join('').trimEnd()}…`, full: text }
}

export function wrappedTo(
  text: string,
  most: number,
  width: number,
  measure: (text: string) => number,
): readonly Pick<Text, 'text' | 'full'>[] {
  const lines = wrapped(text, width, measure)
  const between = /[⺀-鿿]/.test(text) ? '' : ' '
  const full = lines.join(between) === text ? null : text // a word is divided
  if (lines.length <= most) return lines.map((line) => ({ text: line, full }))
  const rest = lines.slice(most - 1).join(between)
  return [
    ...lines.slice(0, most - 1).map((line) => ({ text: line })),
    { ...shortened(rest, width, measure), full: text },
  ]
}

/**
 * Divides a text into lines no wider than `width`: at spaces, between Chinese characters, and within a word that is wider,
 * after a hyphen.
 */
export function wrapped(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    if (measure(piece.trimEnd()) <= width) line += piece
    else
      for (const letter of piece) {
        const hyphen = inWord.test(line + letter) ? '-' : ''
        if (line !== '' && measure(line + letter + hyphen) > width) {
          lines.push(line + hyphen)
          line = ''
        }
        line += letter
      }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Two letters of one word, in a script that writes words apart. */
const inWord = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{2}$/u

const pieces = /[⺀-鿿豈-﫿＀-￯][，。、；：）」》]?|[^\s⺀-鿿豈-﫿＀-￯]+\s*|\s+/gu

/** Moves labels apart from each other by as little as possible. `y` is the wished middle; returns the middles. */
export function dodged(
  labels: readonly { readonly y: number; readonly height: number }[],
  top: number,
  bottom: number,
): readonly number[] {
  interface Block {
    readonly members: readonly number[]
    readonly height: number
    readonly wishes: number
  }
  const startOf = ({ members, wishes, height }: Block): number =>
    Math.max(top, Math.min(bottom - height, wishes / members.length))
  const blocks: Block[] = []
  const order = labels.map((_, index) => index).sort((one, other) => (labels[one]?.y ?? 0) - (labels[other]?.y ?? 0))
  for (const index of order) {
    const { y, height } = labels[index] ?? { y: 0, height: 0 }
    let block: Block = { members: [index], height, wishes: y - height / 2 }
    for (let above = blocks.at(-1); above !== undefined; above = blocks.at(-1)) {
      if (startOf(above) + above.height <= startOf(block)) break
      blocks.pop()
      const wishes = above.wishes + block.wishes - above.height * block.members.length
      block = { members: [...above.members, ...block.members], height: above.height + block.height, wishes }
    }
    blocks.push(block)
  }
  const middles = labels.map(({ y }) => y)
  for (const block of blocks) {
    let at = startOf(block)
    for (const index of block.members) {
      const { height } = labels[index] ?? { height: 0 }
      middles[index] = at + height / 2
      at += height
    }
  }
  return middles
}
