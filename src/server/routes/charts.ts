import type { Plugin } from 'graphql-yoga'
import { type Answer, useRoute } from '../http/route.js'
import { explorer } from '../pictures/explorer.js'
import { languageOf } from '../pictures/language.js'
import { pinOf } from '../pictures/pin.js'
import { pngOf } from '../pictures/png.js'
import { problemOf, type Render } from '../pictures/rendering.js'
import { contextOf } from '../plugins/request/request-context.js'
import { contentSecurityPolicy } from '../plugins/response/headers.js'
import { cacheControl } from '../plugins/response/response-cache.js'

const types = { '/chart.svg': 'image/svg+xml', '/chart.png': 'image/png' } as const
type Path = keyof typeof types

const isChart = (path: string): path is Path => Object.hasOwn(types, path)

/**
 * Serves /chart.svg and /chart.png: the chart of the page at the same address as a picture. If it cannot be drawn, the
 * picture shows the reason.
 */
export function useCharts(render: Render, maxAge: number): Plugin {
  const common = {
    'cache-control': cacheControl(maxAge),
    vary: 'accept-encoding, accept-language',
    'x-content-type-options': 'nosniff',
    'content-security-policy': contentSecurityPolicy("style-src 'unsafe-inline'"),
  }
  return useRoute(
    ({ pathname }) => isChart(pathname),
    async (request, url, connection) => {
      const path = url.pathname as Path
      const language = languageOf(url, request)
      const contentOf = async (svg: string, scale: number) =>
        path === '/chart.svg' ? svg : pngOf(svg, scale, request.signal, contextOf(request).client)
      try {
        return await render(request, connection, {
          key: [path, url.search, language],
          pin: pinOf(url),
          headers: common,
          make: async (send) => {
            const { svg, scale } = await explorer.chart(url.search, language, send)
            return { body: await contentOf(svg, scale), type: types[path] }
          },
        })
      } catch (error) {
        const { message, status } = problemOf(error, request)
        const headers = { 'content-type': types[path], 'cache-control': 'no-store', vary: common.vary }
        const body = await contentOf(await explorer.sentence(message, url.search, language), 1)
        const answer: Answer = { status, headers, body: request.method === 'HEAD' ? null : body }
        return answer
      }
    },
  )
}
