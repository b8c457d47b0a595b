import type { Plugin } from 'graphql-yoga'
import type { Config } from '../../config.js'
import { memoizeUntilRejected } from '../../lib/memo.js'
import { type Answer, useRoute } from '../http/route.js'
import { explorer } from '../pictures/explorer.js'
import { languageOf } from '../pictures/language.js'
import { originOf } from '../pictures/origin.js'
import { pinOf } from '../pictures/pin.js'
import { problemOf, type Render } from '../pictures/rendering.js'
import { framedPolicy, hashSource } from '../plugins/response/headers.js'
import { cacheControl } from '../plugins/response/response-cache.js'

const type = 'text/html; charset=utf-8'
const vary = 'accept-encoding, accept-language'

/** Serves /embed: a chart alone, without scripts, in frames of pages of the allowed origins. */
export function useEmbed(render: Render, { embed, trust }: Config['http'], maxAge: number): Plugin {
  const ancestors = embed.length === 0 ? "'none'" : embed.join(' ')
  const policyOf = memoizeUntilRejected(async () =>
    framedPolicy(ancestors, `style-src ${hashSource(await explorer.embedStyle())}`, "font-src 'self'"),
  )
  return useRoute('/embed', async (request, url, connection): Promise<Answer> => {
    const language = languageOf(url, request)
    const origin = originOf(request, url, trust)
    const headers = { vary, 'content-security-policy': await policyOf() }
    try {
      return await render(request, connection, {
        key: ['/embed', url.search, language, origin],
        pin: pinOf(url),
        headers: { ...headers, 'cache-control': cacheControl(maxAge) },
        make: async (send) => ({ body: await explorer.embed(url.search, language, origin, send), type }),
      })
    } catch (error) {
      const { message, status } = problemOf(error, request)
      const body = request.method === 'HEAD' ? null : await explorer.embedFault(message, url.search, language)
      return { status, headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' }, body }
    }
  })
}
