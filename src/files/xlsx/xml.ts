import { SaxesParser } from 'saxes'
import { wrong } from '../row.js'
import { damaged } from './package.js'

export type Attributes = Readonly<Record<string, string>>

/** Takes the elements of an XML part as they come, by their names without prefix; `around` is innermost last. */
export interface Elements {
  open?(name: string, attributes: Attributes, around: readonly string[]): void
  text?(text: string, around: readonly string[]): void
  close?(name: string, around: readonly string[]): void
}

const maxElement = 1_000_000
const maxDepth = 64

/**
 * Reads an XML part in UTF-8, and yields after each piece of it, so that what was made of it can be taken. An element
 * is never held beyond 1 MB; BAD_USER_INPUT for that, for what is not well formed and for a document type.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  elements: Elements,
): AsyncGenerator<void> {
  const around: string[] = []
  let unfinished = 0
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('opentag', ({ name, attributes }) => {
    unfinished = 0
    const plain = withoutPrefix(name)
    elements.open?.(plain, attributes, around)
    if (around.push(plain) > maxDepth) wrong(`${part} has elements ${maxDepth} deep: it is no sheet of a workbook.`)
  })
  parser.on('closetag', () => {
    unfinished = 0
    const name = around.pop() ?? ''
    elements.close?.(name, around)
  })
  const text = (found: string) => elements.text?.(found, around)
  parser.on('text', text)
  parser.on('cdata', text)
  // Nothing that an office program writes has one, and entities of its own would come with it.
  parser.on('doctype', () => wrong(`${part} has a document type: save the workbook again.`))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const write = (chunk?: Uint8Array) => {
    try {
      parser.write(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
      if (!chunk) parser.close()
    } catch (error) {
      damaged(part, error)
    }
  }
  for await (const chunk of bytes) {
    unfinished += chunk.length
    write(chunk)
    if (unfinished > maxElement) wrong(`${part} has an element of more than 1 MB: it is no sheet of a workbook.`)
    yield
  }
  write()
  yield
}

/** The same for a part that is read to its end. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, part: string, elements: Elements): Promise<void> {
  const pieces = readXml(bytes, part, elements)
  while (!(await pieces.next()).done);
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)
