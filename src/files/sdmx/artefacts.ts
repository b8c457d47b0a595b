import { type Category, type CodeLists, type Dimension, total } from '../../domain/codes/codes.js'
import { qualifiers } from '../../domain/observations/observation.js'
import type { Text } from '../../domain/text/language.js'
import { unitInfo } from '../../domain/units/unit.js'
import { groupBy } from '../../lib/group-by.js'
import { memoizeByObject } from '../../lib/memo.js'
import { allOf } from '../output/observation.js'
import {
  artefactVersion,
  breakdownOf,
  type Component,
  type Flow,
  flowOf,
  frequencyCode,
  ownAgency,
  ownComponents,
  statusCode,
} from './components.js'
import { codeId } from './ids.js'

export const artefactTypes = [
  ...(['agencyscheme', 'categorisation', 'categoryscheme', 'codelist', 'conceptscheme'] as const),
  ...(['dataconstraint', 'dataflow', 'datastructure'] as const),
] as const
export type ArtefactType = (typeof artefactTypes)[number]

export interface Reference {
  readonly type: ArtefactType
  readonly agency: string
  readonly id: string
  readonly item?: string
}

export interface Item {
  readonly id: string
  readonly name: Text
  readonly description: string | null
  readonly parent: string | null
}

interface Named extends Reference {
  readonly name: Text
  readonly description: Text | null
  readonly stub?: boolean
}

export interface ItemScheme extends Named {
  readonly type: 'agencyscheme' | 'categoryscheme' | 'codelist' | 'conceptscheme'
  readonly items: readonly Item[]
  readonly isPartial?: boolean
}

/** The values that there are, by component, and the span of the observations. */
export interface Availability {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly span: readonly [first: string, last: string] | null
  readonly series: number
  readonly observations: number
}

export type Artefact =
  | ItemScheme
  | (Named & { readonly type: 'dataflow'; readonly structure: Reference })
  | (Named & { readonly type: 'datastructure'; readonly flow: Flow })
  | (Named & { readonly type: 'categorisation'; readonly source: Reference; readonly target: Reference })
  | (Named & { readonly type: 'dataconstraint'; readonly flow: Reference; readonly available: Availability })

export const isScheme = (artefact: Artefact): artefact is ItemScheme => 'items' in artefact

export const keyOf = ({ type, agency, id }: Reference): string => `${type} ${agency}:${id}`

export const codelistOf = (id: string): Reference => ({ type: 'codelist', agency: ownAgency, id })
export const concepts: Reference = { type: 'conceptscheme', agency: ownAgency, id: 'CONCEPTS' }
const agencies: Reference = { type: 'agencyscheme', agency: 'SDMX', id: 'AGENCIES' }
const topics: Reference = { type: 'categoryscheme', agency: ownAgency, id: 'METRICS' }

export function referencesOf(artefact: Artefact): readonly Reference[] {
  const maintainer = artefact.type === 'agencyscheme' ? [] : [agencies]
  switch (artefact.type) {
    case 'dataflow':
      return [...maintainer, artefact.structure]
    case 'datastructure': {
      const lists = componentsOf(artefact.flow).flatMap(({ list }) => (list === null ? [] : codelistOf(list)))
      return [...maintainer, concepts, ...lists]
    }
    case 'categorisation':
      return [...maintainer, artefact.source, artefact.target]
    case 'dataconstraint':
      return [...maintainer, artefact.flow]
    default:
      return maintainer
  }
}

export const componentsOf = ({ dimensions }: Flow): readonly Component[] => [
  ...dimensions,
  ...ownComponents.filter(({ id }) => !dimensions.some((each) => each.id === id)),
]

const same = (text: string): Text => ({ en: text, zh: text })

const item = (id: string, name: Text, description: string | null = null, parent: string | null = null): Item => ({
  id,
  name: name.en === null && name.zh === null ? same(id) : name,
  description,
  parent,
})

/** Returns the artefacts of a store: a dataflow and a data structure for each dataset, and the lists that they share. */
export const artefactsOf = memoizeByObject((codes: CodeLists): readonly Artefact[] => {
  const flows = codes.datasets.map((dataset) => flowOf(dataset, codes))
  return [
    ...codelistsOf(codes),
    conceptScheme(codes),
    agencyScheme(flows),
    {
      ...topics,
      type: 'categoryscheme',
      name: { en: 'Metrics', zh: '指标' },
      description: null,
      items: codes.metrics.map(metricItem),
    },
    ...flows.flatMap((flow) => [dataStructure(flow), dataflow(flow)]),
    ...flows.flatMap((flow) => categorisations(flow, codes)),
  ]
})

