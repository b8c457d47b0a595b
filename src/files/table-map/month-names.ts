import { groupBy } from '../../lib/group-by.js'

const languages = {
  en: 'English',
  es: 'Spanish',
  pt: 'Portuguese',
  fr: 'French',
  de: 'German',
  it: 'Italian',
  nl: 'Dutch',
  sv: 'Swedish',
  da: 'Danish',
  nb: 'Norwegian',
  fi: 'Finnish',
  pl: 'Polish',
  cs: 'Czech',
  ru: 'Russian',
  zh: 'Chinese',
}

export const monthLanguages = Object.values(languages).join(', ')

/** Their abbreviations are words of other languages, like "pro" and "led". */
const unabbreviated = ['fi', 'cs']

const forms: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
]

/** The names in use that the data of Intl does not have. */
const more: Readonly<Record<string, number>> = { sept: 9, sep: 9, setiembre: 9, mrz: 3, maerz: 3 }

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

function monthsByName(): ReadonlyMap<string, number> {
  const found = new Map<string, number>(Object.entries(more))
  for (const language of Object.keys(languages))
    for (const form of forms) {
      if (form.month === 'short' && unabbreviated.includes(language)) continue
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2024, month - 1, 15)).find(({ type }) => type === 'month')
        const name = (part?.value ?? '').normalize('NFKC').toLowerCase().replace(/\.$/, '')
        if (name === '' || /\d/.test(name)) continue
        for (const text of [name, withoutAccents(name)]) found.set(text, month)
      }
    }
  return found
}

interface MonthName {
  readonly text: string
  readonly month: string
}

let byLetter: ReadonlyMap<string, readonly MonthName[]> | null = null

function namesByLetter(): ReadonlyMap<string, readonly MonthName[]> {
  byLetter ??= groupBy(
    [...monthsByName()].map(([text, month]) => ({ text, month: `${month}` })),
    ({ text }) => text.slice(0, 1),
  )
  return byLetter
}

export const monthNamesAt = (text: string, at: number): MonthName[] =>
  (namesByLetter().get(text.slice(at, at + 1)) ?? [])
    .filter((name) => text.startsWith(name.text, at))
    .flatMap((name) =>
      text.startsWith('.', at + name.text.length) ? [{ ...name, text: `${name.text}.` }, name] : [name],
    )
