import type { Language } from '../domain/text/language.js'
import { element } from '../files/output/xml.js'
import { tagOf } from './addresses.js'
import type { Described } from './described.js'
import { wordsIn } from './words.js'

/** Returns what the head of a page links for programs: the description of all files, and catalogues and feeds of its data. */
export function pageLinks({ dataset }: Described, origin: string, language: Language): string {
  const lang = tagOf(language)
  const links = [
    ['service-desc', 'application/json', '/openapi.json', 'OpenAPI'],
    ['alternate', 'application/ld+json', '/catalog.jsonld', 'DCAT'],
    [
      ...['alternate', 'application/ld+json', `/data/${encodeURIComponent(dataset.code)}.croissant.json?lang=${lang}`],
      'Croissant',
    ],
    ['alternate', 'application/atom+xml', `/feed.atom?lang=${lang}`, wordsIn(language).releases],
  ] as const
  return links.map(([rel, type, path, title]) => element('link', { rel, type, href: origin + path, title })).join('')
}
