import { languages } from '../domain/text/language.js'
import { element, textElement } from '../files/output/xml.js'
import { pageAddress } from './addresses.js'
import type { Described } from './described.js'

/** A sitemap has no more addresses (sitemaps.org). */
const most = 50_000

/** Writes the canonical addresses of the explorer in both languages, and those of `documents`, as a sitemap. */
export function writeSitemap(described: readonly Described[], documents: readonly string[], origin: string): string {
  const pages = languages.flatMap((language) => [
    { address: pageAddress(origin, {}, language), modified: null },
    ...described.flatMap(({ dataset: { code: dataset }, metrics, modified }) => [
      { address: pageAddress(origin, { dataset }, language), modified },
      ...metrics.map(({ code: metric }) => ({ address: pageAddress(origin, { dataset, metric }, language), modified })),
    ]),
  ])
  const others = documents.map((path) => ({ address: `${origin}${path}`, modified: null }))
  const urls = [...pages, ...others]
    .slice(0, most)
    .map(({ address, modified }) =>
      element('url', {}, textElement('loc', address), modified === null ? '' : textElement('lastmod', modified)),
    )
  const set = element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...urls)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${set}\n`
}
