import { excerpt } from '../../domain/input-bounds.js'
import { placeholder } from '../maps/map-files.js'
import type { Cells } from './cells.js'
import { metricIn } from './words/metric-words.js'
import { dimensionIn } from './words.js'

const ofMetrics =
  /^(?:trade )?(?:indicators?|flows?)(?:[ _](?:name|desc|description))?$|^(?:trade flow|measures?|series name|verkehrsrichtung|warenverkehr|richtung|indikator|handelsflöde|flöde|handelsstrøm|handelsretning|kierunek|kierunek obrotów|flux|sens|indicateurs?|flujos?|indicador(?:es)?|fluxos?|tipo de flu[jx]o|flusso|indicatori?|stroom|handelsstroom|virta|suunta|tok|směr|ukazatel|wskaźnik|指标|指標|项目|区分|수출입구분|구분|항목)$/iu

/** Finds the column whose cells name metrics: all of them, two different ones, or by its header. */
export function metricColumn(columns: readonly Cells[]): number {
  const known = ({ distinct }: Cells) => [...distinct].map(metricAlone)
  const isShort = ({ distinct, isFigure, name }: Cells) =>
    !isFigure && distinct.size > 0 && distinct.size <= mostMetrics && dimensionIn(name) === null
  const whole = columns.findIndex((cells) => isShort(cells) && !known(cells).includes(null))
  if (whole >= 0) return whole
  const some = columns.findIndex(
    (cells) => isShort(cells) && cells.distinct.size <= 6 && new Set(known(cells)).size > 2,
  )
  return some >= 0 ? some : columns.findIndex((cells) => isShort(cells) && ofMetrics.test(cells.name))
}

/** Returns the metric that a text names, if it does not go on with something else, as in "Exports: Food". */
const metricAlone = (text: string): string | null => (/\p{L}\s*[:;|–—]|\s-\s/u.test(text) ? null : metricIn(text))

const mostMetrics = 20

export function metricsOf({ distinct, name }: Cells): {
  readonly words: Readonly<Record<string, string>>
  readonly guess: string
} {
  const texts = [...distinct]
  const metrics = texts.map(metricAlone)
  const isLasting = ofMetrics.test(name)
  const words = Object.fromEntries(
    texts.map((text, at) => {
      const metric = metrics[at] ?? null
      const isTwin = metrics.indexOf(metric) < at || (!isLasting && metrics.lastIndexOf(metric) > at)
      return [text, metric === null || isTwin ? placeholder(`the metric of "${excerpt(text, 200)}"`) : metric]
    }),
  )
  const named = [...new Set(metrics.filter((metric) => metric !== null))]
  const open = texts.length - named.length
  const isOpen = open > 0 && named.length > 0 ? `, and ${open} more that ${open === 1 ? 'is' : 'are'} not known` : ''
  return { words, guess: `states the metric: ${named.join(', ') || 'none is known'}${isOpen}.` }
}
