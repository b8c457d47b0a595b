import { quoteCell, writeLines } from '../csv/writer.js'
import { flowReference } from '../sdmx/artefacts.js'
import { artefactVersion, time } from '../sdmx/components.js'
import type { DataMessage, DataRow } from '../sdmx/data.js'
import { timePeriod } from '../sdmx/time-period.js'

const actions = { Replace: 'R', Append: 'A', Delete: 'D' } as const satisfies Record<DataRow['set']['action'], string>

/** Writes a data message as SDMX-CSV 2.0, with the columns of the data structure. */
export function writeDataCsv({ flow, measures, attributes, rows }: DataMessage): AsyncGenerator<string> {
  const { agency, id } = flowReference(flow)
  const columns = [...measures, ...attributes]
  const header = [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    ...[...flow.dimensions, time, ...columns].map((each) => each.id),
  ]
  const structure = `dataflow,${agency}:${id}(${artefactVersion})`
  const none = columns.map(() => null)
  const cellsOf = ({ cells }: DataRow) => (cells.length === 0 ? none : cells)
  return writeLines(`${header.join(',')}\n`, rows, (row) => {
    const cells = [...row.key, row.period && timePeriod(row.period), ...cellsOf(row)].map((cell) =>
      quoteCell(cell ?? ''),
    )
    return `${structure},${actions[row.set.action]},${cells.join(',')}\n`
  })
}
