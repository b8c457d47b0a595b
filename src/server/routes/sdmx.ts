import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { SdmxFault, sdmxCodeOf, syntaxError } from '../../export/sdmx/faults.js'
import { contentTypeOf, type Media } from '../../export/sdmx/media.js'
import { mediaOf, readSdmx } from '../../export/sdmx/sdmx.js'
import { writeErrorJson } from '../../files/sdmx-json/writer.js'
import { writeErrorMl } from '../../files/sdmx-ml/message.js'
import type { AskedFile, Files } from '../file-answers.js'
import { type Answer, useRoute } from '../http/route.js'
import { languageOf } from '../pictures/language.js'
import type { RefusePath } from '../plugins/request/target.js'
import { errorLine } from '../plugins/response/errors.js'

const vary = 'accept, accept-encoding, accept-language'

/**
 * Serves SDMX REST 2 below /sdmx/v2: data, availability and structures of datasets as dataflows. A request that cannot be
 * met is refused in the form that it accepts, with the codes of SDMX.
 */
export function useSdmx({ answer, exporting }: Files, log: Logger): Plugin {
  return useRoute(
    ({ pathname }) => pathname === '/sdmx' || pathname.startsWith('/sdmx/'),
    (request, url, connection) =>
      answer(
        request,
        connection,
        () => read(request, url),
        (error) => refusal(error, request, url, log),
      ),
  )

  async function read(request: Request, url: URL): Promise<AskedFile> {
    const language = languageOf(url, request) === 'zh' ? 'ZH' : 'EN'
    const asked = readSdmx(url, request.headers.get('accept'), language)
    const found = asked.at(await exporting.snapshot(asked.pin))
    return {
      tag: found.tag,
      isCompressed: true,
      headers: { vary },
      open: (signal) => exporting.openSdmx(found, signal),
    }
  }
}

export const sdmxPathRefusal =
  (log: Logger): RefusePath =>
  (message, request, url) =>
    refusal(syntaxError(message), request, url, log)

function refusal(error: unknown, request: Request, url: URL, log: Logger): Answer {
  const { text, code, status: usual, headers } = errorLine(error, request, log)
  const isFault = error instanceof SdmxFault
  const status = isFault ? error.status : code === 'UNKNOWN_CODE' ? 404 : code === 'LIMIT_EXCEEDED' ? 413 : usual
  const sdmxCode = isFault ? error.sdmxCode : sdmxCodeOf(code, usual)
  const media = acceptable(url, request)
  const { type, body } = bodyOf(media, sdmxCode, text, code)
  return { status, headers: { 'content-type': type, 'cache-control': 'no-store', vary, ...headers }, body }
}

function acceptable(url: URL, request: Request): Media | null {
  try {
    const media = mediaOf(url, request.headers.get('accept'))
    return media.family === 'csv' ? null : media
  } catch {
    return null
  }
}

const head = { id: 'ERROR', prepared: '1970-01-01T00:00:00Z', language: 'EN' } as const

function bodyOf(media: Media | null, code: number, text: string, own: string): { type: string; body: string } {
  if (media === null) return { type: 'text/plain; charset=utf-8', body: `${code}: ${text}\n` }
  const type = `${contentTypeOf(media)};charset=utf-8`
  if (media.family === 'json') {
    const prepared = new Date().toISOString()
    return { type, body: writeErrorJson({ ...head, prepared }, code, text, own) }
  }
  return { type, body: writeErrorMl(media.version === '2.1' ? '2.1' : '3.0', code, text) }
}
