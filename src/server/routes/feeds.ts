import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Config } from '../../config.js'
import { excerpt } from '../../domain/input-bounds.js'
import type { IndicatorFilter } from '../../domain/observations/filter.js'
import type { Language } from '../../domain/text/language.js'
import { formatCount, Refusal } from '../../errors.js'
import { parseFeedAddress, readParameters, requestOf } from '../../export/short-address.js'
import { writeAtom } from '../../feeds/atom.js'
import { writeCalendar } from '../../feeds/calendar.js'
import { catalogueOf } from '../../feeds/catalogue.js'
import { croissantOf } from '../../feeds/croissant.js'
import { describeDatasets, modifiedAt } from '../../feeds/described.js'
import { figureFeed, releaseFeed } from '../../feeds/releases.js'
import { writeSitemap } from '../../feeds/sitemap.js'
import { percentDecoded } from '../../lib/percent-decoded.js'
import { type Pin, readPin } from '../../store/query/pin.js'
import type { View } from '../../store/query/view.js'
import { useRoute } from '../http/route.js'
import { languageOf } from '../pictures/language.js'
import { originOf } from '../pictures/origin.js'
import type { Render } from '../pictures/rendering.js'
import { textErrorAnswer } from '../plugins/response/errors.js'
import { cacheControl } from '../plugins/response/response-cache.js'
import { documentPaths } from './docs.js'

export interface FeedsOptions {
  readonly render: Render
  readonly config: Pick<Config, 'http' | 'limits' | 'cache' | 'webhooks'>
  readonly log: Logger
}

interface Asked {
  readonly pin: Pin | null
  /** The language of a document that has one; null if the address of the document decides it. */
  readonly language: Language | null
  make(view: View, language: Language): Promise<string> | string
}

interface Kind {
  readonly type: string
  readonly matches: (pathname: string) => boolean
  readonly read: (url: URL, request: Request, place: { readonly origin: string; readonly self: string }) => Asked
}

const vary = 'accept-encoding, accept-language'

/**
 * Serves what a store publishes about itself: feeds of releases (Atom), their calendar (iCalendar), the catalogue of its
 * datasets (DCAT), their descriptions (Croissant), and the list of its pages for search engines.
 */
export function useFeeds({ render, config: { http, limits, cache, webhooks }, log }: FeedsOptions): Plugin {
  const kinds = kindsOf(http.mcp)
  const kindOf = ({ pathname }: URL): Kind | undefined => kinds.find(({ matches }) => matches(pathname))
  const tooLong = `The document was not complete within ${formatCount(limits.timeout)} ms. Retry, or request fewer figures.`
  return useRoute(
    (url) => kindOf(url) !== undefined,
    async (request, url, connection) => {
      const { type, read } = kindOf(url) as Kind
      // The id of a feed is its address, which must not depend on the name by which a reader came.
      const origin = webhooks.origin ?? originOf(request, url, http.trust)
      try {
        const { pin, language, make } = read(url, request, { origin, self: selfOf(url, origin) })
        return await render(request, connection, {
          key: [url.pathname, url.search, language, origin],
          pin,
          headers: { 'cache-control': cacheControl(cache.maxAge), vary, 'x-content-type-options': 'nosniff' },
          patience: limits.timeout,
          make: async (_, view) => {
            const body = await make(view, language ?? 'EN')
            const at = modifiedAt(view.snapshot)
            const headers = at === null ? {} : { 'last-modified': new Date(at).toUTCString() }
            return { body, type: `${type}; charset=utf-8`, headers }
          },
        })
      } catch (error) {
        const isOverdue = error instanceof Error && error.name === 'TimeoutError'
        const shown = isOverdue ? new Refusal('TIMEOUT', tooLong) : error
        return textErrorAnswer(shown, request, log, { UNKNOWN_CODE: 404 })
      }
    },
  )
}