const metricItem = ({ code, name, description }: CodeLists['metrics'][number]): Item =>
  item(codeId(code), name, description)

function codelistsOf(codes: CodeLists): readonly Artefact[] {
  const dimensions = codes.dimensions.filter(({ code }) => code !== total.dimension)
  const ofDimension = groupBy(codes.categories, ({ dimension }) => dimension)
  const bases = new Set(codes.units.map(({ base }) => base))
  const exponents = [...new Set(codes.units.map(({ exponent }) => exponent))].sort((a, b) => a - b)
  const coded = (pairs: Readonly<Record<string, Text>>): readonly Item[] =>
    Object.entries(pairs).map(([id, name]) => item(id, name))
  return [
    codelist('CL_FREQ', { en: 'Frequencies', zh: '频率' }, coded(frequencies)),
    codelist('CL_METRIC', { en: 'Metrics', zh: '指标' }, codes.metrics.map(metricItem)),
    codelist(
      'CL_UNIT_MEASURE',
      { en: 'Units of measure', zh: '计量单位' },
      [...bases].map((base) => item(codeId(base), unitInfo(base).name)),
    ),
    codelist(
      'CL_UNIT_MULT',
      { en: 'Unit multipliers', zh: '单位倍数' },
      exponents.map((exponent) => item(String(exponent), same(`10^${exponent}`))),
    ),
    codelist('CL_OBS_STATUS', { en: 'Observation statuses', zh: '数据状态' }, coded(statuses)),
    codelist('CL_CONF_STATUS', { en: 'Confidentiality statuses', zh: '保密状态' }, coded(confidentialities)),
    codelist(
      'CL_QUALIFIER',
      { en: 'Qualifiers', zh: '限定' },
      qualifiers.map((each) => item(each, same(each))),
    ),
    ...dimensions.map((dimension) => {
      const items = (ofDimension.get(dimension) ?? []).map(categoryItem)
      return codelist(breakdownOf(dimension).list, named(dimension), [item(allOf, everything), ...items])
    }),
  ]
}

const named = ({ code, name }: Dimension): Text => (name.en === null && name.zh === null ? same(code) : name)

const categoryItem = ({ code, name, description, parent }: Category): Item =>
  item(codeId(code), name, description, parent && codeId(parent.code))

const codelist = (id: string, name: Text, items: readonly Item[]): Artefact => ({
  ...codelistOf(id),
  type: 'codelist',
  name,
  description: null,
  items,
})

const everything: Text = { en: 'Not broken down', zh: '不分' }

const frequencies = {
  [frequencyCode.ANNUAL]: { en: 'Annual', zh: '年度' },
  [frequencyCode.HALF_YEARLY]: { en: 'Half-yearly', zh: '半年' },
  [frequencyCode.QUARTERLY]: { en: 'Quarterly', zh: '季度' },
  [frequencyCode.MONTHLY]: { en: 'Monthly', zh: '月度' },
  [frequencyCode.YEAR_TO_DATE]: { en: 'Year to date', zh: '年初至今累计' },
}
const statuses = {
  [statusCode.NORMAL]: { en: 'Normal', zh: '正常' },
  [statusCode.PRELIMINARY]: { en: 'Preliminary', zh: '初步' },
  [statusCode.FINAL]: { en: 'Final', zh: '最终' },
  [statusCode.REVISED]: { en: 'Revised', zh: '修订' },
  [statusCode.ESTIMATED]: { en: 'Estimated', zh: '估计' },
  [statusCode.BREAK]: { en: 'Break in the series', zh: '序列中断' },
  [statusCode.NIL]: { en: 'Nil', zh: '无' },
  [statusCode.NOT_APPLICABLE]: { en: 'Not applicable', zh: '不适用' },
  [statusCode.MISSING]: { en: 'Missing', zh: '缺失' },
  [statusCode.CONFIDENTIAL]: { en: 'Suppressed as confidential', zh: '因保密未公布' },
}
const confidentialities = {
  F: { en: 'Free for publication', zh: '可公开' },
  C: { en: 'Confidential', zh: '保密' },
}

