import type { Plugin } from 'graphql-yoga'
import type { Config } from '../../config.js'
import { Refusal } from '../../errors.js'
import { type Answer, jsonAnswer, useRoute } from '../http/route.js'
import { type About, explorer } from '../pictures/explorer.js'
import { languageOf } from '../pictures/language.js'
import { originOf } from '../pictures/origin.js'
import { pinOf } from '../pictures/pin.js'
import { problemOf, type Render } from '../pictures/rendering.js'
import { cacheControl } from '../plugins/response/response-cache.js'

interface Size {
  readonly width: number
  readonly height: number
}

const usualWidth = 720
const least = { width: 240, height: 200 }
const most = 10_000
const charts = new Set(['/', '/embed', '/chart.svg', '/chart.png'])
const sizes = ['width', 'height', 'scale']

/** Serves /oembed (oembed.com): the frame that shows a chart, for programs that are given the address of its page. */
export function useOEmbed(render: Render, { embed, trust }: Config['http'], maxAge: number): Plugin {
  return useRoute('/oembed', async (request, url, connection): Promise<Answer> => {
    if (embed.length === 0) return failure(404, 'Charts of this server may not be shown in frames.')
    try {
      const origin = originOf(request, url, trust)
      const { format, target, room } = readParameters(url, origin)
      if (format !== 'json') return failure(501, `The format ${format} is not available. Use json.`)
      const language = languageOf(target, request)
      return await render(request, connection, {
        key: ['/oembed', target.search, room, language, origin],
        pin: pinOf(target),
        headers: { 'cache-control': cacheControl(maxAge), vary: 'accept-encoding, accept-language' },
        make: async (send) => {
          const width = Math.min(usualWidth, room.width)
          const about = await explorer.about(target.search, language, origin, width, send)
          const body = JSON.stringify(answerOf(about, width, room, origin, maxAge))
          return { body: `${body}\n`, type: 'application/json; charset=utf-8' }
        },
      })
    } catch (error) {
      const { status, message } = problemOf(error, request)
      return failure(status, message)
    }
  })
}

const failure = (status: number, error: string): Answer => jsonAnswer(status, { error })

function readParameters({ searchParams }: URL, origin: string) {
  const said = searchParams.get('url') ?? ''
  if (said === '') throw new Refusal('BAD_USER_INPUT', 'The parameter url is missing. It is the address of a chart.')
  const bound = (name: 'maxwidth' | 'maxheight', size: keyof Size): number => {
    const text = searchParams.get(name) ?? ''
    if (text === '') return most
    const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least[size] && number <= most) return number
    throw new Refusal('BAD_USER_INPUT', `The parameter ${name} must be a whole number from ${least[size]} to ${most}.`)
  }
  const format = (searchParams.get('format') || 'json').slice(0, 40)
  return {
    format,
    target: targetOf(said, origin),
    room: { width: bound('maxwidth', 'width'), height: bound('maxheight', 'height') },
  }
}

function targetOf(said: string, origin: string): URL {
  const target = URL.canParse(said) ? new URL(said) : null
  const isOurs = target !== null && /^https?:$/.test(target.protocol) && target.host === new URL(origin).host
  if (!isOurs || !charts.has(target.pathname))
    throw new Refusal('NOT_FOUND', `The parameter url must be the address of a chart at ${origin}/.`)
  for (const name of sizes) target.searchParams.delete(name)
  return target
}

function answerOf(about: About, width: number, room: Size, origin: string, maxAge: number) {
  const { title, site, places, preview } = about
  const height = Math.min(about.height, room.height)
  const html = `<iframe src="${escaped(places.embed)}" width="${width}" height="${height}" title="${escaped(title)}" style="border:0;max-width:100%" loading="lazy"></iframe>`
  const fits = preview.width <= room.width && preview.height <= room.height
  return {
    ...{ version: '1.0', type: 'rich', title, provider_name: site, provider_url: `${origin}/`, cache_age: maxAge },
    ...{ html, width, height },
    ...(fits && { thumbnail_url: places.picture, thumbnail_width: preview.width, thumbnail_height: preview.height }),
  }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
