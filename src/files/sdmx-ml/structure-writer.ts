import type { Text } from '../../domain/text/language.js'
import { element, open, textElement } from '../output/xml.js'
import {
  type Artefact,
  type ArtefactType,
  classOf,
  codelistOf,
  componentsOf,
  concepts,
  type Item,
  isScheme,
  versionOf,
} from '../sdmx/artefacts.js'
import { attributes, type Component, measure, time } from '../sdmx/components.js'
import type { MessageHead } from '../sdmx/data.js'
import { declaration, type Edition, headerOf, namespaces, referenceIn } from './message.js'

/** The collections of a structure message, in the order of the schema. */
const collections: Readonly<Record<Edition, readonly (readonly [type: ArtefactType, name: string])[]>> = {
  '2.1': [
    ['agencyscheme', 'OrganisationSchemes'],
    ['dataflow', 'Dataflows'],
    ['categoryscheme', 'CategorySchemes'],
    ['categorisation', 'Categorisations'],
    ['codelist', 'Codelists'],
    ['conceptscheme', 'Concepts'],
    ['datastructure', 'DataStructures'],
    ['dataconstraint', 'Constraints'],
  ],
  '3.0': [
    ['agencyscheme', 'AgencySchemes'],
    ['categorisation', 'Categorisations'],
    ['categoryscheme', 'CategorySchemes'],
    ['codelist', 'Codelists'],
    ['conceptscheme', 'ConceptSchemes'],
    ['dataconstraint', 'DataConstraints'],
    ['dataflow', 'Dataflows'],
    ['datastructure', 'DataStructures'],
  ],
}

export async function* writeStructureMl(
  head: MessageHead,
  artefacts: readonly Artefact[],
  edition: Edition,
): AsyncGenerator<string> {
  yield `${declaration}${open('mes:Structure', namespaces(edition, 'str'))}${headerOf(head)}\n<mes:Structures>`
  for (const [type, name] of collections[edition]) {
    const own = artefacts.filter((each) => each.type === type)
    if (own.length === 0) continue
    yield `\n<str:${name}>`
    for (const each of own) yield `\n${artefactIn(edition, each)}`
    yield `\n</str:${name}>`
  }
  yield '\n</mes:Structures>\n</mes:Structure>\n'
}

const textsIn = (name: 'com:Name' | 'com:Description', text: Text): string =>
  Object.entries(text)
    .map(([language, each]) => (each === null ? '' : textElement(name, each, { 'xml:lang': language })))
    .join('')

const nameOf = (edition: Edition, { type }: Artefact): string =>
  edition === '2.1' && type === 'dataconstraint' ? 'ContentConstraint' : classOf({ type, agency: '', id: '' })[1]

function artefactIn(edition: Edition, artefact: Artefact): string {
  const { type, agency, id, name, description, stub = false } = artefact
  const isPartial = isScheme(artefact) && artefact.isPartial
  const isVersioned = edition === '2.1' || type !== 'agencyscheme'
  return element(
    `str:${nameOf(edition, artefact)}`,
    {
      id,
      agencyID: agency,
      version: isVersioned ? versionOf(artefact) : null,
      isFinal: edition === '2.1' && type !== 'agencyscheme' ? true : null,
      isExternalReference: stub || null,
      isPartial: isPartial || null,
      ...(type === 'dataconstraint' && { [edition === '2.1' ? 'type' : 'role']: 'Actual' }),
    },
    type === 'dataconstraint' && !stub ? metricsOf(artefact) : '',
    textsIn('com:Name', name),
    description === null ? '' : textsIn('com:Description', description),
    stub ? '' : contentOf(edition, artefact),
  )
}

function metricsOf(artefact: Artefact): string {
  if (artefact.type !== 'dataconstraint') return ''
  const { series, observations } = artefact.available
  const metric = (id: string, count: number): string => annotation('sdmx_metrics', String(count), id)
  return element('com:Annotations', {}, metric('series_count', series), metric('obs_count', observations))
}

