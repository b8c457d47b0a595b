import { excerpt } from '../../domain/input-bounds.js'
import {
  type Artefact,
  type ArtefactType,
  artefactsOf,
  artefactTypes,
  componentsOf,
  type ItemScheme,
  isScheme,
  keyOf,
  type Reference,
  referencesOf,
  versionOf,
} from '../../files/sdmx/artefacts.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { noResults, notImplemented, syntaxError } from './faults.js'
import { selectsId } from './flows.js'
import { oneOf, type Parameters } from './parameters.js'
import { selectsVersion } from './versions.js'

export const structureParameters = ['detail', 'references', 'asOf'] as const

const details = [
  ...(['full', 'allstubs', 'referencestubs', 'allcompletestubs', 'referencecompletestubs'] as const),
  ...(['referencepartial', 'raw'] as const),
] as const
type Detail = (typeof details)[number]

const otherTypes: readonly string[] = [
  ...['metadatastructure', 'hierarchy', 'hierarchyassociation', 'valuelist', 'dataproviderscheme'],
  ...['metadataproviderscheme', 'dataconsumerscheme', 'organisationunitscheme', 'metadataflow', 'reportingtaxonomy'],
  ...['provisionagreement', 'metadataprovisionagreement', 'structuremap', 'representationmap', 'conceptschememap'],
  ...['categoryschememap', 'organisationschememap', 'reportingtaxonomymap', 'process', 'metadataconstraint'],
  ...['transformationscheme', 'rulesetscheme', 'userdefinedoperatorscheme', 'customtypescheme'],
  ...['namepersonalisationscheme', 'vtlmappingscheme'],
]

/** Returns the artefacts that a path after /structure selects, and those that its references add. */
export function findArtefacts(
  parts: readonly string[],
  { given: parameters }: Parameters<(typeof structureParameters)[number]>,
  { codes }: Pick<Snapshot, 'codes'>,
): readonly Artefact[] {
  if (parts.length > 5) throw syntaxError(`The path has ${parts.length - 5} parts too many.`)
  const [given, agency = '*', id = '*', version = '~', items = '*'] = parts.map((each) => each || undefined)
  const type = given === undefined || given === 'all' ? '*' : given // an example of the standard has "all"
  const isKnown = artefactTypes.some((each) => each === type)
  if (type !== '*' && !isKnown && !otherTypes.includes(type))
    throw syntaxError(
      `"${excerpt(type)}" is not a type of artefacts. Those of this store are ${artefactTypes.join(', ')}.`,
    )
  const detail = oneOf('detail', parameters.detail, details)
  const wanted = referencesIn(parameters.references)
  if (parameters.asOf !== undefined)
    throw notImplemented('asOf: code lists are those of the store version. Use storeVersion for an earlier one.')
  const all = artefactsOf(codes)
  const found = all
    .filter((each) => type === '*' || each.type === type)
    .filter((each) => selectsId(agency, each.agency) && selectsId(id, each.id))
    .filter((each) => selectsVersion(version, versionOf(each)) || each.type === 'agencyscheme')
    .flatMap((each) => (items === '*' ? each : (withItems(each, items) ?? [])))
  if (found.length === 0) throw noResults('The store has no such artefact.')
  const added = relatedTo(found, all, wanted)
  return [
    ...found.map((each) => detailed(each, detail, true, [])),
    ...added.map((each) => detailed(each, detail, false, found)),
  ]
}

function withItems(artefact: Artefact, text: string): Artefact | null {
  if (!isScheme(artefact)) return null
  const wanted = new Set(text.split(','))
  const items = artefact.items.filter(({ id }) => wanted.has(id))
  return items.length === 0 ? null : { ...artefact, items, isPartial: true }
}

