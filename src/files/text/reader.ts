import { formatCount, refuse } from '../../errors.js'
import { isHtml } from '../html/reader.js'
import { type Encoding, textIn } from '../input/transcode.js'
import { textOfDocx } from './docx.js'
import { type ReadText, textOfHtml } from './html.js'

export const mostText = 1_048_576

/** Reads plain text, HTML or a Word document. Throws BAD_USER_INPUT for other files and above a million characters. */
export async function readRunningText(bytes: Uint8Array, encoding: Encoding = 'utf-8'): Promise<ReadText> {
  if (isZip(bytes)) return bounded({ text: await textOfDocx(once(bytes)), starts: null })
  if (bytes.subarray(0, 8192).includes(0))
    refuse('The file is binary. Give plain text, HTML or a Word document (.docx).')
  const text = textIn(bytes, encoding)
  return bounded(isHtml(bytes) || isFragment.test(text) ? textOfHtml(text) : { text, starts: null })
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
