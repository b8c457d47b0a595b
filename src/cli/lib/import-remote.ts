import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { type Encoding, utf8From } from '../../files/input/transcode.js'
import type { FormatOptions } from '../../import/formats.js'
import type { Given, ImportOptions } from './import-options.js'
import { interruptible } from './interrupt.js'
import { progressOn, silent } from './progress.js'
import type { ImportInput, Server } from './remote.js'
import type { ShownReport } from './report.js'

/** Sends a release with its files to a server. */
export function sendRelease(
  server: Server,
  head: ReleaseMetadata,
  files: readonly Given[],
  { format, map, period, encoding, sheet = null, keepPointZero = false }: FormatOptions,
  { createCodes = false, dryRun = false, acceptFindings = false, json = false }: ImportOptions,
): Promise<ShownReport> {
  return interruptible('Stopped: nothing was sent.', async (interrupt) => {
    const progress = json ? silent : progressOn(process.stderr, 0)
    try {
      const contents: ImportInput['files'][number][] = []
      for (const { path, name } of files) {
        progress.step(`reading ${path}`)
        contents.push({ name, ...(await contentOf(interrupt.until(createReadStream(path)), encoding)) })
      }
      interrupt.hurry('Stopped while the server was at it: "indicators releases --server" says whether it was stored.')
      progress.step('the server is checking and storing')
      return await server.importRelease({
        ...head,
        format,
        map: map === null ? null : 'name' in map ? map.name : map.text,
        period: period?.text ?? null,
        ...(sheet === null ? {} : { sheet }),
        keepPointZero,
        files: contents,
        createCodes,
        dryRun,
        acceptFindings,
      })
    } finally {
      progress.clear()
    }
  })
}

/** Text where it is UTF-8, BASE64 otherwise: a workbook, or what the server's map says the encoding of. */
async function contentOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding | null,
): Promise<{ content: string; encoding: 'TEXT' | 'BASE64' }> {
  const whole = await buffer(bytes)
  if (encoding !== null && encoding !== 'utf-8' && !isZip(whole)) {
    const text = (await buffer(utf8From(Readable.from([whole]), encoding))).toString()
    // A mark says that it is UTF-8, whatever the map has to say of the file as it was.
    return { content: text.startsWith('\uFEFF') ? text : `\uFEFF${text}`, encoding: 'TEXT' }
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { content: decoder.decode(whole), encoding: 'TEXT' }
  } catch {
    return { content: whole.toString('base64'), encoding: 'BASE64' }
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
