import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { Refusal } from '../../errors.js'
import { parseAddress, requestOf } from '../../export/short-address.js'
import { type AskedFile, askedFile, type Files } from '../file-answers.js'
import { useRoute } from '../http/route.js'
import type { RefusePath } from '../plugins/request/target.js'
import { textErrorAnswer } from '../plugins/response/errors.js'

/**
 * Serves short addresses, such as /data/CN_TRADE/EXPORTS/PRODUCT.csv: figures as flat records, for programs that read a URL.
 * A request that cannot be met is refused with a line of text, and with 404 if the path names a code that is not there.
 */
export function useData({ answer, exporting }: Files, log: Logger): Plugin {
  return useRoute(
    ({ pathname }) => pathname === '/data' || pathname.startsWith('/data/'),
    (request, url, connection) =>
      answer(
        request,
        connection,
        () => read(url),
        (error) => textErrorAnswer(error, request, log, { UNKNOWN_CODE: 404 }),
      ),
  )

  async function read(url: URL): Promise<AskedFile> {
    const address = parseAddress(url)
    const snapshot = await exporting.snapshot(address.pin)
    const about = url.pathname.replace(/\.[a-z.]+$/, '.metadata.json') + url.search
    return askedFile(exporting, requestOf(address, snapshot), snapshot, address.format === 'metadata' ? null : about)
  }
}

export const dataPathRefusal =
  (log: Logger): RefusePath =>
  (message, request) =>
    textErrorAnswer(new Refusal('NOT_FOUND', message), request, log, {})
