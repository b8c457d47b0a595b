import { parseInstant } from '../domain/periods/instant.js'
import { releaseCitation } from '../domain/text/citation.js'
import type { Language } from '../domain/text/language.js'
import { nameUuid } from '../lib/name-uuid.js'
import type { Release, Snapshot } from '../store/query/metadata-snapshot.js'
import { pageAddress } from './addresses.js'
import { epoch, modifiedAt, nameIn } from './described.js'
import { wordsIn } from './words.js'

/** The published releases of a calendar, the newest. Announced ones are not bounded beyond the code lists. */
const mostReleases = 500

interface Event {
  readonly uid: string
  readonly at: string
  readonly changed: string
  readonly isCertain: boolean
  readonly isRetracted: boolean
  readonly summary: string
  readonly description: string
  readonly category: string
  readonly url: string
}

/** Writes published and announced releases as iCalendar (RFC 5545). */
export function writeCalendar(snapshot: Snapshot, origin: string, language: Language): string {
  const words = wordsIn(language)
  const head = {
    VERSION: '2.0',
    PRODID: '-//trade-indicators//releases//EN',
    CALSCALE: 'GREGORIAN',
    METHOD: 'PUBLISH',
    NAME: textOf(words.calendar),
    'X-WR-CALNAME': textOf(words.calendar),
    'REFRESH-INTERVAL;VALUE=DURATION': 'PT1H',
  }
  const lines = [
    'BEGIN:VCALENDAR',
    ...linesOf(head),
    ...eventsOf(snapshot, origin, language).flatMap((event) => [
      'BEGIN:VEVENT',
      ...linesOf(propertiesOf(event)),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventsOf(snapshot: Snapshot, origin: string, language: Language): readonly Event[] {
  const { releases, codes } = snapshot
  const words = wordsIn(language)
  const published = releases.slice(0, mostReleases).map((release): Event => {
    const { code, stamp, title, publishedAt, dataset, retractedAt, retractionReason, importedAt } = release
    const isRetracted = retractedAt !== null
    return {
      uid: nameUuid(code, stamp),
      at: publishedAt,
      changed: retractedAt ?? importedAt,
      isCertain: true,
      isRetracted,
      summary: isRetracted ? words.retracted(title) : title,
      description: [...(isRetracted ? [words.why(retractionReason ?? '')] : []), releaseCitation(release)].join('\n'),
      category: nameIn(dataset, language),
      url: pageAddress(origin, { release: code, panel: 'releases' }, language),
    }
  })
  const changed = modifiedAt(snapshot) ?? epoch // that of code lists is not known
  const takenPlace = new Set(releases.map(placeOf))
  const announced = codes.datasets.flatMap((dataset) =>
    dataset.calendar.flatMap(({ title, at }, index): Event[] => {
      if (takenPlace.has(placeOf({ dataset, publishedAt: at }))) return []
      const name = nameIn(dataset, language)
      const nth = dataset.calendar.slice(0, index).filter((each) => each.title === title).length
      return [
        {
          // The time is no part of the identity, so that a release that is moved remains the same event.
          uid: nameUuid('announced', dataset.code, title, String(nth)),
          at,
          changed,
          isCertain: false,
          isRetracted: false,
          summary: title,
          description: name,
          category: name,
          url: pageAddress(origin, { dataset: dataset.code }, language),
        },
      ]
    }),
  )
  return [...announced, ...published]
}

const placeOf = ({
  dataset,
  publishedAt,
}: Pick<Release, 'publishedAt'> & { readonly dataset: { readonly code: string } }): string =>
  JSON.stringify([dataset.code, parseInstant(publishedAt).at.getTime()])

const propertiesOf = (event: Event): Readonly<Record<string, string>> => ({
  UID: `urn:uuid:${event.uid}`,
  DTSTAMP: timeOf(event.changed),
  DTSTART: timeOf(event.at),
  SEQUENCE: event.isRetracted ? '1' : '0',
  STATUS: event.isCertain ? 'CONFIRMED' : 'TENTATIVE',
  TRANSP: 'TRANSPARENT',
  SUMMARY: textOf(event.summary),
  DESCRIPTION: textOf(event.description),
  CATEGORIES: textOf(event.category),
  URL: event.url,
})

const linesOf = (properties: Readonly<Record<string, string>>): string[] =>
  Object.entries(properties).map(([name, value]) => `${name}:${value}`)

const timeOf = (instant: string): string =>
  `${parseInstant(instant).at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** Escapes a value of the type TEXT, which has no control characters but tabs and line breaks. */
const textOf = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: iCalendar allows none of them
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

/** Folds a line so that none is longer than 75 octets, and no character is divided. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const character of line) {
    const more = Buffer.byteLength(character)
    // Every part but the first begins with a space.
    if (octets + more > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      ;[part, octets] = ['', 0]
    }
    part += character
    octets += more
  }
  return [...parts, part].join('\r\n ')
}
