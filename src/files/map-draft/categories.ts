import { codeFrom } from '../../domain/codes/code-text.js'
import { excerpt } from '../../domain/input-bounds.js'
import { mapSteps, type Steps } from '../../lib/steps.js'
import { placeholder } from '../maps/map-files.js'
import type { Marks } from './across.js'
import type { Cells } from './cells.js'
import { isProductCode } from './codes.js'
import { withoutMark } from './label-marks.js'
import { unitStated } from './units/unit-text.js'
import { metricIn, withoutMetric } from './words/metric-words.js'
import { isPartner } from './words/partner-words.js'
import { isGeneralTotal, isLikeTotal, isTotal } from './words/total-words.js'
import { dimensionIn, isGrowth, partPattern } from './words.js'

export type Json = Readonly<Record<string, unknown>>

export type Role = Json & {
  readonly is: string
  readonly guess: string
  readonly sameAs?: string
  readonly marks?: Marks
  readonly unitText?: string
}

export const namesCategories = 'names categories'

export const openDimension = (name: string, doubt = ''): string => placeholder(`the dimension of "${name}"${doubt}`)

export const noTotal = 'No label is known as the total.'

export function categoryRole({ name, distinct }: Cells, notes: ReadonlySet<string>, code = name): Role {
  const labels = [...distinct]
  const isMost = (count: number) => count * 2 > labels.length
  const doubt = isMost(labels.filter((text) => metricIn(text) !== null).length)
    ? `; labels like "${excerpt(labels[0] ?? '')}" name metrics as well, which no map divides`
    : isMost(labels.filter((text) => partPattern(text) !== null && /\p{L}/u.test(text)).length)
      ? '; months or quarters beside other rows are not supported'
      : ''
  // A kraj is a country in Polish, and a region in Czech.
  const isCzech = /^kraje?$/i.test(name) && labels.some((text) => /\bkraj\b/i.test(text))
  const known = (isCzech ? 'LOCATION' : dimensionIn(name)) ?? (isProductCode(code) ? 'PRODUCT' : null)
  const dimension = known !== null && doubt === '' ? known : openDimension(name, doubt)
  const han = [...distinct].filter((text) => /\p{Script=Han}/u.test(text)).length
  const language = han === 0 ? 'EN' : han === distinct.size ? 'ZH' : 'EITHER'
  const plain = new Map(labels.map((text) => [text, withoutMark(text, notes)]))
  const { total, isOpen } = totalsIn(labels, plain)
  const of = dimension.startsWith('<') ? '' : ` of ${dimension}`
  const noted = labels.filter((text) => plain.get(text) !== text && !total.includes(text)).slice(0, mostNoted)
  const aliases = Object.fromEntries(noted.map((text) => [text, plain.get(text)]))
  const marks = noted.length === 0 ? '' : ` The footnote marks of labels, as in "${noted[0]}", are not kept.`
  const ofSeveral = total.map((text) => `"${excerpt(text, 100)}"`)
  const open = `which is the total, ${ofSeveral.slice(0, 5).join(' or ')}; remove "total" if none is`
  const totals = isOpen
    ? ` ${ofSeveral.slice(0, 5).join(' and ')} may be the total.`
    : total.length > 0
      ? ` ${ofSeveral[0]} is the total.`
      : ` ${noTotal}`
  return {
    is: 'category',
    dimension,
    language,
    ...(total.length > 0 && { total: isOpen ? [placeholder(open)] : total }),
    ...(noted.length > 0 && { aliases }),
    guess: `${namesCategories}${of}.${totals}${marks}`,
  }
}

function totalsIn(labels: readonly string[], plain: ReadonlyMap<string, string>) {
  const named = (tells: (text: string) => boolean) => labels.filter((text) => tells(plain.get(text) ?? text))
  const known = named(isTotal)
  if (known.length > 0) return { total: known, isOpen: known.length > 1 }
  const [general, like] = [named(isGeneralTotal), named(isLikeTotal)]
  return { total: like, isOpen: like.length > 1 || general.length < like.length }
}

const mostNoted = 50

const noCategories =
  /\bn?sa\b|adjust|bereinigt|desaison|current|constant|trend|original|revis|provis|\bvalue\b|volume|quantity|[%=]/iu

/**
 * Returns the labels of columns of one metric, from their header texts: what remains without the texts that all share,
 * units, codes and the words of the metric. Null if one has none, or two have the same.
 */
export function* labelsAcross(headers: readonly (readonly string[])[]): Steps<readonly string[] | null> {
  const rows = headers[0]?.map((_, row) => headers.map((texts) => texts[row] ?? '')) ?? []
  const isSkipped = rows.map((texts) => new Set(texts).size === 1 || areSeriesCodes(texts))
  const labelOf = (texts: readonly string[]) =>
    texts
      .filter((text, row) => text !== '' && !isSkipped[row] && unitStated(text)?.isPure !== true)
      .map(withoutMetric)
      .filter((text) => text !== '')
      .join(' ')
  const labels = yield* mapSteps(headers, labelOf, 1)
  const isClear = labels.every((label) => label !== '' && !noCategories.test(label) && !isGrowth(label))
  return isClear && new Set(labels).size === labels.length ? labels : null
}

const areSeriesCodes = (texts: readonly string[]): boolean =>
  texts.every((text) => /^[A-Z0-9]{3,8}$/.test(text)) && texts.some((text) => /\d/.test(text))

/** Returns the category of a column, or a question unless its label and those beside it are known partners. */
export function categoryAcross(
  label: string,
  beside: readonly string[],
  isOfRows: boolean,
  context: string,
): Json | null {
  if (isTotal(label)) return null
  const arePartners =
    !isOfRows &&
    beside.every((each) => isTotal(each) || isPartner(each)) &&
    !/report|member states?|\bgeo\b|meldel/i.test(context)
  if (arePartners) return { categories: { PARTNER: codeFrom(label) } }
  return { categories: placeholder(`the category of "${excerpt(label, 100)}", like {"PARTNER": "${codeFrom(label)}"}`) }
}
