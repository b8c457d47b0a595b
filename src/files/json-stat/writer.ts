import type { CodeLists } from '../../domain/codes/codes.js'
import { decimalsOf } from '../../domain/numbers/decimal.js'
import { shiftPoint, significantDigits } from '../../domain/observations/printed.js'
import type { Period } from '../../domain/periods/period.js'
import { periodText } from '../../domain/text/citation.js'
import { baseOf, shiftBetween, type Unit, unitInfo } from '../../domain/units/unit.js'
import { formatCount, Refusal } from '../../errors.js'
import { type About, citations, factsOf } from '../output/about.js'
import type { Labels } from '../output/labels.js'
import { allOf, metricCode, type OutputObservation } from '../output/observation.js'

const maxCells = 1_000_000
const batch = 5000

interface Dimension {
  readonly id: string
  readonly label: string
  readonly codes: ReadonlyMap<string, string>
  readonly codeOf: (each: OutputObservation) => string
}

/**
 * Writes observations as one JSON-stat 2.0 dataset by metric, dimensions, period, and release if a cell has several
 * figures. Values are sparse, in one unit for each metric, and strings if they have more than 15 digits. `status` has
 * statuses other than NORMAL and qualifiers other than EXACT. Throws LIMIT_EXCEEDED before it writes a cube that is too
 * large.
 */
export async function* writeJsonStat(
  batches: AsyncIterable<readonly OutputObservation[]>,
  codes: CodeLists,
  labels: Labels,
  about: About,
): AsyncGenerator<string> {
  const all: OutputObservation[] = []
  for await (const some of batches) {
    if (all.length + some.length > maxCells) throw tooLarge(`more than ${formatCount(maxCells)} numbers`)
    all.push(...some)
  }
  const metrics = metricsOf(all, codes, labels)
  const dimensions = [metrics.dimension, ...categoryDimensions(all, codes, labels), ...periodDimension(all, labels)]
  let places = placesOf(all, dimensions)
  if (new Set(places).size < places.length) {
    dimensions.push(releaseDimension(all, about, labels))
    places = placesOf(all, dimensions)
  }
  const facts = Object.fromEntries(factsOf(about))
  const head = {
    version: '2.0',
    class: 'dataset',
    label: `${about.query} ${about.variables}`,
    source: citations(about).join('; '),
    ...(about.releases[0] && { updated: about.releases[0].publishedAt }),
    note: [facts['licence']],
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ codes }) => codes.size),
    role: { metric: ['METRIC'], ...(dimensions.some(({ id }) => id === 'TIME_PERIOD') && { time: ['TIME_PERIOD'] }) },
    dimension: Object.fromEntries(
      dimensions.map(({ id, label, codes }) => [
        id,
        {
          label,
          category: {
            index: [...codes.keys()],
            label: Object.fromEntries(codes),
            ...(id === 'METRIC' && { unit: metrics.units }),
          },
        },
      ]),
    ),
    extension: { ...facts, variables: JSON.parse(about.variables), citations: citations(about) },
  }
  yield JSON.stringify(head).slice(0, -1)
  yield* sparse('value', all, places, (each) => metrics.numberOf(each))
  yield* sparse('status', all, places, statusOf)
  yield '}\n'
}

function* sparse(
  name: string,
  all: readonly OutputObservation[],
  places: readonly number[],
  textOf: (each: OutputObservation) => string | null,
): Generator<string> {
  let text = `,"${name}":{`
  let any = false
  for (const [at, each] of all.entries()) {
    const found = textOf(each)
    if (found !== null) {
      text += `${any ? ',' : ''}"${places[at]}":${found}`
      any = true
    }
    if (at % batch < batch - 1) continue
    yield text
    text = ''
  }
  yield `${text}}`
}

function statusOf({ status, qualifier }: OutputObservation): string | null {
  const flags = [...(status === 'NORMAL' ? [] : [status]), ...(qualifier === 'EXACT' ? [] : [qualifier])]
  return flags.length === 0 ? null : JSON.stringify(flags.join(' '))
}

function placesOf(all: readonly OutputObservation[], dimensions: readonly Dimension[]): number[] {
  const sizes = dimensions.map(({ codes }) => codes.size)
  const count = sizes.reduce((product, size) => product * size, 1)
  if (count > maxCells) throw tooLarge(`${sizes.map((size) => formatCount(size)).join(' × ')} cells`)
  const indexes = dimensions.map(({ codes }) => new Map([...codes.keys()].map((code, at) => [code, at])))
  return all.map((each) =>
    dimensions.reduce((place, { codeOf, codes }, at) => place * codes.size + (indexes[at]?.get(codeOf(each)) ?? 0), 0),
  )
}

const tooLarge = (size: string): Refusal =>
  new Refusal(
    'LIMIT_EXCEEDED',
    `This cube would have ${size}, and ${formatCount(maxCells)} are allowed. Request fewer dimensions or periods, or csv, sdmx-csv or parquet.`,
  )

