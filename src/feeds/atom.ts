import { element, textElement } from '../files/output/xml.js'

export interface Feed {
  /** The address of the feed, which is its id. */
  readonly self: string
  readonly page: string
  readonly language: string
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly updated: string
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly id: string
  readonly title: string
  readonly published: string
  readonly updated: string
  readonly author: string
  readonly page: string
  readonly source: string | null
  readonly category: { readonly term: string; readonly label: string }
  readonly rights: string | null
  readonly summary: string
  readonly content: readonly (string | readonly string[])[]
}

/** Writes a feed as Atom (RFC 4287). */
export function writeAtom({ self, page, language, title, subtitle, author, updated, entries }: Feed): string {
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    textElement('id', self),
    textElement('title', title),
    textElement('subtitle', subtitle),
    textElement('updated', updated),
    element('author', {}, textElement('name', author)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ...entries.map(writeEntry),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${feed}\n`
}

const writeEntry = (entry: Entry): string =>
  element(
    'entry',
    {},
    textElement('id', entry.id),
    textElement('title', entry.title),
    textElement('published', entry.published),
    textElement('updated', entry.updated),
    element('author', {}, textElement('name', entry.author)),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.page }),
    entry.source === null ? '' : element('link', { rel: 'via', href: entry.source }),
    element('category', entry.category),
    entry.rights === null ? '' : textElement('rights', entry.rights),
    textElement('summary', entry.summary),
    textElement('content', entry.content.map(htmlOf).join(''), { type: 'html' }),
  )

const htmlOf = (part: string | readonly string[]): string =>
  typeof part === 'string' ? textElement('p', part) : element('ul', {}, ...part.map((item) => textElement('li', item)))
