import { type CodeLists, categoryText, refOf, total } from '../../domain/codes/codes.js'
import { decimalsOf } from '../../domain/numbers/decimal.js'
import { significantDigits } from '../../domain/observations/printed.js'
import { periodText } from '../../domain/text/citation.js'
import { baseOf, type Unit, unitInfo } from '../../domain/units/unit.js'
import { formatCount, Refusal } from '../../errors.js'
import { groupBy } from '../../lib/group-by.js'
import { type About, citations, factsOf } from '../output/about.js'
import type { Labels } from '../output/labels.js'
import { allOf, type OutputObservation, valueIn } from '../output/observation.js'

const maxCells = 1_000_000
const batch = 5000

interface Dimension {
  readonly id: string
  readonly label: string
  readonly codes: ReadonlyMap<string, string>
  readonly codeOf: (each: OutputObservation) => string
  readonly units?: Readonly<Record<string, object>>
}

/**
 * Writes observations as one JSON-stat 2.0 dataset by dataset, metric, dimensions, period, and release if a cell has
 * several figures. Values are sparse, in one unit for each metric, and strings beyond 15 digits; `status` holds
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
  const { convert, ...metrics } = metricDimension(all, codes, labels)
  const dimensions: Dimension[] = [
    datasetDimension(all, codes, labels),
    metrics,
    ...categoryDimensions(all, codes, labels),
    ...periodDimension(all, labels),
  ]
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
      dimensions.map(({ id, label, codes, units: unit }) => {
        const category = { index: [...codes.keys()], label: Object.fromEntries(codes), unit }
        return [id, { label, category }]
      }),
    ),
    extension: { ...facts, variables: JSON.parse(about.variables), citations: citations(about) },
  }
  yield JSON.stringify(head).slice(0, -1)
  yield* sparse('value', all, places, (each) => numberText(convert(each)))
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

const numberText = (value: string | null): string | null =>
  value !== null && significantDigits(value) > 15 ? JSON.stringify(value) : value

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
function metricDimension(all: readonly OutputObservation[], codes: CodeLists, labels: Labels) {
  const metricOf = ({ metric }: OutputObservation): string => metric ?? allOf
  const measureOf = ({ measure, unit }: OutputObservation): Unit => measure ?? baseOf(unit)
  const rankOf = (each: OutputObservation): number => codes.metric(metricOf(each))?.rank ?? 0
  const measures = [...groupBy(all, metricOf)].map(([metric, some]) => [metric, new Set(some.map(measureOf))] as const)
  const severals = new Set(measures.flatMap(([metric, { size }]) => (size > 1 ? [metric] : [])))
  const codeOf = (each: OutputObservation): string =>
    severals.has(metricOf(each)) ? `${metricOf(each)}.${measureOf(each)}` : metricOf(each)
  const groups = [...groupBy(all, codeOf)].sort(([, [a]], [, [b]]) => rankOf(a) - rankOf(b))
  const unitOf = new Map(groups.map(([code, some]) => [code, commonUnit(some)]))
  const labelOf = (each: OutputObservation): string => {
    const label = each.metric === null ? labels.word('total') : labels.metric(each.metric)
    return severals.has(metricOf(each)) ? `${label} (${labels.unit(measureOf(each))})` : label
  }
  return {
    id: 'METRIC',
    label: labels.word('metric'),
    codes: new Map(groups.map(([code, [first]]) => [code, labelOf(first)])),
    codeOf,
    units: Object.fromEntries(groups.map(([code, some]) => [code, unitInCube(commonUnit(some), some, labels)])),
    convert: (each: OutputObservation) => valueIn(unitOf.get(codeOf(each)) ?? each.unit, each),
  }
}

function datasetDimension(all: readonly OutputObservation[], { datasets }: CodeLists, labels: Labels): Dimension {
  const codeOf = ({ dataset }: OutputObservation): string => dataset ?? allOf
  const used = new Set(all.map(codeOf))
  const whole = used.has(allOf) ? [[allOf, labels.word('total')] as const] : []
  const named = datasets.filter(({ code }) => used.has(code)).map(({ code }) => [code, labels.dataset(code)] as const)
  return { id: 'DATASET', label: labels.word('dataset'), codes: new Map([...whole, ...named]), codeOf }
}

function commonUnit(some: readonly [OutputObservation, ...OutputObservation[]]): Unit {
  const [only, ...others] = new Set(some.flatMap(({ value, unit }) => (value === null ? [] : [unit])))
  return only !== undefined && others.length === 0 ? only : baseOf(some[0].unit)
}

function unitInCube(unit: Unit, some: readonly OutputObservation[], labels: Labels): object {
  const { symbol, base, exponent } = unitInfo(unit)
  const decimals = some.reduce((most, each) => Math.max(most, decimalsOf(valueIn(unit, each) ?? '')), 0)
  return { label: labels.unit(unit), symbol, decimals, base, multiplier: exponent }
}

function categoryDimensions(all: readonly OutputObservation[], codes: CodeLists, labels: Labels): Dimension[] {
  const lists = new Set(all.map(({ categories }) => categories)) // shared by the observations of a category
  const used = new Set([...lists].flatMap((categories) => categories.map(categoryText)))
  const listed = groupBy(
    codes.categories.filter((category) => used.has(refOf(category))),
    (category) => category.dimension.code,
  )
  return codes.dimensions.flatMap((dimension) => {
    const found = dimension.code === total.dimension ? undefined : listed.get(dimension.code)
    if (found === undefined) return []
    const codeOf = ({ categories }: OutputObservation): string =>
      categories.find((each) => each.dimension === dimension.code)?.code ?? allOf
    const whole = all.some((each) => codeOf(each) === allOf) ? [[allOf, labels.word('total')] as const] : []
    const named = found.map(({ code }) => [code, labels.category({ dimension: dimension.code, code })] as const)
    return { id: dimension.code, label: labels.dimension(dimension.code), codes: new Map([...whole, ...named]), codeOf }
  })
}

function periodDimension(all: readonly OutputObservation[], labels: Labels): Dimension[] {
  const periods = new Map(all.flatMap(({ period }) => (period === null ? [] : [[period.text, period] as const])))
  if (periods.size === 0 && all.length > 0) return []
  const sorted = [...periods.values()].sort((a, b) => a.ordinal - b.ordinal || (a.text < b.text ? -1 : 1))
  const found = new Map(sorted.map((period) => [period.text, periodText(period, labels.language)]))
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
