import { formatCount, refuse } from '../../errors.js'
import { encodingOf, isHtml } from '../html/reader.js'
import { type Encoding, textIn } from '../input/transcode.js'
import { textOfDocx } from './docx.js'
import { type ReadText, textOfHtml } from './html.js'

const mostText = 1_048_576

/**
 * Reads plain text, HTML or a Word document, in UTF-8 unless an encoding is given or a page states one. Throws
 * BAD_USER_INPUT for other files, above a million characters, and for bytes that are no text in the encoding.
 */
export async function readRunningText(bytes: Uint8Array, encoding: Encoding | null = null): Promise<ReadText> {
  if (isZip(bytes)) return bounded({ text: await textOfDocx(once(bytes)), starts: null })
  if (bytes.subarray(0, 8192).includes(0))
    refuse('The file is binary. Give plain text, HTML or a Word document (.docx).')
  const isPage = isHtml(bytes)
  const text = decoded(bytes, isPage ? encodingOf(bytes, encoding) : (encoding ?? 'utf-8'))
  return bounded(isPage || isFragment.test(text) ? textOfHtml(text) : { text, starts: null })
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return textIn(bytes, encoding, { fatal: true })
  } catch {
    return refuse(
      `The text is not in ${encoding.toUpperCase()}. Name its encoding, such as gb18030, or save it in UTF-8.`,
    )
  }
}

/** The beginning of a page without its head, as pages are copied. */
const isFragment = /^\s*<(?:p|article|section|main|span|h[1-6]|ul|ol)\b[^<>]*>/i

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function bounded(read: ReadText): ReadText {
  if (read.text.length > mostText)
    refuse(
      `The text has ${formatCount(read.text.length)} characters, and ${formatCount(mostText)} are allowed. Divide it.`,
    )
  return read
}
