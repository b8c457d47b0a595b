import { total } from '../../domain/codes/codes.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import { type Frequency, isYearBefore, type Period } from '../../domain/periods/period.js'
import { inLanguage } from '../../domain/text/language.js'
import { baseOf, unitInfo } from '../../domain/units/unit.js'
import { quoteCell, shareBaseText, writeLines } from '../csv/writer.js'
import { type About, citations, factsOf } from '../output/about.js'
import { allOf, metricCode, type OutputObservation } from '../output/observation.js'

/** SDMX codes of statuses. FIN and NIL are extensions. */
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
  const facts = [...factsOf(about), ['citation', citations(about).join('\n')] as const]
  const start = `${structure}${about.query.toUpperCase()}(1.0),I`
  const keys = ['METRIC', ...dimensions, 'FREQ', 'TIME_PERIOD']
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
  const of = dimensions.map((code) => categories.find(({ dimension }) => dimension === code)?.code ?? allOf)
  const lost = categories.find(({ dimension }) => dimension !== total.dimension && !dimensions.includes(dimension))
  if (lost !== undefined) throw new Error(`There is no column for the dimension ${lost.dimension}.`)
  const { yoy, share, shareOf, shareChange, note, flags } = known(each)
  return [
    metricCode(each),
    ...of,
    period === null ? '' : sdmxFrequency[period.frequency],
    period === null ? '' : sdmxPeriod(period),
    value ?? '',
    baseOf(unit),
    unitInfo(unit).exponent,
    decimals ?? '',
    sdmxStatus[status],
    status === 'CONFIDENTIAL' ? 'C' : 'F',
    qualifier,
    quoteCell(flags ?? ''),
    yoy ?? '',
    share ?? '',
    shareOf == null ? '' : shareBaseText(shareOf),
    shareChange ?? '',
    quoteCell(note === undefined ? '' : (inLanguage(note, language) ?? '')),
    quoteCell(each.reason ?? ''),
    each.release ?? '',
  ].join(',')
}

function known({ changes = [], period, share, shareOf, shareChange, note, flags }: OutputObservation) {
  const yoy = changes.find(({ percent, base }) => percent !== null && period !== null && isYearBefore(base, period))
  return { yoy: yoy?.percent, share, shareOf, shareChange, note, flags }
}

function sdmxPeriod({ text, frequency, first, ordinal }: Period): string {
  if (frequency === 'HALF_YEARLY') return text.replace('H', 'S')
  return frequency === 'YEAR_TO_DATE' ? `${first}/P${(ordinal % 16) + 1}M` : text
}