function contentOf(edition: Edition, artefact: Artefact): string {
  if (isScheme(artefact)) {
    const name = `str:${classOf(artefact)[2]}`
    const parentOf = ({ parent }: Item): string => {
      if (parent === null) return ''
      if (edition === '2.1') return element('str:Parent', {}, element('Ref', { id: parent }))
      return isName.test(parent) ? textElement('str:Parent', parent) : ''
    }
    const noteOf = ({ parent }: Item): string =>
      edition === '2.1' || parent === null || isName.test(parent)
        ? ''
        : element('com:Annotations', {}, annotation('PARENT', parent))
    return artefact.items
      .map((each) => {
        const texts = textsIn('com:Name', each.name)
        return element(name, { id: each.id }, noteOf(each), texts, descriptionIn(each), parentOf(each))
      })
      .join('\n')
  }
  switch (artefact.type) {
    case 'dataflow':
      return referenceIn(edition, 'str:Structure', artefact.structure)
    case 'categorisation':
      return referenceIn(edition, 'str:Source', artefact.source) + referenceIn(edition, 'str:Target', artefact.target)
    case 'datastructure':
      return structureComponents(edition, componentsOf(artefact.flow))
    case 'dataconstraint':
      return (
        element('str:ConstraintAttachment', {}, referenceIn(edition, 'str:Dataflow', artefact.flow)) +
        cubeRegion(edition, artefact.available)
      )
  }
}

/** The identifiers that the schemas of 3.0 allow for parents, though codes have more. */
const isName = /^[A-Za-z][\w-]*$/

const annotation = (type: string, title: string, id: string | null = null): string =>
  element('com:Annotation', { id }, textElement('com:AnnotationTitle', title), textElement('com:AnnotationType', type))

const descriptionIn = ({ description }: Item): string =>
  description === null ? '' : textsIn('com:Description', { en: description, zh: null })

function cubeRegion(
  edition: Edition,
  { values, span }: Extract<Artefact, { type: 'dataconstraint' }>['available'],
): string {
  const prefix = edition === '3.0' ? 'str' : 'com'
  const lists = [...values].map(([id, list]) =>
    element(`${prefix}:KeyValue`, { id }, ...list.map((each) => textElement(`${prefix}:Value`, each))),
  )
  const range =
    span === null
      ? ''
      : element(
          `${prefix}:KeyValue`,
          { id: time.id },
          element(
            `${prefix}:TimeRange`,
            {},
            textElement(`${prefix}:StartPeriod`, span[0]),
            textElement(`${prefix}:EndPeriod`, span[1]),
          ),
        )
  return element('str:CubeRegion', { include: true }, ...lists, range)
}

function structureComponents(edition: Edition, components: readonly Component[]): string {
  const isAttribute = (each: Component): boolean => attributes.includes(each)
  const dimensions = components.filter((each) => each !== time && each !== measure && !isAttribute(each))
  const isNew = edition === '3.0'
  const identity = ({ id }: Component): string => referenceIn(edition, 'str:ConceptIdentity', { ...concepts, item: id })
  const representation = ({ list, type }: Component): string => {
    const enumeration = list !== null && referenceIn(edition, 'str:Enumeration', codelistOf(list))
    return element('str:LocalRepresentation', {}, enumeration || element('str:TextFormat', { textType: type }))
  }
  const of = (name: string, each: Component, more: object = {}, rest = ''): string =>
    element(`str:${name}`, { id: each.id, ...more }, identity(each), representation(each), rest)
  const relationship = element(
    'str:AttributeRelationship',
    {},
    isNew ? element('str:Observation', {}) : element('str:PrimaryMeasure', {}, element('Ref', { id: measure.id })),
  )
  const usage = isNew ? { usage: 'optional' } : { assignmentStatus: 'Conditional' }
  return element(
    'str:DataStructureComponents',
    {},
    element(
      'str:DimensionList',
      { id: 'DimensionDescriptor' },
      ...dimensions.map((each, at) => of('Dimension', each, { position: at + 1 })),
      of('TimeDimension', time, isNew ? {} : { position: dimensions.length + 1 }),
    ),
    element(
      'str:AttributeList',
      { id: 'AttributeDescriptor' },
      ...components.filter(isAttribute).map((each) => of('Attribute', each, usage, relationship)),
    ),
    element('str:MeasureList', { id: 'MeasureDescriptor' }, of(isNew ? 'Measure' : 'PrimaryMeasure', measure)),
  )
}
