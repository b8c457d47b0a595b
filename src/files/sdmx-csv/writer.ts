import { quoteCell, writeLines } from '../csv/writer.js'
import { type About, citedFacts } from '../output/about.js'
import { allOf, byDimension, metricCode, type OutputObservation } from '../output/observation.js'
import { cells, type Measured } from '../sdmx/components.js'

const key = ['FREQ', 'TIME_PERIOD'] as const satisfies Measured[]
const measured = [
  ...(['OBS_VALUE', 'UNIT_MEASURE', 'UNIT_MULT', 'DECIMALS', 'OBS_STATUS', 'CONF_STATUS', 'QUALIFIER'] as const),
  ...(['FLAGS', 'YOY_CHANGE', 'OTHER_CHANGES', 'SHARE', 'SHARE_OF', 'SHARE_CHANGE'] as const),
  ...(['NOTE', 'NOTE_EN', 'NOTE_ZH', 'REASON', 'RELEASE'] as const),
] satisfies Measured[]
const structure = 'dataflow,TRADE_INDICATORS:'

/**
 * Writes observations as SDMX-CSV 2.0. The first row has no key and describes the file. Values are in UNIT_MEASURE times
 * ten to the power of UNIT_MULT, with the printed digits, and periods in the notation of SDMX.
 */
export function writeSdmxCsv(
  batches: AsyncIterable<readonly OutputObservation[]>,
  dimensions: readonly string[],
  about: About,
): AsyncGenerator<string> {
  const facts = citedFacts(about)
  const start = `${structure}${about.query.toUpperCase()}(1.0),I`
  const columns = ['DATASET', 'METRIC', ...dimensions, ...key, ...measured]
  const description = [...columns.map(() => ''), ...facts.map(([, text]) => quoteCell(text))]
  const header = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...columns, ...facts.map(([name]) => name.toUpperCase())]
  const rest = ','.repeat(facts.length)
  return writeLines(
    `${header.join(',')}\n${start},${description.join(',')}\n`,
    batches,
    (each) => `${start},${rowOf(each, dimensions, about)}${rest}\n`,
  )
}

function rowOf(each: OutputObservation, dimensions: readonly string[], { language }: About): string {
  return [
    each.dataset ?? allOf,
    metricCode(each),
    ...byDimension(each.categories, dimensions).map((category) => category?.code ?? allOf),
    ...[...key, ...measured].map((id) => quoteCell(String(cells[id](each, language) ?? ''))),
  ].join(',')
}
