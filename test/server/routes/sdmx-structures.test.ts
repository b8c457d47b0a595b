import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHardStore } from '../../export/support.js'
import { ask } from '../../graphql/ask.js'
import type { TestStore } from '../../support.js'
import { childrenOf, elementsOf, type Row, rowsOf, structureMedia, type Tag, textOf } from './sdmx-support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openHardStore()
})
afterAll(() => opened.close())

/** An artefact of a structure message, in the same words for each form. */
interface Artefact {
  readonly urn: string
  readonly names: Row
  /** The names of its items, and the parents of those that have one. */
  readonly items: Readonly<Record<string, Row>>
  readonly parents: Row
  readonly references: readonly string[]
  /** The components of a data structure with their code lists or types. */
  readonly components: Row
  readonly isPartial: boolean
  readonly isStub: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: a message of JSON
type Json = any

const packages: Row = {
  ...{ AgencyScheme: 'base', Categorisation: 'categoryscheme', CategoryScheme: 'categoryscheme', Codelist: 'codelist' },
  ...{ ConceptScheme: 'conceptscheme', DataConstraint: 'registry', Dataflow: 'datastructure' },
  ...{ DataStructure: 'datastructure', Concept: 'conceptscheme', Category: 'categoryscheme' },
}
const urn = (type: string, agency = '', id = '', version = '', item = ''): string =>
  `urn:sdmx:org.sdmx.infomodel.${packages[type]}.${type}=${agency}:${id}(${version})${item && `.${item}`}`

const withoutConcept = (each: string): boolean => !each.includes('.Concept=')
const ownUrns = (all: readonly string[]): readonly string[] => [...new Set(all.filter(withoutConcept))].sort()

function ofJson(text: string): readonly Artefact[] {
  const all = Object.values(JSON.parse(text).data).flat() as Json[]
  return all.map((each) => {
    const items: Json[] = each.codes ?? each.concepts ?? each.agencies ?? each.categories ?? []
    const { dimensionList, measureList, attributeList } = each.dataStructureComponents ?? {}
    const components: Json[] = dimensionList
      ? [...dimensionList.dimensions, dimensionList.timeDimension, ...measureList.measures, ...attributeList.attributes]
      : []
    const urns: string[] = JSON.stringify({ ...each, links: null }).match(/urn:[^"]*/g) ?? []
    return {
      urn: each.links[0].urn,
      names: each.names,
      items: Object.fromEntries(items.map(({ id, names }) => [id, names])),
      parents: Object.fromEntries(items.flatMap(({ id, parent }) => (parent ? [[id, parent]] : []))),
      references: ownUrns(urns),
      components: Object.fromEntries(
        components.map(({ id, localRepresentation: { enumeration, format } }) => [id, enumeration ?? format.dataType]),
      ),
      isPartial: each.isPartial ?? false,
      isStub: each.isExternalReference ?? false,
    }
  })
}

const descend = (tag: Tag): readonly Tag[] => [tag, ...tag.children.flatMap(descend)]
const namesOf = (tag: Tag): Row =>
  Object.fromEntries(childrenOf(tag, 'Name').map(({ attributes, text }) => [attributes['lang'], text]))

/** Reads SDMX-ML 3.0, whose references are URNs, and 2.1, whose references are elements. */
function ofXml(text: string): readonly Artefact[] {
  const [structures] = childrenOf(elementsOf(text), 'Structures')
  return (structures?.children ?? [])
    .flatMap(({ children }) => children)
    .map((tag) => {
      const refs = descend(tag)
        .filter(({ name, attributes }) => name === 'Ref' && attributes['class'])
        .map(({ attributes: a }) =>
          a['maintainableParentID'] === undefined
            ? urn(a['class'] ?? '', a['agencyID'], a['id'], a['version'])
            : urn(a['class'] ?? '', a['agencyID'], a['maintainableParentID'], a['maintainableParentVersion'], a['id']),
        )
      const urns = descend(tag)
        .map((each) => each.text)
        .filter((each) => each.startsWith('urn:'))
      const items = tag.children.filter(({ name }) => ['Code', 'Concept', 'Agency', 'Category'].includes(name))
      const lists = childrenOf(tag, 'DataStructureComponents').flatMap(({ children }) => children)
      const components = ['DimensionList', 'MeasureList', 'AttributeList'].flatMap(
        (name) => lists.find((each) => each.name === name)?.children ?? [],
      )
      const listOf = (component: Tag): string => {
        const [representation] = childrenOf(component, 'LocalRepresentation')
        const [enumeration] = childrenOf(representation, 'Enumeration')
        const [ref] = childrenOf(enumeration, 'Ref')
        if (ref) return urn('Codelist', ref.attributes['agencyID'], ref.attributes['id'], ref.attributes['version'])
        return enumeration?.text ?? childrenOf(representation, 'TextFormat')[0]?.attributes['textType'] ?? ''
      }
      const { id, agencyID, version = '1.0', isPartial, isExternalReference } = tag.attributes
      const parentOf = (item: Tag): string | undefined =>
        childrenOf(item, 'Parent', 'Ref')[0]?.attributes['id'] ??
        childrenOf(item, 'Parent')[0]?.text ??
        childrenOf(item, 'Annotations', 'Annotation', 'AnnotationTitle')[0]?.text
      return {
        urn: urn(tag.name === 'ContentConstraint' ? 'DataConstraint' : tag.name, agencyID, id, version),
        names: namesOf(tag),
        items: Object.fromEntries(items.map((item) => [item.attributes['id'], namesOf(item)])),
        parents: Object.fromEntries(
          items.flatMap((item) => (parentOf(item) ? [[item.attributes['id'], parentOf(item)]] : [])),
        ),
        references: ownUrns([...refs, ...urns]),
        components: Object.fromEntries(components.map((each) => [each.attributes['id'], listOf(each)])),
        isPartial: isPartial === 'true',
        isStub: isExternalReference === 'true',
      }
    })
}

type Form = keyof typeof structureMedia
const forms = Object.keys(structureMedia) as Form[]

async function artefacts(path: string, form: Form = 'json'): Promise<readonly Artefact[]> {
  const text = await textOf(opened, path, structureMedia[form])
  return form === 'json' ? ofJson(text) : ofXml(text)
}

const byUrn = (all: readonly Artefact[]): readonly Artefact[] => all.toSorted((a, b) => (a.urn < b.urn ? -1 : 1))
/** The classes and ids of artefacts, without the metrics under which a dataflow is filed. */
const idsOf = (all: readonly Artefact[]): readonly string[] =>
  all.flatMap((each) => (each.urn.includes('Categorisation') ? [] : (/(\w+=.*)\(/.exec(each.urn)?.[1] ?? []))).sort()

const dsd = 'structure/datastructure/GACC/DSD_CN_TRADE/1.0.0'
const flow = 'structure/dataflow/GACC/CN_TRADE/1.0.0'

describe('structures', () => {
  test.each(['structure', 'structure/*/*/*/*', `${flow}?references=all`, `${flow}?references=all&detail=allstubs`])(
    '%s says the same in each form',
    async (path) => {
      const json = byUrn(await artefacts(path))
      for (const form of forms) expect(byUrn(await artefacts(path, form))).toEqual(json)
      expect(json.length).toBeGreaterThan(15)
    },
  )

  test('each reference leads to an artefact, and each code of the data to its list', async () => {
    const all = await artefacts(`${flow}?references=descendants`)
    const known = new Map(all.map((each) => [each.urn, each]))
    for (const { references } of all) for (const each of references) expect([...known.keys()]).toContain(each)
    const structure = all.find((each) => each.urn.includes('DataStructure='))
    const concepts = all.find((each) => each.urn.includes('ConceptScheme='))
    expect(Object.keys(concepts?.items ?? {})).toEqual(expect.arrayContaining(Object.keys(structure?.components ?? {})))
    for (const row of await rowsOf(opened, 'data/dataflow/GACC/CN_TRADE'))
      for (const [id, value] of Object.entries(row)) {
        const list = structure?.components[id] ?? ''
        if (list.startsWith('urn:')) expect(known.get(list)?.items, `${id}=${value}`).toHaveProperty([value])
      }
  })

  test('the codes of a dimension are its categories, in their tree', async () => {
    const { data } = await ask(
      opened.store,
      '{ dimension(code: "PRODUCT") { categories { code children { code name zh: name(language: ZH) } } } }',
    )
    const [list] = await artefacts('structure/codelist/TRADE_INDICATORS/CL_PRODUCT')
    expect(list?.items['_T']).toEqual({ en: 'Not broken down', zh: '不分' })
    const tree = data.dimension.categories.flatMap((parent: Json) =>
      parent.children.map((child: Json) => [child.code, parent.code]),
    )
    expect(list?.parents).toMatchObject(Object.fromEntries(tree))
    expect(tree).toContainEqual(['NEW_THREE', 'ELECTROMECHANICAL'])
    expect(list?.items['$91CD$578B']).toEqual({ zh: '@SUM(A1)' })
  })

  test.each([
    ['none', [`DataStructure=GACC:DSD_CN_TRADE`]],
    ['parents', ['DataStructure=GACC:DSD_CN_TRADE', 'Dataflow=GACC:CN_TRADE']],
    ['dataflow', ['DataStructure=GACC:DSD_CN_TRADE', 'Dataflow=GACC:CN_TRADE']],
    [
      'conceptscheme,agencyscheme',
      ['AgencyScheme=SDMX:AGENCIES', 'ConceptScheme=TRADE_INDICATORS:CONCEPTS', 'DataStructure=GACC:DSD_CN_TRADE'],
    ],
    ['parentsandsiblings', ['AgencyScheme=SDMX:AGENCIES', 'DataStructure=GACC:DSD_CN_TRADE', 'Dataflow=GACC:CN_TRADE']],
    ['process', ['DataStructure=GACC:DSD_CN_TRADE']],
  ])('references=%s adds what it says', async (references, expected) => {
    expect(idsOf(await artefacts(`${dsd}?references=${references}`))).toEqual(expected)
  })

  test('children, descendants and ancestors follow references', async () => {
    const children = idsOf(await artefacts(`${flow}?references=children`))
    expect(children).toEqual([
      'AgencyScheme=SDMX:AGENCIES',
      'DataStructure=GACC:DSD_CN_TRADE',
      'Dataflow=GACC:CN_TRADE',
    ])
    const descendants = idsOf(await artefacts(`${flow}?references=descendants`))
    expect(descendants).toEqual(expect.arrayContaining([...children, 'Codelist=TRADE_INDICATORS:CL_PARTNER']))
    const ancestors = idsOf(await artefacts('structure/codelist/*/CL_PARTNER?references=ancestors'))
    expect(ancestors).toEqual([
      'Codelist=TRADE_INDICATORS:CL_PARTNER',
      'DataStructure=GACC:DSD_CN_TRADE',
      'Dataflow=GACC:CN_TRADE',
    ])
    const filed = await artefacts('structure/categoryscheme/*/METRICS/+/TRADE?references=categorisation')
    const topic = { urn: urn('CategoryScheme', 'TRADE_INDICATORS', 'METRICS', '1.0.0'), isPartial: true }
    expect(filed).toMatchObject([
      { urn: urn('Categorisation', 'GACC', 'CN_TRADE-TRADE', '1.0.0') },
      { ...topic, items: { TRADE: { en: 'Imports and exports' } } },
    ])
  })

  test('details leave out what they say', async () => {
    const stubs = async (detail: string) =>
      (await artefacts(`${dsd}?references=children&detail=${detail}`)).map(({ isStub }) => isStub)
    const [own, ...others] = [await stubs('full'), await stubs('allstubs'), await stubs('allcompletestubs')]
    expect(own.some((each) => each)).toBe(false)
    for (const all of others) expect(all.every((each) => each)).toBe(true)
    for (const detail of ['referencestubs', 'referencecompletestubs'])
      expect((await stubs(detail)).filter((each) => !each).length).toBe(1)
    const partial = await artefacts(`${dsd}?references=conceptscheme&detail=referencepartial`)
    const [structure, concepts] = [/DataStructure/, /ConceptScheme/].map((name) =>
      partial.find(({ urn }) => name.test(urn)),
    )
    expect(Object.keys(concepts?.items ?? {}).sort()).toEqual(Object.keys(structure?.components ?? {}).sort())
    expect(concepts?.isPartial).toBe(true)
  })

  test('items are selected', async () => {
    const [list, ...others] = await artefacts('structure/codelist/TRADE_INDICATORS/CL_FREQ/~/Q,A')
    expect(list).toMatchObject({ isPartial: true, items: { A: { en: 'Annual', zh: '年度' }, Q: {} } })
    expect(Object.keys(list?.items ?? {}).length).toBe(2)
    expect(others).toEqual([])
  })
})

describe('availability', () => {
  interface Constraint {
    readonly values: Readonly<Record<string, readonly string[]>>
    readonly counts: Row
    readonly span: readonly [string, string]
  }

  async function constraint(path: string): Promise<Constraint> {
    const text = await textOf(opened, `availability/dataflow/GACC/CN_TRADE/1.0.0/${path}`, structureMedia.json)
    const [{ cubeRegions, annotations }] = JSON.parse(text).data.dataConstraints
    const keyValues: Json[] = cubeRegions[0].keyValues
    const { timeRange } = keyValues.find(({ id }) => id === 'TIME_PERIOD') ?? {}
    return {
      values: Object.fromEntries(keyValues.flatMap(({ id, values }) => (values ? [[id, values]] : []))),
      counts: Object.fromEntries(annotations.map(({ id, title }: Json) => [id, title])),
      span: [timeRange?.startPeriod.period, timeRange?.endPeriod.period],
    }
  }

  const dimensions = ['FREQ', 'METRIC', 'UNIT_MEASURE', 'PRODUCT', 'PARTNER', 'ENTERPRISE_TYPE', 'PLATFORM']
  const distinct = (rows: readonly Row[], id: string): readonly string[] =>
    [...new Set(rows.map((row) => row[id] ?? ''))].sort()

  test.each(['*', 'A.EXPORTS', 'A?c[TIME_PERIOD]=ge:2023', '*.*.*.HARD,*.*.*.SHIPS'])(
    'of %s is that of the data',
    async (path) => {
      const rows = await rowsOf(opened, `data/dataflow/GACC/CN_TRADE/1.0.0/${path}`)
      const { values, counts } = await constraint(path)
      expect(values).toEqual(Object.fromEntries(dimensions.map((id) => [id, distinct(rows, id)])))
      const series = new Set(rows.map((row) => dimensions.map((id) => row[id]).join('.')))
      expect(counts).toEqual({ series_count: String(series.size), obs_count: String(rows.length) })
    },
  )

  test('mode=available keeps what each dimension could have', async () => {
    const rows = await rowsOf(opened, 'data/dataflow/GACC/CN_TRADE')
    const { values } = await constraint('A.IMPORTS?mode=available&c[PRODUCT]=_T')
    const holds = (row: Row, except: string): boolean =>
      Object.entries({ FREQ: 'A', METRIC: 'IMPORTS', PRODUCT: '_T' }).every(
        ([id, value]) => id === except || row[id] === value,
      )
    expect(values).toEqual(
      Object.fromEntries(
        dimensions.map((id) => [
          id,
          distinct(
            rows.filter((row) => holds(row, id)),
            id,
          ),
        ]),
      ),
    )
    expect(values['METRIC']?.length).toBeGreaterThan(2)
  })

  test('a component alone, the span of time, and references', async () => {
    expect((await constraint('A.EXPORTS/METRIC,FREQ')).values).toEqual({ FREQ: ['A'], METRIC: ['EXPORTS'] })
    const { values, span } = await constraint('A.EXPORTS.CNY._T/TIME_PERIOD')
    expect({ values, span }).toEqual({ values: {}, span: ['2020', '2024'] })
    const all = await artefacts('availability/dataflow/GACC/CN_TRADE/1.0.0/A.EXPORTS.CNY.NEW_THREE?references=all')
    const products = all.find((each) => each.urn.includes('CL_PRODUCT'))
    expect(Object.keys(products?.items ?? {}).sort()).toEqual(['ELECTROMECHANICAL', 'NEW_THREE'])
    expect(idsOf(all)).toEqual(expect.arrayContaining(['Dataflow=GACC:CN_TRADE', 'DataStructure=GACC:DSD_CN_TRADE']))
    for (const form of forms)
      expect(byUrn(await artefacts('availability/dataflow/GACC/CN_TRADE?references=codelist', form))).toEqual(
        byUrn(await artefacts('availability/dataflow/GACC/CN_TRADE?references=codelist')),
      )
  })
})

test('all stands for any type of artefact', async () => {
  const urns = async (type: string) =>
    ofJson(await textOf(opened, `structure/${type}/GACC?detail=allstubs`, structureMedia.json)).map(({ urn }) => urn)
  expect(await urns('all')).toEqual(await urns('*'))
  expect((await urns('all')).length).toBeGreaterThan(1)
})
