import { element, open } from '../output/xml.js'
import { flowReference, urnOf } from '../sdmx/artefacts.js'
import { time } from '../sdmx/components.js'
import type { DataMessage, DataRow, DataSetHead } from '../sdmx/data.js'
import { timePeriod } from '../sdmx/time-period.js'
import { isSame } from '../sdmx-json/writer.js'
import { declaration, type Edition, headerOf, namespaces, referenceIn } from './message.js'

interface Variant {
  readonly root: string
  readonly attributes: Readonly<Record<string, string>>
  readonly header: string
  openSet(set: DataSetHead): string
  openSeries(row: DataRow): string
  observation(row: DataRow): string
}

const structureId = 'S'

/** Writes a data message as generic data of SDMX-ML 2.1. */
export const writeGenericData = (message: DataMessage): AsyncGenerator<string> => writeData(message, generic(message))

export const writeSpecificData = (message: DataMessage, edition: Edition): AsyncGenerator<string> =>
  writeData(message, specific(message, edition))

async function* writeData({ rows, layout }: DataMessage, variant: Variant): AsyncGenerator<string> {
  const { root, openSet, openSeries, observation } = variant
  const prefix = root === 'mes:GenericData' ? 'gen:' : ''
  const isFlat = layout === 'flat'
  let set: DataSetHead | null = null
  let series: readonly string[] | null = null
  const endSeries = () => (series === null ? '' : `</${prefix}Series>`)
  const endSet = () => (set === null ? '' : `${endSeries()}</mes:DataSet>\n`)
  let text = `${declaration}${open(root, variant.attributes)}${variant.header}\n`
  for await (const batch of rows) {
    for (const row of batch) {
      if (row.set !== set) {
        text += endSet() + openSet(row.set)
        ;[set, series] = [row.set, null]
      }
      if (!isFlat && (series === null || !isSame(row.key, series))) {
        text += `${endSeries()}\n${openSeries(row)}`
        series = row.key
      }
      if (isFlat || row.period !== null) text += observation(row)
    }
    yield text
    text = ''
  }
  yield `${text}${endSet()}</${root}>\n`
}

const structureIn = ({ head, flow, layout }: DataMessage, edition: Edition, namespace?: string): string => {
  const dimensionAtObservation = layout === 'flat' ? 'AllDimensions' : time.id
  const usage = referenceIn(edition, 'com:StructureUsage', flowReference(flow))
  return headerOf(
    head,
    element('mes:Structure', { structureID: structureId, namespace, dimensionAtObservation }, usage),
  )
}

const cellsByName = (
  { measures, attributes }: DataMessage,
  { cells }: DataRow,
): readonly (readonly [string, string])[] =>
  [...measures, ...attributes].flatMap(({ id }, at) => {
    const cell = cells[at]
    return cell == null ? [] : [[id, cell] as const]
  })

function generic(message: DataMessage): Variant {
  const { flow, layout, measures } = message
  const value = (id: string, text: string): string => element('gen:Value', { id, value: text })
  const keyIn = ({ key }: DataRow): string => flow.dimensions.map(({ id }, at) => value(id, key[at] ?? '')).join('')
  return {
    root: 'mes:GenericData',
    attributes: namespaces('2.1', 'gen'),
    header: structureIn(message, '2.1'),
    openSet: (set) =>
      open('mes:DataSet', {
        structureRef: structureId,
        action: set.action,
        validFromDate: set.validFrom,
        validToDate: set.validTo,
      }),
    openSeries: (row) => `<gen:Series>${element('gen:SeriesKey', {}, keyIn(row))}`,
    observation(row) {
      const period = row.period === null ? '' : timePeriod(row.period)
      const all = cellsByName(message, row)
      const measured = all.filter(([id]) => measures.some((each) => each.id === id))
      const rest = all.slice(measured.length).map(([id, text]) => value(id, text))
      const key =
        layout === 'flat'
          ? element('gen:ObsKey', {}, keyIn(row), row.period === null ? '' : value(time.id, period))
          : element('gen:ObsDimension', { value: period })
      const values = measured.map(([, text]) => element('gen:ObsValue', { value: text }))
      const attributes = rest.length === 0 ? '' : element('gen:Attributes', {}, ...rest)
      return element('gen:Obs', {}, key, ...values, attributes)
    },
  }
}

function specific(message: DataMessage, edition: Edition): Variant {
  const { flow, layout } = message
  const dimension = layout === 'flat' ? 'AllDimensions' : time.id
  const namespace = `${urnOf(flowReference(flow))}:ObsLevelDim:${dimension}`
  const keyIn = ({ key }: DataRow) => Object.fromEntries(flow.dimensions.map(({ id }, at) => [id, key[at]]))
  return {
    root: 'mes:StructureSpecificData',
    attributes: {
      ...namespaces(edition, 'ss'),
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:ns1': namespace,
    },
    header: structureIn(message, edition, namespace),
    openSet: (set) =>
      open('mes:DataSet', {
        'ss:structureRef': structureId,
        'xsi:type': 'ns1:DataSetType',
        'ss:dataScope': 'DataStructure',
        'ss:action': set.action,
        'ss:validFromDate': set.validFrom,
        'ss:validToDate': set.validTo,
      }),
    openSeries: (row) => open('Series', keyIn(row)),
    observation: (row) =>
      element('Obs', {
        ...(layout === 'flat' && keyIn(row)),
        [time.id]: row.period && timePeriod(row.period),
        ...Object.fromEntries(cellsByName(message, row)),
      }),
  }
}
