import { type ObservationStatus, yoyOf } from '../../domain/observations/observation.js'
import { type Frequency, monthCount, type Period } from '../../domain/periods/period.js'
import { inLanguage } from '../../domain/text/language.js'
import { baseOf, unitInfo } from '../../domain/units/unit.js'
import { quoteCell, shareBaseText, writeLines } from '../csv/writer.js'
import { type About, citedFacts } from '../output/about.js'
import { allOf, byDimension, metricCode, type OutputObservation } from '../output/observation.js'

/** The SDMX codes of statuses. FIN and NIL are extensions. */
const sdmxStatus = {
  NORMAL: 'A',
  PRELIMINARY: 'P',
  FINAL: 'FIN',
  REVISED: 'r',
  ESTIMATED: 'E',
  BREAK: 'B',
  NIL: 'NIL',
  NOT_APPLICABLE: 'z',
  MISSING: 'M',
  CONFIDENTIAL: 'Q',
} as const satisfies Record<ObservationStatus, string>

const sdmxFrequency = {
  ANNUAL: 'A',
  HALF_YEARLY: 'S',
  QUARTERLY: 'Q',
  MONTHLY: 'M',
  YEAR_TO_DATE: '_O', // "other", as SDMX defines no code
} as const satisfies Record<Frequency, string>

const measured = ['OBS_VALUE', 'UNIT_MEASURE', 'UNIT_MULT', 'DECIMALS', 'OBS_STATUS', 'CONF_STATUS', 'QUALIFIER']
const attributes = ['FLAGS', 'YOY_CHANGE', 'SHARE', 'SHARE_OF', 'SHARE_CHANGE', 'NOTE', 'REASON', 'RELEASE']
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
  const keys = ['DATASET', 'METRIC', ...dimensions, 'FREQ', 'TIME_PERIOD']
  const columns = [...keys, ...measured, ...attributes]
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
  const { categories, period, unit, value, decimals, status, qualifier } = each
  const yoy = period && yoyOf({ changes: each.changes ?? [], period })
  return [
    each.dataset ?? allOf,
    metricCode(each),
    ...byDimension(categories, dimensions).map((category) => category?.code ?? allOf),
    period && sdmxFrequency[period.frequency],
    period && sdmxPeriod(period),
    value,
    baseOf(unit),
    unitInfo(unit).exponent,
    decimals,
    sdmxStatus[status],
    status === 'CONFIDENTIAL' ? 'C' : 'F',
    qualifier,
    quoteCell(each.flags ?? ''),
    yoy?.percent,
    each.share,
    each.shareOf && shareBaseText(each.shareOf),
    each.shareChange,
    quoteCell((each.note && inLanguage(each.note, language)) ?? ''),
    quoteCell(each.reason ?? ''),
    each.release,
  ].join(',')
}

function sdmxPeriod({ text, frequency, first, ordinal }: Period): string {
  if (frequency === 'HALF_YEARLY') return text.replace('H', 'S')
  return frequency === 'YEAR_TO_DATE' ? `${first}/P${monthCount({ ordinal })}M` : text
}
