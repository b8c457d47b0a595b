import { element, textElement } from '../output/xml.js'
import { classOf, type Reference, urnOf, versionOf } from '../sdmx/artefacts.js'
import { ownAgency } from '../sdmx/components.js'
import type { MessageHead } from '../sdmx/data.js'

export type Edition = '2.1' | '3.0'

const base = (edition: Edition): string => `http://www.sdmx.org/resources/sdmxml/schemas/v${edition.replace('.', '_')}`

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

type Prefix = 'str' | 'gen' | 'ss'
const folders = { str: 'structure', gen: 'data/generic', ss: 'data/structurespecific' } as const

export const namespaces = (edition: Edition, prefix?: Prefix): Readonly<Record<string, string>> => ({
  'xmlns:mes': `${base(edition)}/message`,
  'xmlns:com': `${base(edition)}/common`,
  ...(prefix && { [`xmlns:${prefix}`]: `${base(edition)}/${folders[prefix]}` }),
})

export const headerOf = ({ id, prepared }: MessageHead, more = ''): string =>
  element(
    'mes:Header',
    {},
    textElement('mes:ID', id),
    textElement('mes:Test', 'false'),
    textElement('mes:Prepared', prepared),
    element('mes:Sender', { id: ownAgency }),
    more,
  )

export function referenceIn(edition: Edition, name: string, reference: Reference): string {
  if (edition === '3.0') return textElement(name, urnOf(reference))
  const { agency, id, item } = reference
  const [folder, type, ofItem] = classOf(reference)
  const version = versionOf(reference)
  const ref =
    item === undefined
      ? { agencyID: agency, id, version, class: type, package: folder }
      : {
          agencyID: agency,
          maintainableParentID: id,
          maintainableParentVersion: version,
          id: item,
          class: ofItem,
          package: folder,
        }
  return element(name, {}, element('Ref', ref))
}

export const writeErrorMl = (edition: Edition, code: number, message: string): string =>
  `${declaration}${element(
    'mes:Error',
    namespaces(edition),
    element('mes:ErrorMessage', { code }, textElement('com:Text', message, { 'xml:lang': 'en' })),
  )}\n`
