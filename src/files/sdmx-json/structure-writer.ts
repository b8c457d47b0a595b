import type { Text } from '../../domain/text/language.js'
import {
  type Artefact,
  type ArtefactType,
  codelistOf,
  componentsOf,
  conceptUrn,
  type Item,
  isScheme,
  urnOf,
  versionOf,
} from '../sdmx/artefacts.js'
import { attributes, type Component, measure, time } from '../sdmx/components.js'
import type { MessageHead } from '../sdmx/data.js'
import { metaOf, namesIn } from './writer.js'

const collections = {
  agencyscheme: ['agencySchemes', 'agencies'],
  categorisation: ['categorisations', ''],
  categoryscheme: ['categorySchemes', 'categories'],
  codelist: ['codelists', 'codes'],
  conceptscheme: ['conceptSchemes', 'concepts'],
  dataconstraint: ['dataConstraints', ''],
  dataflow: ['dataflows', ''],
  datastructure: ['dataStructures', ''],
} as const satisfies Record<ArtefactType, readonly [collection: string, items: string]>

export async function* writeStructureJson(head: MessageHead, artefacts: readonly Artefact[]): AsyncGenerator<string> {
  yield `{"meta":${JSON.stringify(metaOf(head))},"data":{`
  const types = (Object.keys(collections) as ArtefactType[]).filter((type) =>
    artefacts.some((each) => each.type === type),
  )
  for (const [at, type] of types.entries()) {
    const own = artefacts.filter((each) => each.type === type)
    yield `${at === 0 ? '' : ','}"${collections[type][0]}":[`
    for (const [index, each] of own.entries()) yield (index === 0 ? '' : ',') + JSON.stringify(artefactIn(head, each))
    yield ']'
  }
  yield '}}\n'
}

function artefactIn(head: MessageHead, artefact: Artefact): object {
  const { type, agency, id, name, description, stub = false } = artefact
  const own = {
    id,
    ...(type !== 'agencyscheme' && { version: versionOf(artefact) }),
    agencyID: agency,
    ...(stub && { isExternalReference: true }),
    ...namesIn(name, head),
    ...(description && namesIn(description, head, 'description')),
    links: [{ rel: 'self', urn: urnOf(artefact), type, hreflang: 'en' }],
  }
  return stub ? own : { ...own, ...contentOf(head, artefact) }
}

function contentOf(head: MessageHead, artefact: Artefact): object {
  if (isScheme(artefact)) {
    const { type, items, isPartial = false } = artefact
    return { isPartial, ...(items.length > 0 && { [collections[type][1]]: items.map((item) => itemIn(head, item)) }) }
  }
  switch (artefact.type) {
    case 'dataflow':
      return { structure: urnOf(artefact.structure) }
    case 'categorisation':
      return { source: urnOf(artefact.source), target: urnOf(artefact.target) }
    case 'datastructure':
      return { dataStructureComponents: structureComponents(componentsOf(artefact.flow)) }
    case 'dataconstraint': {
      const { values, span, series, observations } = artefact.available
      const period = (text: string): object => ({ period: text, isInclusive: true })
      const keyValues = [...values].map(([id, list]) => ({ id, include: true, values: list }))
      const range = span && { startPeriod: period(span[0]), endPeriod: period(span[1]) }
      return {
        role: 'Actual',
        annotations: [
          { id: 'series_count', type: 'sdmx_metrics', title: String(series) },
          { id: 'obs_count', type: 'sdmx_metrics', title: String(observations) },
        ],
        constraintAttachment: { dataflows: [urnOf(artefact.flow)] },
        cubeRegions: [
          {
            include: true,
            keyValues: [...keyValues, ...(range ? [{ id: time.id, include: true, timeRange: range }] : [])],
          },
        ],
      }
    }
  }
}

const textIn = (head: MessageHead, description: string | null): object =>
  description === null ? {} : namesIn({ en: description, zh: null } satisfies Text, head, 'description')

const itemIn = (head: MessageHead, { id, name, description, parent }: Item): object => ({
  id,
  ...namesIn(name, head),
  ...textIn(head, description),
  ...(parent !== null && { parent }),
})

function structureComponents(components: readonly Component[]): object {
  const isAttribute = (each: Component): boolean => attributes.includes(each)
  const dimensions = components.filter((each) => each !== time && each !== measure && !isAttribute(each))
  const componentIn = (each: Component): object => ({
    id: each.id,
    conceptIdentity: conceptUrn(each.id),
    localRepresentation:
      each.list === null ? { format: { dataType: each.type } } : { enumeration: urnOf(codelistOf(each.list)) },
  })
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: dimensions.map((each, position) => ({ ...componentIn(each), position })),
      timeDimension: componentIn(time),
    },
    measureList: { id: 'MeasureDescriptor', measures: [{ ...componentIn(measure), usage: 'optional' }] },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: components
        .filter(isAttribute)
        .map((each) => ({ ...componentIn(each), usage: 'optional', attributeRelationship: { observation: {} } })),
    },
  }
}
