import { total } from '../../domain/codes/codes.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import { type Frequency, isYearBefore, type Period } from '../../domain/periods/period.js'
import { inLanguage } from '../../domain/text/language.js'
import { baseOf, unitInfo } from '../../domain/units/unit.js'
import { shareBase } from '../csv/writer.js'
import { type About, citations, factsOf } from '../output/about.js'
import { allOf, metricCode, type OutputObservation } from '../output/observation.js'

/** SDMX's codes of statuses; FIN and NIL are ours, since its list has none for them. */
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
  YEAR_TO_DATE: '_O', // "other": SDMX has no code for it
} as const satisfies Record<Frequency, string>

const measured = ['OBS_VALUE', 'UNIT_MEASURE', 'UNIT_MULT', 'DECIMALS', 'OBS_STATUS', 'CONF_STATUS', 'QUALIFIER']
const attributes = ['FLAGS', 'YOY_CHANGE', 'SHARE', 'SHARE_OF', 'SHARE_CHANGE', 'NOTE', 'REASON', 'RELEASE']
const structure = 'dataflow,TRADE_INDICATORS:'

/**
 * Observations as SDMX-CSV 2.0: first a row of what is said of the file as a whole, which has no key, then one for each.
 * The value is in UNIT_MEASURE times ten to the power of UNIT_MULT, with the digits that were printed; periods as SDMX
 * spells them.
 */
export async function* writeSdmxCsv(
  batches: AsyncIterable<readonly OutputObservation[]>,
  dimensions: readonly string[],
  about: About,
): AsyncGenerator<string> {
  const facts = [...factsOf(about), ['citation', citations(about).join('\n')] as const]
  const start = `${structure}${about.query.toUpperCase()}(1.0),I`
  const keys = ['METRIC', ...dimensions, 'FREQ', 'TIME_PERIOD']
  const columns = [...keys, ...measured, ...attributes]
  const said = [...columns.map(() => ''), ...facts.map(([, text]) => quoted(text))]
  const header = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...columns, ...facts.map(([name]) => name.toUpperCase())]
  let text = `${header.join(',')}\n${start},${said.join(',')}\n`
  const rest = ','.repeat(facts.length)
  for await (const batch of batches) {
    for (const each of batch) text += `${start},${rowOf(each, dimensions, about)}${rest}\n`
    yield text
    text = ''
  }
  if (text !== '') yield text
}

function rowOf(each: OutputObservation, dimensions: readonly string[], { language }: About): string {
  const { categories, period, unit, value, decimals, status, qualifier } = each
  const of = dimensions.map((code) => categories.find(({ dimension }) => dimension === code)?.code ?? allOf)
  const lost = categories.find(({ dimension }) => dimension !== total.dimension && !dimensions.includes(dimension))
  if (lost !== undefined) throw new Error(`there is no column for ${lost.dimension}`)
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
    quoted(flags ?? ''),
    yoy ?? '',
    share ?? '',
    shareOf == null ? '' : shareBase(shareOf),
    shareChange ?? '',
    quoted(note === undefined ? '' : (inLanguage(note, language) ?? '')),
    quoted(each.reason ?? ''),
    each.release ?? '',
  ].join(',')
}

function known({ changes = [], period, share, shareOf, shareChange, note, flags }: OutputObservation) {
  const yoy = changes.find(({ percent, base }) => percent !== null && period !== null && isYearBefore(base, period))
  return { yoy: yoy?.percent, share, shareOf, shareChange, note, flags }
}

/** 2023, 2023-S1, 2023-Q4, 2023-12; a year to date as the span that it is: 2023-01-01/P11M. */
function sdmxPeriod({ text, frequency, first, ordinal }: Period): string {
  if (frequency === 'HALF_YEARLY') return text.replace('H', 'S')
  return frequency === 'YEAR_TO_DATE' ? `${first}/P${(ordinal % 16) + 1}M` : text
}

/** By RFC 4180, and no other change: programs read it, and would take a guard for a part of the text. */
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