const stubs: Readonly<Record<Detail, readonly [selected: Stub, added: Stub]>> = {
  full: ['whole', 'whole'],
  allstubs: ['stub', 'stub'],
  referencestubs: ['whole', 'stub'],
  allcompletestubs: ['complete', 'complete'],
  referencecompletestubs: ['whole', 'complete'],
  referencepartial: ['whole', 'partial'],
  raw: ['whole', 'whole'],
}
type Stub = 'whole' | 'stub' | 'complete' | 'partial'

function detailed(artefact: Artefact, detail: Detail, isSelected: boolean, users: readonly Artefact[]): Artefact {
  switch (stubs[detail][isSelected ? 0 : 1]) {
    case 'whole':
      return artefact
    case 'stub':
      return { ...artefact, stub: true, description: null }
    case 'complete':
      return { ...artefact, stub: true }
    case 'partial':
      return artefact.type === 'conceptscheme' ? partial(artefact, users) : artefact
  }
}

/** Keeps the concepts of the data structures among some artefacts, if there are any. */
function partial(scheme: ItemScheme, users: readonly Artefact[]): Artefact {
  const used = users.flatMap((each) => (each.type === 'datastructure' ? componentsOf(each.flow) : []))
  if (used.length === 0) return scheme
  const items = scheme.items.filter(({ id }) => used.some((each) => each.id === id))
  return { ...scheme, items, isPartial: items.length < scheme.items.length }
}

const relations = ['none', 'parents', 'parentsandsiblings', 'ancestors', 'children', 'descendants', 'all'] as const
type Relation = (typeof relations)[number]

type Wanted = readonly (Relation | ArtefactType)[]

function referencesIn(text = 'none'): Wanted {
  const known: readonly string[] = [...relations, ...artefactTypes]
  return text.split(',').flatMap((each) => {
    if (known.includes(each)) return [each as Wanted[number]]
    if (otherTypes.includes(each)) return []
    throw syntaxError(`references cannot be "${excerpt(each)}". The values are ${known.join(', ')}.`)
  })
}

function relatedTo(found: readonly Artefact[], all: readonly Artefact[], wanted: Wanted): readonly Artefact[] {
  const byKey = new Map(all.map((each) => [keyOf(each), each]))
  const childrenOf = (some: Iterable<Artefact>): Artefact[] =>
    [...some].flatMap(referencesOf).flatMap((each) => byKey.get(keyOf(each)) ?? [])
  const parentsOf = (some: Iterable<Artefact>): Artefact[] => {
    const targets = new Map([...some].map((each) => [keyOf(each), each]))
    const leadsTo = (reference: Reference): boolean => {
      const target = targets.get(keyOf(reference))
      if (target === undefined || reference.item === undefined || !isScheme(target)) return target !== undefined
      return target.items.some(({ id }) => id === reference.item)
    }
    return all.filter((each) => referencesOf(each).some(leadsTo))
  }
  const closure = (next: (some: Iterable<Artefact>) => Artefact[]): Artefact[] => {
    const seen = new Map<string, Artefact>()
    for (let some = next(found); some.length > 0; ) {
      const fresh = some.filter((each) => !seen.has(keyOf(each)))
      for (const each of fresh) seen.set(keyOf(each), each)
      some = next(fresh)
    }
    return [...seen.values()]
  }
  const related = wanted.flatMap((each): readonly Artefact[] => {
    switch (each) {
      case 'none':
        return []
      case 'children':
        return childrenOf(found)
      case 'descendants':
        return closure(childrenOf)
      case 'parents':
        return parentsOf(found)
      case 'ancestors':
        return closure(parentsOf)
      case 'parentsandsiblings':
        return [...parentsOf(found), ...childrenOf(parentsOf(found))]
      case 'all':
        return [...parentsOf(found), ...childrenOf(parentsOf(found)), ...closure(childrenOf)]
      default:
        return [...closure(childrenOf), ...closure(parentsOf)].filter(({ type }) => type === each)
    }
  })
  const keys = new Set(found.map(keyOf))
  return [...new Map(related.map((each) => [keyOf(each), each])).entries()].flatMap(([key, each]) =>
    keys.has(key) ? [] : each,
  )
}