function conceptScheme({ dimensions }: CodeLists): Artefact {
  const own = ownComponents.map(({ id, name }) => item(id, name))
  const others = dimensions.filter(({ code }) => code !== total.dimension)
  const broken = others.map((each) => item(breakdownOf(each).id, named(each), each.description))
  const name = { en: 'Concepts', zh: '概念' }
  return { ...concepts, type: 'conceptscheme', name, description: null, items: [...own, ...broken] }
}

function agencyScheme(flows: readonly Flow[]): Artefact {
  const ids = [...new Set([ownAgency, ...flows.map(({ agency }) => agency)])]
  const nameOf = (id: string): string => flows.find(({ agency }) => agency === id)?.dataset.agency ?? id
  const items = ids.map((id) => item(id, same(nameOf(id))))
  return { ...agencies, type: 'agencyscheme', name: { en: 'Agencies', zh: '机构' }, description: null, items }
}

export const flowReference = ({ agency, id }: Flow): Reference => ({ type: 'dataflow', agency, id })
export const structureReference = ({ agency, structureId }: Flow): Reference => ({
  type: 'datastructure',
  agency,
  id: structureId,
})

const nameOfFlow = ({ dataset: { code, name } }: Flow): Text =>
  name.en === null && name.zh === null ? same(code) : name

const dataflow = (flow: Flow): Artefact => ({
  ...flowReference(flow),
  type: 'dataflow',
  name: nameOfFlow(flow),
  description: flow.dataset.description,
  structure: structureReference(flow),
})

const dataStructure = (flow: Flow): Artefact => ({
  ...structureReference(flow),
  type: 'datastructure',
  name: nameOfFlow(flow),
  description: null,
  flow,
})

const categorisations = (flow: Flow, codes: CodeLists): readonly Artefact[] =>
  codes.contentsOf(flow.dataset).metrics.map(({ code, name }) => ({
    type: 'categorisation',
    agency: flow.agency,
    id: `${flow.id}-${codeId(code)}`,
    name: item(codeId(code), name).name,
    description: null,
    source: flowReference(flow),
    target: { ...topics, item: codeId(code) },
  }))

export const constraintOf = (flow: Flow, available: Availability): Artefact => ({
  type: 'dataconstraint',
  agency: flow.agency,
  id: `${flow.id}-AVAILABLE`,
  name: nameOfFlow(flow),
  description: null,
  flow: flowReference(flow),
  available,
})

const classes = {
  agencyscheme: ['base', 'AgencyScheme', 'Agency'],
  categorisation: ['categoryscheme', 'Categorisation', ''],
  categoryscheme: ['categoryscheme', 'CategoryScheme', 'Category'],
  codelist: ['codelist', 'Codelist', 'Code'],
  conceptscheme: ['conceptscheme', 'ConceptScheme', 'Concept'],
  dataconstraint: ['registry', 'DataConstraint', ''],
  dataflow: ['datastructure', 'Dataflow', ''],
  datastructure: ['datastructure', 'DataStructure', ''],
} as const satisfies Record<ArtefactType, readonly [folder: string, type: string, item: string]>

export const classOf = ({ type }: Reference): (typeof classes)[ArtefactType] => classes[type]

/** Agency schemes have no version of their own. */
export const versionOf = ({ type }: Reference): string => (type === 'agencyscheme' ? '1.0' : artefactVersion)

export function urnOf(reference: Reference): string {
  const [folder, type, ofItem] = classOf(reference)
  const { agency, id, item: part } = reference
  const name = part === undefined ? type : ofItem
  const rest = part === undefined ? '' : `.${part}`
  return `urn:sdmx:org.sdmx.infomodel.${folder}.${name}=${agency}:${id}(${versionOf(reference)})${rest}`
}

export const conceptUrn = (id: string): string => urnOf({ ...concepts, item: id })

export const namesOfCodes = memoizeByObject((codes: CodeLists): ReadonlyMap<string, ReadonlyMap<string, Text>> => {
  const lists = codelistsOf(codes).filter(isScheme)
  return new Map(lists.map(({ id, items }) => [id, new Map(items.map((each) => [each.id, each.name]))]))
})
