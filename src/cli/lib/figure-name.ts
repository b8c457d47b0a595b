import type { FigureName } from '../../domain/history-proof/figure-proof.js'
import { parsePeriod } from '../../domain/periods/period.js'
import { attempt } from '../../errors.js'
import { decodeId } from '../../graphql/relay/id.js'
import { usageError } from './exit.js'

export const figureArgument = [
  '<figure>',
  'the id of the figure, or "RELEASE SERIES PERIOD": "CN-GACC-2023-ANNUAL CN_TRADE|EXPORTS|TOTAL:ALL|CNY|A 2023"',
] as const

const most = 8000
const seriesKey = /^[^|\s]+(?:\|[^|\s]+){4}$/ // its unit may be one that only the store knows

/** Reads the name of a figure: its id, or its release, series and period. */
export function figureNameFrom(given: string): FigureName {
  const [release = '', series = '', period = '', ...more] = given.length > most ? [] : partsOf(given.trim())
  if (more.length > 0 || release === '' || !seriesKey.test(series))
    throw usageError(
      `"${given.slice(0, 100)}" is not a figure. Give the id of an indicator, or "RELEASE SERIES PERIOD" with the key of the series.`,
    )
  return { release, series, period: parsePeriod(period).text }
}

function partsOf(text: string): readonly string[] {
  if (/\s/.test(text)) return text.split(/\s+/)
  const [type, ...key] =
    attempt(
      () => decodeId(text),
      () => {},
    ) ?? [] // refused by the caller
  return type === 'Indicator' ? key : []
}
