import { SdmxFault } from './faults.js'
import { selectsVersion } from './versions.js'

/** A form of an answer: its media type, and the family that decides the form of errors. */
export interface Media {
  readonly type: string
  readonly version: string
  readonly family: 'json' | 'xml' | 'csv'
  readonly format: string
  /** Other types that it answers, without a version. */
  readonly aliases: readonly string[]
  readonly parameters?: Readonly<Record<string, string>>
}

const media = <Form extends Record<string, Media>>(forms: Form): Form => forms

/** The forms of data, the default first. */
export const dataMedia = media({
  json: {
    type: 'application/vnd.sdmx.data+json',
    version: '2.0.0',
    family: 'json',
    format: 'jsondata',
    aliases: ['application/json', 'application/*', '*/*'],
  },
  csv: {
    type: 'application/vnd.sdmx.data+csv',
    version: '2.0.0',
    family: 'csv',
    format: 'csvdata',
    aliases: ['text/csv', 'text/*'],
    parameters: { labels: 'id', timeformat: 'original', keys: 'none' },
  },
  xml: {
    type: 'application/vnd.sdmx.data+xml',
    version: '3.0.0',
    family: 'xml',
    format: 'structurespecificdata',
    aliases: [],
  },
  generic: {
    type: 'application/vnd.sdmx.genericdata+xml',
    version: '2.1',
    family: 'xml',
    format: 'genericdata',
    aliases: ['application/xml', 'text/xml'],
  },
  specific: {
    type: 'application/vnd.sdmx.structurespecificdata+xml',
    version: '2.1',
    family: 'xml',
    format: 'structurespecificdata',
    aliases: [],
  },
})
export type DataForm = keyof typeof dataMedia

/** The forms of structures and availability, the default first. */
export const structureMedia = media({
  json: {
    type: 'application/vnd.sdmx.structure+json',
    version: '2.0.0',
    family: 'json',
    format: 'jsonstructure',
    aliases: ['application/json', 'application/*', '*/*'],
  },
  xml: {
    type: 'application/vnd.sdmx.structure+xml',
    version: '3.0.0',
    family: 'xml',
    format: 'structure',
    aliases: [],
  },
  xml21: {
    type: 'application/vnd.sdmx.structure+xml',
    version: '2.1',
    family: 'xml',
    format: 'structure',
    aliases: ['application/xml', 'text/xml', 'text/*'],
  },
})
export type StructureForm = keyof typeof structureMedia

/** The parameters that name a form in place of the header Accept. */
export interface NamedForm {
  readonly format: string | null
  readonly formatVersion: string | null
}

/**
 * Returns the form that an address names, or else the one that a client prefers. Throws an error with the status 406 if
 * there is none.
 */
export function negotiated<Form extends string>(
  accept: string | null,
  { format, formatVersion }: NamedForm,
  forms: Readonly<Record<Form, Media>>,
): Form {
  const every = Object.entries(forms) as [Form, Media][]
  const all = every.filter(([, each]) => formatVersion === null || each.version === formatVersion)
  const found = all.find(([, each]) => each.format === format)?.[0]
  if (found !== undefined) return found
  const ranges = (format === null ? accept || '*/*' : '')
    .split(',')
    .map(rangeOf)
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  for (const range of ranges) {
    const isAny = range.type === '*/*' && formatVersion !== null
    const found = all.find(([, form]) => isAny || answers(range, form))
    if (found !== undefined) return found[0]
  }
  const types = every.map(([, each]) => contentTypeOf(each)).join(', ')
  const header = formatVersion === null ? 'the header Accept' : 'formatVersion and the header Accept'
  const wanted = format === null ? header : 'format'
  throw new SdmxFault(140, `No form of the answer is that of ${wanted}. The forms are ${types}.`, 406)
}

export const contentTypeOf = ({ type, version }: Media): string => `${type};version=${version}`

interface Range {
  readonly type: string
  readonly quality: number
  readonly parameters: ReadonlyMap<string, string>
}

function rangeOf(text: string): Range {
  const [type = '', ...rest] = text.split(';').map((each) => each.trim())
  const parameters = new Map(
    rest.map((each) => {
      const [name = '', value = ''] = each.split('=')
      return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')] as const
    }),
  )
  const quality = parameters.get('q') ?? '1'
  return { type: type.toLowerCase(), quality: /^[01](\.\d{0,3})?$/.test(quality) ? Number(quality) : 0, parameters }
}

function answers({ type, parameters }: Range, form: Media): boolean {
  if (form.aliases.includes(type)) return true
  if (type !== form.type) return false
  const version = parameters.get('version')
  if (version !== undefined && version !== form.version && !isInRange(version, form)) return false
  return Object.entries(form.parameters ?? {}).every(([name, value]) => (parameters.get(name) ?? value) === value)
}

function isInRange(range: string, { version }: Media): boolean {
  try {
    return selectsVersion(range, version)
  } catch {
    return false
  }
}