function selfOf({ pathname, searchParams }: URL, origin: string): string {
  const own = new URLSearchParams(searchParams)
  for (const name of ['version', 'stamp']) own.delete(name)
  return `${origin}${pathname}${own.size === 0 ? '' : `?${own}`}`
}

const json = (value: object): string => `${JSON.stringify(value)}\n`
const isAt =
  (path: string) =>
  (pathname: string): boolean =>
    pathname === path
const croissant = /^\/data\/([^/.]+)\.croissant\.json$/

function kindsOf(hasMcp: boolean): readonly Kind[] {
  return [
    {
      type: 'application/atom+xml',
      matches: isAt('/feed.atom'),
      read: (url, request, place) =>
        inLanguageOf(url, request, async (view, language) =>
          writeAtom(await releaseFeed(view, { ...place, language })),
        ),
    },
    {
      type: 'application/atom+xml',
      matches: (pathname) => pathname.startsWith('/data/') && pathname.endsWith('.atom'),
      read(url, _, place) {
        const address = parseFeedAddress(url)
        return {
          pin: address.pin,
          language: null,
          async make(view) {
            const { args, variables, language, records } = requestOf(address, view.snapshot)
            const filter = args['filter'] as IndicatorFilter
            const followed = { filter, identity: variables, unit: records?.unit ?? null }
            return writeAtom(await figureFeed(view, { ...place, language }, followed))
          },
        }
      },
    },
    {
      type: 'text/calendar',
      matches: isAt('/calendar.ics'),
      read: (url, request, { origin }) =>
        inLanguageOf(url, request, ({ snapshot }, language) => writeCalendar(snapshot, origin, language)),
    },
    {
      type: 'application/ld+json',
      matches: isAt('/catalog.jsonld'),
      read: (url, _, { origin }) =>
        inNoLanguage(url, async (view) =>
          json(catalogueOf(view.snapshot, await describeDatasets(view), origin, hasMcp)),
        ),
    },
    {
      type: 'application/ld+json',
      matches: (pathname) => croissant.test(pathname),
      read: (url, request, { origin }) =>
        inLanguageOf(url, request, async (view, language) => {
          const [, code = ''] = croissant.exec(url.pathname) ?? []
          const dataset = view.snapshot.codes.findDataset(decoded(code))
          const described = (await describeDatasets(view)).find((each) => each.dataset === dataset)
          if (described === undefined) throw new Refusal('NOT_FOUND', `The dataset ${dataset.code} has no figures.`)
          return json(croissantOf(described, view.snapshot, origin, language))
        }),
    },
    {
      type: 'application/xml',
      matches: isAt('/sitemap.xml'),
      read: (url, _, { origin }) =>
        inNoLanguage(url, async (view) => writeSitemap(await describeDatasets(view), await documentPaths(), origin)),
    },
    {
      type: 'text/plain',
      matches: isAt('/robots.txt'),
      read: (url, _, { origin }) =>
        inNoLanguage(url, () => `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`),
    },
  ]
}

function decoded(text: string): string {
  const found = percentDecoded(text)
  if (found !== null) return found
  throw new Refusal('NOT_FOUND', 'The address is not valid: its percent signs do not encode UTF-8.')
}

const pinNames = ['version', 'stamp'] as const

function inNoLanguage({ searchParams }: URL, make: (view: View) => Promise<string> | string): Asked {
  const { version = null, stamp = null } = readParameters(searchParams, pinNames)
  return { pin: readPin(version, stamp), language: null, make }
}

function inLanguageOf(url: URL, request: Request, make: Asked['make']): Asked {
  const { lang, version = null, stamp = null } = readParameters(url.searchParams, ['lang', ...pinNames])
  if (lang !== undefined && lang !== 'en' && lang !== 'zh')
    throw new Refusal('BAD_USER_INPUT', `lang cannot be "${excerpt(lang)}". The values are en, zh.`)
  const language = languageOf(url, request) === 'zh' ? 'ZH' : 'EN'
  return { pin: readPin(version, stamp), language, make }
}
