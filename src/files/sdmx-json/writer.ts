import type { Period } from '../../domain/periods/period.js'
import { inLanguage, type Text } from '../../domain/text/language.js'
import { flowReference, structureReference, urnOf } from '../sdmx/artefacts.js'
import { type Component, ownAgency, time } from '../sdmx/components.js'
import type { DataMessage, DataRow, DataSetHead, MessageHead } from '../sdmx/data.js'
import { timePeriod } from '../sdmx/time-period.js'

export const metaOf = ({ id, prepared, language }: MessageHead): object => ({
  id,
  prepared,
  test: false,
  contentLanguages: language === 'ZH' ? ['zh', 'en'] : ['en', 'zh'],
  sender: { id: ownAgency },
})

export const namesIn = (text: Text, { language }: MessageHead, property: 'name' | 'description' = 'name'): object => {
  const best = inLanguage(text, language)
  if (best === null) return {}
  const all = Object.fromEntries(Object.entries(text).filter(([, each]) => each !== null))
  return { [property]: best, [`${property}s`]: all }
}

/** The values of a component that the message has used, in the order of their first use. */
class Values {
  readonly component: Component
  readonly #indexes = new Map<string, number>()

  constructor(component: Component) {
    this.component = component
  }

  indexOf(value: string): number {
    const known = this.#indexes.get(value)
    if (known !== undefined) return known
    this.#indexes.set(value, this.#indexes.size)
    return this.#indexes.size - 1
  }

  get used(): readonly string[] {
    return [...this.#indexes.keys()]
  }
}

/**
 * Writes a data message as SDMX-JSON 2.0. The data sets precede the structure, whose lists of values are those that the
 * data have used. Decimals are strings with the printed digits.
 */
export async function* writeDataJson(message: DataMessage): AsyncGenerator<string> {
  const { head, flow, measures, attributes, rows } = message
  const isFlat = message.layout === 'flat'
  const keys = flow.dimensions.map((each) => new Values(each))
  const periods = new Values(time)
  const spans = new Map<string, Period>()
  const columns = [...measures, ...attributes].map((each) => new Values(each))
  const cellOf = (cell: string | null, at: number): string => {
    const values = columns[at] as Values
    if (cell === null) return 'null'
    if (values.component.list !== null) return String(values.indexOf(cell))
    return values.component.type === 'Integer' ? cell : JSON.stringify(cell)
  }
  const keyOf = ({ key }: DataRow): string => key.map((value, at) => keys[at]?.indexOf(value)).join(':')
  const indexOf = (period: Period): number => {
    const text = timePeriod(period)
    spans.set(text, period)
    return periods.indexOf(text)
  }
  const observation = ({ cells }: DataRow): string => `[${cells.map(cellOf).join(',')}]`

  let count = 0
  let set: DataSetHead | null = null
  let series: readonly string[] | null = null
  let text = `{"meta":${JSON.stringify(metaOf(head))},"data":{"dataSets":[`
  let between = ''
  const endSeries = () => (series === null || isFlat ? '' : '}}')
  const endSet = () => (set === null ? '' : `${endSeries()}}}`)
  for await (const batch of rows) {
    for (const row of batch) {
      if (row.set !== set) {
        text += `${endSet()}${set === null ? '' : ','}${openSet(message, row.set)},"${isFlat ? 'observations' : 'series'}":{`
        ;[set, series, between] = [row.set, null, '']
        count++
      }
      if (isFlat) {
        const at = row.period === null ? '' : `:${indexOf(row.period)}`
        text += `${between}"${keyOf(row)}${at}":${observation(row)}`
        between = ','
        continue
      }
      if (series === null || !isSame(row.key, series)) {
        text += `${series === null ? '' : '}},'}"${keyOf(row)}":{"observations":{`
        ;[series, between] = [row.key, '']
      }
      if (row.period === null) continue
      text += `${between}"${indexOf(row.period)}":${observation(row)}`
      between = ','
    }
    yield text
    text = ''
  }
  const structure = structureOf(message, keys, periods, spans, columns, count)
  yield `${text}${endSet()}],"structures":[${JSON.stringify(structure)}]}}\n`
}

export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || one.every((each, at) => each === other[at])

/** Writes the beginning of a data set, without its end. */
function openSet({ flow }: DataMessage, { action, validFrom, validTo }: DataSetHead): string {
  const links = [{ rel: 'dataflow', urn: urnOf(flowReference(flow)) }]
  const head = { structure: 0, links, action, ...(validFrom && { validFrom }), ...(validTo && { validTo }) }
  return JSON.stringify(head).slice(0, -1)
}

function structureOf(
  message: DataMessage,
  keys: readonly Values[],
  periods: Values,
  spans: ReadonlyMap<string, Period>,
  columns: readonly Values[],
  dataSets: number,
): object {
  const { head, flow, layout, measures } = message
  const named = ({ component: { id, name } }: Values): object => ({ id, ...namesIn(name, head) })
  const coded = (values: Values): object[] =>
    values.used.map((id) => ({
      id,
      ...namesIn(message.nameOf(values.component, id) ?? { en: id, zh: id }, head),
    }))
  const dimensions = keys.map((values, keyPosition) => ({ ...named(values), keyPosition, values: coded(values) }))
  const timed = {
    ...named(periods),
    keyPosition: keys.length,
    roles: [time.id],
    values: periods.used.map((text) => periodIn(text, spans.get(text))),
  }
  const ofTime = periods.used.length === 0 ? [] : [timed]
  const column = (values: Values): object => ({
    ...named(values),
    ...(values.component.list === null ? { format: { dataType: values.component.type } } : { values: coded(values) }),
  })
  return {
    links: [
      { rel: 'dataflow', urn: urnOf(flowReference(flow)) },
      { rel: 'datastructure', urn: urnOf(structureReference(flow)) },
    ],
    ...namesIn(flow.dataset.name.en || flow.dataset.name.zh ? flow.dataset.name : { en: flow.id, zh: null }, head),
    // Some clients expect the lists of all levels.
    dimensions: {
      dataSet: [],
      series: layout === 'flat' ? [] : dimensions,
      observation: [...(layout === 'flat' ? dimensions : []), ...ofTime],
    },
    measures: { observation: columns.slice(0, measures.length).map(column) },
    attributes: {
      dataSet: [],
      series: [],
      observation: columns
        .slice(measures.length)
        .map((values) => ({ ...column(values), relationship: { observation: {} } })),
    },
    ...(dataSets > 0 && { dataSets: Array.from({ length: dataSets }, (_, at) => at) }),
  }
}

/** A year to date has a slash, which an identifier cannot contain, and is therefore a value. */
const periodIn = (text: string, span: Period | undefined): object => ({
  ...(text.includes('/') ? { value: text } : { id: text }),
  name: text,
  ...(span && { start: `${span.first}T00:00:00Z`, end: `${span.last}T23:59:59Z` }),
})

export const writeErrorJson = (head: MessageHead, code: number, title: string, detail: string): string =>
  `${JSON.stringify({ meta: metaOf(head), errors: [{ code, title, detail }] })}\n`
