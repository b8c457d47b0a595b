import { excerpt } from '../../domain/input-bounds.js'
import { isPlaceholder, placeholder } from '../maps/map-files.js'
import type { DraftColumn } from './columns.js'
import { isOfOtherYears } from './frequency.js'
import { filled, type Grid } from './grid.js'
import { endIn, otherMeasure, partOfYear, toDateIn } from './words/scope-words.js'
import { isQuantity, isShare, isYear } from './words.js'

interface TitleScope {
  /** A placeholder; null if the metric, which is not known, asks for the same. */
  readonly title: string | null
  readonly guess: string
}

const contents = /^(?:(?:back|return) to )?(?:the )?(?:index|contents|inhalt)$/iu

const longest = 200

/**
 * Asks about the first line above a table, or header of its labels and periods, by whose words its figures may be others
 * than its columns say, such as those of an index or of a part of a year. `stated` is the pattern of the title that states
 * the period.
 */
export function titleScope(
  { rows, firstHeader, firstData, lastData }: Grid,
  columns: readonly DraftColumn[],
  stated: { readonly text: string; readonly pattern: string } | null,
): TitleScope | null {
  const data = rows.slice(firstData, lastData + 1)
  const headers = rows.slice(firstHeader, firstData).flatMap(filled)
  const isAnnual = columns.some((each) => isOfYears(each, data)) || isYearOnly(stated?.pattern ?? '')
  const isToDate = columns.some(({ column }) => column['span'] === 'YEAR_TO_DATE')
  const metrics = columns.flatMap(({ column: { metric, words }, isFigure }) =>
    isFigure && metric !== undefined ? [`${metric}`] : Object.values((isFigure ? undefined : words) ?? {}).map(String),
  )
  const isMetricOpen = metrics.length > 0 && metrics.every(isPlaceholder)
  const isTitle = (line: string) => stated !== null && line.includes(stated.text)
  const measureIn = (line: string) => {
    const word = otherMeasure(line)
    if (word !== null) return headers.some((text) => text.toLowerCase().includes(word.toLowerCase())) ? null : word
    if (isShare(line)) return headers.some(isShare) ? null : 'share'
    return isQuantity(line) && !metrics.some((metric) => metric.endsWith('QUANTITY')) && !headers.some(isQuantity)
      ? 'quantity'
      : null
  }
  const titles = rows.slice(0, firstHeader).map((cells) => {
    const line = [...new Set(filled(cells))].filter((text) => !contents.test(text)).join(', ')
    return { line, measure: measureIn(line) }
  })
  const stubs = columns.flatMap(({ column: { is }, name }) =>
    is === 'category' || is === 'period' ? { line: name, measure: measureOfStub(name) } : [],
  )
  for (const { line, measure } of [...titles, ...stubs]) {
    const spanIn = () => (isToDate || isTitle(line) ? null : toDateIn(line))
    const partIn = () => (isAnnual && !isTitle(line) && !isOfOtherYears(line) ? partOfYear(line) : null)
    const word = measure ?? spanIn() ?? partIn()
    if (word === null) continue
    const words = `"${word}" in "${excerpt(line, longest)}"`
    const title = placeholder(`the title, if ${words} does not make the figures others than the map says`)
    const isAsked = measure !== null && isMetricOpen
    const guess = `The words ${words} may make the figures others than the map says.`
    return { title: isAsked ? null : title, guess: isAsked ? guess : `${guess} Complete "title" when this is clear.` }
  }
  return null
}

const measureOfStub = (name: string): string | null =>
  otherMeasure(name) ?? endIn(name) ?? (isShare(name) ? 'share' : null)

const isYearOnly = (pattern: string): boolean => /^[^{]*\{(?:year|yy)\}[^{]*$/.test(pattern.replaceAll('{words}', ''))

function isOfYears({ column: { is, part, across, header }, at: [at = 0] }: DraftColumn, data: Grid['rows']): boolean {
  const texts = (header as readonly unknown[]).flat().join(' ')
  if (across === true) return /\{(?:year|yy)\}/.test(texts) && !/\{(?:month|quarter)/.test(texts)
  if (is !== 'period' || part !== undefined) return false
  return data.every((cells) => (cells[at] ?? '') === '' || isYear(cells[at] ?? ''))
}