/** Builds the metric dimension. A metric with several measures has a code for each: EXPORTS.USD. */
function metricsOf(all: readonly OutputObservation[], codes: CodeLists, labels: Labels) {
  const units = new Map<string, Map<Unit, { readonly base: Unit; readonly printed: Set<Unit> }>>()
  const measureOf = ({ measure, unit }: OutputObservation): Unit => measure ?? baseOf(unit)
  for (const each of all) {
    const metric = each.metric ?? allOf
    const measures = units.get(metric) ?? new Map()
    units.set(metric, measures)
    const found = measures.get(measureOf(each)) ?? { base: baseOf(each.unit), printed: new Set() }
    measures.set(measureOf(each), found)
    if (each.value !== null) found.printed.add(each.unit)
  }
  const target = (metric: string, measure: Unit): Unit => {
    const { base = measure, printed = [] } = units.get(metric)?.get(measure) ?? {}
    const [only, ...others] = printed
    return only !== undefined && others.length === 0 ? only : base
  }
  const codeOf = (each: OutputObservation): string => {
    const several = (units.get(each.metric ?? allOf)?.size ?? 0) > 1
    return metricCode(several ? { ...each, measure: measureOf(each) } : each)
  }
  const numberOf = (each: OutputObservation): string | null => {
    const { metric, unit, value, decimals } = each
    if (value === null) return null
    const shift = shiftBetween(unit, target(metric ?? allOf, measureOf(each)))
    const text = shift === 0 ? value : shiftPoint(value, shift, Math.max(0, (decimals ?? 0) - shift))
    return significantDigits(text) > 15 ? JSON.stringify(text) : text
  }
  const decimals = new Map<string, number>()
  for (const each of all) {
    const found = decimalsOf(numberOf(each)?.replaceAll('"', '') ?? '')
    decimals.set(codeOf(each), Math.max(found, decimals.get(codeOf(each)) ?? 0))
  }
  const found = new Map<string, string>()
  const unitByCode: Record<string, object> = {}
  const ranked = [...units.keys()].sort((a, b) => (codes.metric(a)?.rank ?? 0) - (codes.metric(b)?.rank ?? 0))
  for (const metric of ranked)
    for (const [measure, { base }] of units.get(metric) ?? []) {
      const several = (units.get(metric)?.size ?? 0) > 1
      const code = several ? `${metric}.${measure}` : metric
      const label = metric === allOf ? labels.word('total') : labels.metric(metric)
      const unit = target(metric, measure)
      const { symbol, exponent } = unitInfo(unit)
      found.set(code, several ? `${label} (${labels.unit(measure)})` : label)
      unitByCode[code] = {
        label: labels.unit(unit),
        symbol,
        decimals: decimals.get(code) ?? 0,
        base,
        multiplier: exponent,
      }
    }
  const dimension: Dimension = { id: 'METRIC', label: labels.word('metric'), codes: found, codeOf }
  return { dimension, units: unitByCode, numberOf }
}

function categoryDimensions(all: readonly OutputObservation[], codes: CodeLists, labels: Labels): Dimension[] {
  const used = new Map<string, Set<string>>()
  for (const { categories } of all)
    for (const { dimension, code } of categories) {
      used.set(dimension, (used.get(dimension) ?? new Set()).add(code))
    }
  used.delete('TOTAL')
  return codes.dimensions
    .filter(({ code }) => used.has(code))
    .map(({ code: dimension }) => {
      const codeOf = ({ categories }: OutputObservation): string =>
        categories.find((each) => each.dimension === dimension)?.code ?? allOf
      const usedCodes = used.get(dimension) ?? new Set()
      const listed = codes.categories.filter((each) => each.dimension.code === dimension && usedCodes.has(each.code))
      const found = new Map(listed.map(({ code }) => [code, labels.category({ dimension, code })]))
      const total = all.some((each) => codeOf(each) === allOf) ? [[allOf, labels.word('total')] as const] : []
      return { id: dimension, label: labels.dimension(dimension), codes: new Map([...total, ...found]), codeOf }
    })
}

function periodDimension(all: readonly OutputObservation[], labels: Labels): Dimension[] {
  const periods = new Map(all.flatMap(({ period }) => (period === null ? [] : [[period.text, period] as const])))
  if (periods.size === 0 && all.length > 0) return []
  const sorted = [...periods.values()].sort((a, b) => a.ordinal - b.ordinal || (a.text < b.text ? -1 : 1))
  const label = (period: Period): string => periodText(period, labels.language)
  const found = new Map(sorted.map((period) => [period.text, label(period)]))
  if (all.some(({ period }) => period === null)) found.set(allOf, labels.word('total'))
  return [
    { id: 'TIME_PERIOD', label: labels.word('period'), codes: found, codeOf: ({ period }) => period?.text ?? allOf },
  ]
}

function releaseDimension(all: readonly OutputObservation[], { releases }: About, labels: Labels): Dimension {
  const used = new Set(all.map(({ release }) => release))
  const found = releases.filter(({ code }) => used.has(code)).map(({ code, title }) => [code, title] as const)
  return {
    id: 'RELEASE',
    label: labels.word('release'),
    codes: new Map(found.toReversed()),
    codeOf: ({ release }) => release ?? allOf,
  }
}
