import type { ReactNode } from 'react'
import { type Language, parseState, printShared } from '../data/state.js'
import type { Words } from '../i18n/en.js'
import type { Charted } from './about.js'
import { pinIn } from './address.js'

export interface Places {
  readonly page: string
  readonly embed: string
  readonly picture: string
  readonly oembed: string
}

export const preview = { width: 1200, height: 630 } as const

/**
 * Returns the addresses of a chart, in the order of the page and in a language, so that each has one. The page shows the
 * newest version, the others that to which the chart is pinned.
 */
export function placesOf(search: string, language: Language, origin: string): Places {
  const said = printShared(parseState(search), language)
  const pin = pinIn(search)
  const page = `${origin}/${said}`
  return {
    page,
    embed: `${origin}/embed${said}${pin}`,
    picture: `${origin}/chart.png${said}${pin}&width=${preview.width}&height=${preview.height}`,
    oembed: `${origin}/oembed?url=${encodeURIComponent(page)}&format=json`,
  }
}

interface HeadProps {
  readonly chart: Charted | null
  readonly words: Words
  readonly language: Language
  readonly places: Places
}

export function Head({ chart, words, language, places }: HeadProps): ReactNode {
  const title = chart?.model.title ?? words.site
  const description = chart?.description ?? words.site
  const { width, height } = preview
  const properties = {
    ...{ 'og:type': 'website', 'og:site_name': words.site, 'og:title': title, 'og:description': description },
    ...{ 'og:url': places.page, 'og:locale': language === 'zh' ? 'zh_CN' : 'en_GB' },
    ...{ 'og:image': places.picture, 'og:image:type': 'image/png', 'og:image:alt': title },
    ...{ 'og:image:width': String(width), 'og:image:height': String(height) },
  }
  return (
    <>
      <title>{chart === null ? words.site : `${title} · ${words.site}`}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={places.page} />
      <link rel="alternate" type="application/json+oembed" href={places.oembed} title={title} />
      {Object.entries(properties).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
