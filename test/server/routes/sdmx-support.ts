import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { expect } from 'vitest'
import { appOf } from '../../export/support.js'
import type { TestStore } from '../../support.js'

/** An observation by the components that have a value. */
export type Row = Readonly<Record<string, string>>

/** A data set of a message: what is done with its rows, and the times of its validity. */
export interface DataSet {
  readonly action: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly rows: readonly Row[]
}

export const media = {
  json: 'application/vnd.sdmx.data+json;version=2.0.0',
  csv: 'application/vnd.sdmx.data+csv;version=2.0.0',
  xml: 'application/vnd.sdmx.data+xml;version=3.0.0',
  generic: 'application/vnd.sdmx.genericdata+xml;version=2.1',
  specific: 'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
} as const
export type Form = keyof typeof media
export const forms = Object.keys(media) as Form[]

export const structureMedia = {
  json: 'application/vnd.sdmx.structure+json;version=2.0.0',
  xml: 'application/vnd.sdmx.structure+xml;version=3.0.0',
  xml21: 'application/vnd.sdmx.structure+xml;version=2.1',
} as const

export const address = (path: string): string => `http://test/sdmx/v2/${path}`

export const fetched = (opened: TestStore, path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(appOf(opened).fetch(address(path), init))

/** The text of an answer that is expected to be one, in the form of a media type. */
export async function textOf(opened: TestStore, path: string, accept: string): Promise<string> {
  const response = await fetched(opened, path, { headers: { accept } })
  const text = await response.text()
  expect(`${response.status} ${response.status === 200 ? '' : text}`).toBe('200 ')
  expect(response.headers.get('content-type')).toBe(`${accept};charset=utf-8`)
  return text
}

/** Reads the data sets of a message. Each form has a reader of its own, made from its specification. */
export async function setsOf(opened: TestStore, path: string, form: Form): Promise<readonly DataSet[]> {
  const text = await textOf(opened, path, media[form])
  return form === 'csv' ? csvSets(text) : form === 'json' ? jsonSets(text) : xmlSets(text)
}

/** Reads the rows of a message of one data set. */
export const rowsOf = async (opened: TestStore, path: string, form: Form = 'csv'): Promise<readonly Row[]> =>
  (await setsOf(opened, path, form)).flatMap(({ rows }) => rows)

const present = (cells: Readonly<Record<string, string | null | undefined>>): Row =>
  Object.fromEntries(
    Object.entries(cells).filter((each): each is [string, string] => !['', null, undefined].includes(each[1])),
  )

const words: Record<string, string> = { R: 'Replace', A: 'Append', D: 'Delete' }

function csvSets(text: string): readonly DataSet[] {
  const sets: { readonly action: string; readonly rows: Row[] }[] = []
  for (const { STRUCTURE, STRUCTURE_ID, ACTION, ...cells } of parse(text, { columns: true }) as Row[]) {
    expect(STRUCTURE).toBe('dataflow')
    expect(STRUCTURE_ID).toMatch(/^[A-Z]\w*:\w+\(1\.0\.0\)$/)
    const action = words[ACTION ?? ''] ?? ''
    if (sets.at(-1)?.action !== action) sets.push({ action, rows: [] })
    sets.at(-1)?.rows.push(present(cells))
  }
  return sets.map((each) => ({ ...each, validFrom: null, validTo: null }))
}

interface JsonComponent {
  readonly id: string
  readonly values?: readonly { readonly id?: string; readonly value?: string }[]
}

/** Reads SDMX-JSON 2.0: keys of series and observations are indexes of values, and so are the cells of coded columns. */
function jsonSets(text: string): readonly DataSet[] {
  const { data } = JSON.parse(text)
  const [{ dimensions, measures, attributes }] = data.structures
  const idOf = ({ values }: JsonComponent, at: number): string => values?.[at]?.id ?? values?.[at]?.value ?? ''
  const columns: JsonComponent[] = [...measures.observation, ...attributes.observation]
  const keyed = (components: readonly JsonComponent[], key: string): Row =>
    Object.fromEntries(
      key.split(':').map((at, place) => [components[place]?.id, idOf(components[place] as JsonComponent, Number(at))]),
    )
  const cellsOf = (cells: readonly (string | number | null)[]): Row =>
    present(
      Object.fromEntries(
        cells.map((cell, at) => {
          const column = columns[at] as JsonComponent
          return [column.id, cell === null ? null : column.values ? idOf(column, Number(cell)) : String(cell)]
        }),
      ),
    )
  type Cells = Record<string, (string | number | null)[]>
  const rowsIn = (observations: Cells, before: Row): Row[] =>
    Object.entries(observations).map(([key, cells]) => ({
      ...before,
      ...keyed(dimensions.observation, key),
      ...cellsOf(cells),
    }))
  interface JsonSet {
    readonly action: string
    readonly validFrom?: string
    readonly validTo?: string
    readonly series?: Readonly<Record<string, { readonly observations: Cells }>>
    readonly observations?: Cells
  }
  return data.dataSets.map(({ action, validFrom, validTo, series, observations }: JsonSet): DataSet => {
    const ofSeries = Object.entries(series ?? {}).flatMap(([key, { observations }]) => {
      const before = keyed(dimensions.series, key)
      return Object.keys(observations).length === 0 ? [before] : rowsIn(observations, before)
    })
    const rows = series === undefined ? rowsIn(observations ?? {}, {}) : ofSeries
    return { action, validFrom: validFrom ?? null, validTo: validTo ?? null, rows }
  })
}

export interface Tag {
  readonly name: string
  readonly attributes: Row
  readonly children: Tag[]
  text: string
}

/** Reads a document into its elements, by their names without prefixes. */
export function elementsOf(text: string): Tag {
  const root: Tag = { name: '', attributes: {}, children: [], text: '' }
  const path = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ local, attributes }) => {
    const own = Object.values(attributes).map(({ local, value }) => [local, value] as const)
    const tag: Tag = { name: local, attributes: Object.fromEntries(own), children: [], text: '' }
    path.at(-1)?.children.push(tag)
    path.push(tag)
  })
  parser.on('text', (part) => {
    const tag = path.at(-1)
    if (tag !== undefined) tag.text += part
  })
  parser.on('closetag', () => void path.pop())
  parser.write(text).close()
  return root.children[0] as Tag
}

