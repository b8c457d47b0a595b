import { Parser } from 'htmlparser2'
import { formatCount, refuse } from '../../errors.js'
import { isHidden } from '../html/tables.js'

/** A text and, for each of its code units, where it begins in the original; the original itself if `starts` is null. */
export interface ReadText {
  readonly text: string
  readonly starts: readonly number[] | null
  /** The original where it is not the text. */
  readonly original?: string
}

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
const maxDepth = 1000

/** Reads the text of a page, with the place of each character in it. Blocks and cells are separated by empty lines. */
export function textOfHtml(page: string): ReadText {
  const pieces: string[] = []
  const starts: number[] = []
  let depth = 0
  let hiddenAt: number | null = null
  const add = (text: string, from: number, to: number): void => {
    if (hiddenAt !== null) return
    pieces.push(text)
    const isPlain = text.length === to - from
    for (let at = 0; at < text.length; at++) starts.push(isPlain ? from + at : from)
  }
  const separate = (): void => add('\n\n', parser.startIndex, parser.startIndex)
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > maxDepth)
        refuse(`The page has elements nested more than ${formatCount(maxDepth)} levels deep, which is the limit.`)
      if (hiddenAt !== null) return
      if (isHidden(name, attributes) || name === 'noscript') hiddenAt = depth
      else if (blocks.has(name)) separate()
      else if (name === 'br') add('\n', parser.startIndex, parser.startIndex)
    },
    ontext: (text) => add(text.replace(/[\r\n]/g, ' '), parser.startIndex, parser.endIndex + 1),
    onclosetag(name) {
      const at = depth--
      if (hiddenAt !== null) {
        if (at === hiddenAt) hiddenAt = null
      } else if (blocks.has(name)) separate()
    },
  })
  parser.write(page)
  parser.end()
  return { text: pieces.join(''), starts, original: page }
}
