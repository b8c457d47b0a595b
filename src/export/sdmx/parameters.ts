import { excerpt } from '../../domain/input-bounds.js'
import { didYouMean } from '../../files/input/messages.js'
import { percentDecoded } from '../../lib/percent-decoded.js'
import { type Pin, readPin } from '../../store/query/pin.js'
import { semanticError, syntaxError } from './faults.js'

export interface Parameters<Name extends string> {
  readonly given: Readonly<Partial<Record<Name, string>>>
  readonly components: ReadonlyMap<string, string>
  readonly pin: Pin | null
}

/** The parameters that SDMX allows a server to add: the form, as it proposes, and the version of the store. */
const extensions = ['format', 'formatVersion', 'storeVersion', 'storeStamp'] as const
const component = /^c\[([^\]]*)\]$/

/**
 * Reads the parameters of an address, in which a plus sign is an operator and not a space. Throws an error of syntax for
 * other names, a name given twice, and malformed encoding.
 */
export function readParameters<Name extends string>(search: string, names: readonly Name[]): Parameters<Name> {
  const given: Partial<Record<string, string>> = {}
  const components = new Map<string, string>()
  const known: readonly string[] = [...names, ...extensions]
  for (const pair of search.replace(/^\?/, '').split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const [name, value] = [decoded(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decoded(pair.slice(at + 1))]
    const id = component.exec(name)?.[1]
    if (id !== undefined && names.includes('c' as Name)) {
      if (components.has(id))
        throw syntaxError(`c[${excerpt(id)}] is given twice. Join its conditions with "+" or ",".`)
      components.set(id, value)
      continue
    }
    if (name === 'c' && known.includes(name))
      throw syntaxError('The parameter c names no component. Write c[FREQ]=… for a condition on the component FREQ.')
    if (!known.includes(name)) {
      const list = known.map((each) => (each === 'c' ? 'c[COMPONENT]' : each)).join(', ')
      const advice = didYouMean(name, known)
      throw syntaxError(
        [`There is no parameter "${excerpt(name)}" here.`, advice, `The parameters are ${list}.`]
          .filter((each) => each !== '')
          .join(' '),
      )
    }
    if (given[name] !== undefined) throw syntaxError(`The parameter ${name} is given twice.`)
    given[name] = value
  }
  const pin = readPin(given['storeVersion'] ?? null, given['storeStamp'] ?? null)
  return { given: given as Parameters<Name>['given'], components, pin }
}

export function decoded(text: string): string {
  const found = percentDecoded(text)
  if (found !== null) return found
  throw syntaxError(`"${excerpt(text)}" is not percent-encoded UTF-8.`)
}

export function oneOf<T extends string>(name: string, text: string | undefined, values: readonly [T, ...T[]]): T {
  const found = text === undefined ? values[0] : values.find((each) => each === text)
  if (found !== undefined) return found
  throw syntaxError(`${name} cannot be "${excerpt(text ?? '')}". The values are ${values.join(', ')}.`)
}

export function wholeNumber(name: string, text: string | undefined, least: 0 | 1): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text)
  throw syntaxError(`${name} cannot be "${excerpt(text)}". It must be a whole number from ${least} to 999,999,999.`)
}

/** Refuses a start of the reporting year that is not that of the calendar. */
export function checkReportingYear(text: string | undefined): void {
  if (text === undefined || text === '--01-01') return
  if (!/^--\d\d-\d\d$/.test(text)) throw syntaxError('reportingYearStartDay is a day, such as --01-01.')
  throw semanticError('reportingYearStartDay can only be --01-01: all periods are those of the calendar.')
}
