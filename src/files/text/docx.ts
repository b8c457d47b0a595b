import { Refusal } from '../../errors.js'
import { Package, packageLimits, readWholeXml } from '../xlsx/package.js'

/** Reads the paragraphs of a Word document, those of its tables included, without what was deleted. */
export async function textOfDocx(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: string[] = []
  try {
    const parts = await Package.open(bytes, packageLimits)
    await readWholeXml(parts.read('word/document.xml'), 'word/document.xml', {
      text: (text, around) => {
        if (around.at(-1) === 't' && !around.includes('del')) pieces.push(text)
      },
      open: (name) => {
        if (name === 'tab') pieces.push(' ')
        else if (name === 'br' || name === 'cr') pieces.push('\n')
      },
      close: (name) => {
        if (name === 'p') pieces.push('\n\n')
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.code, error.message.replace(/workbook|sheet of a document/g, 'document'))
  }
  return pieces.join('').trim()
}