export const childrenOf = (tag: Tag | undefined, ...names: readonly string[]): readonly Tag[] => {
  const [name, ...rest] = names
  const found = (tag?.children ?? []).filter((each) => each.name === name)
  return rest.length === 0 ? found : found.flatMap((each) => childrenOf(each, ...rest))
}

/** Reads generic and structure-specific data of SDMX-ML, in series and flat. */
function xmlSets(text: string): readonly DataSet[] {
  const root = elementsOf(text)
  const values = (tag: Tag | undefined): Row =>
    Object.fromEntries(childrenOf(tag, 'Value').map(({ attributes }) => [attributes['id'], attributes['value']]))
  const generic = (tag: Tag): Row => {
    const [dimension] = childrenOf(tag, 'ObsDimension')
    const [value] = childrenOf(tag, 'ObsValue')
    return present({
      ...values(childrenOf(tag, 'ObsKey')[0]),
      ...(dimension && { TIME_PERIOD: dimension.attributes['value'] }),
      ...(value && { OBS_VALUE: value.attributes['value'] }),
      ...values(childrenOf(tag, 'Attributes')[0]),
    })
  }
  const isGeneric = root.name === 'GenericData'
  const observation = isGeneric ? generic : ({ attributes }: Tag) => attributes
  return childrenOf(root, 'DataSet').map((set) => ({
    action: set.attributes['action'] ?? '',
    validFrom: set.attributes['validFromDate'] ?? null,
    validTo: set.attributes['validToDate'] ?? null,
    rows: [
      ...childrenOf(set, 'Obs').map(observation),
      ...childrenOf(set, 'Series').flatMap((series) => {
        const key = isGeneric ? values(childrenOf(series, 'SeriesKey')[0]) : series.attributes
        const own = childrenOf(series, 'Obs').map((each) => ({ ...key, ...observation(each) }))
        return own.length === 0 ? [key] : own
      }),
    ],
  }))
}
