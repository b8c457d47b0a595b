import { nice, tickStep, ticks } from 'd3-array'
import { grouped, signed } from '../../data/number.js'
import type { Words } from '../../i18n/en.js'
import { wordsIn } from '../../i18n/words.js'
import type { ChartModel, ChartPeriod, ChartSeries } from '../model.js'
import type { Surface } from '../surface.js'
import { type Text, usualSize } from './texts.js'

export interface Linear {
  readonly domain: readonly [number, number]
  readonly range: readonly [number, number]
}

export const position = ({ domain: [from, to], range: [start, end] }: Linear, value: number): number =>
  start + ((value - from) / (to - from || 1)) * (end - start)

interface Tick {
  readonly value: number
  readonly text: string
}

export interface ValueAxis {
  readonly domain: readonly [number, number]
  readonly ticks: readonly Tick[]
}

export const wordsOf = (model: Pick<ChartModel, 'language'>): Words => wordsIn(model.language)

/** Indicates changes, which have a plus sign; levels, shares and indices have none. */
export const isSigned = ({ fromReference, reference }: Pick<ChartModel, 'fromReference' | 'reference'>): boolean =>
  !fromReference && reference === 0

export function numbersOf(series: readonly ChartSeries[]): number[] {
  return series.flatMap(({ points }) => points.flatMap(({ value, newer }) => [value, newer].flatMap(numberOf)))
}
const numberOf = (decimal: string | null): readonly number[] => (decimal === null ? [] : [Number(decimal)])

export type Kind = Pick<ChartModel, 'fromReference' | 'reference' | 'exponent' | 'unit' | 'language'>

/** Returns a domain of round numbers for `length` pixels. Only the last tick has the unit. */
export function valueAxis(numbers: readonly number[], kind: Kind, length: number, pitch = 75): ValueAxis {
  const count = Math.max(2, Math.min(6, Math.round(length / pitch)))
  const [from, to] = extentOf(numbers, kind)
  const [low, high] = nice(from, to, count)
  const step = tickStep(low, high, count)
  const shown = ticks(low, high, count)
  const places = Math.min(mostPlaces, Math.max(0, Math.ceil(-Math.log10(step * 10 ** kind.exponent) - 1e-9)))
  const written = isSigned(kind) ? signed : grouped
  return {
    domain: [low, high],
    ticks: shown.map((value, index) => {
      const number = written(plain(value * 10 ** kind.exponent, places))
      return { value, text: index === shown.length - 1 ? withUnit(number, kind) : number }
    }),
  }
}

function extentOf(numbers: readonly number[], { fromReference, reference }: Kind): readonly [number, number] {
  const least = Math.min(...numbers, ...(numbers.length === 0 ? [reference] : []))
  const most = Math.max(...numbers, ...(numbers.length === 0 ? [reference] : []))
  const isNear = (number: number): boolean => fromReference || Math.abs(number - reference) <= most - least
  const low = least > reference && isNear(least) ? reference : least
  const high = most < reference && isNear(most) ? reference : most
  if (low < high) return [low, high]
  return [low - (fromReference ? 0 : Math.abs(low) / 20 || 1), high + (Math.abs(high) / 20 || 1)]
}

const mostPlaces = 38

export function numberText(value: number, { exponent }: Pick<Kind, 'exponent'>, isSigned: boolean): string {
  const number = plain(value * 10 ** exponent, 9).replace(/\.?0+$/, '')
  return (isSigned ? signed : grouped)(number)
}

const plain = (tick: number, places: number): string =>
  Math.abs(tick) < 1e21 ? (tick + 0).toFixed(places) : String(BigInt(tick))

/** Writes a number with the unit of a chart: "600 billion yuan", "6,000亿元", "+5%". An index has none. */
function withUnit(
  number: string,
  { unit, reference, language }: Pick<Kind, 'unit' | 'reference' | 'language'>,
): string {
  const words = wordsIn(language)
  if (reference === 100) return number
  if (unit === '%') return `${number}%`
  return unit === words.shownUnit('contribution', '') ? words.points(number) : number + words.afterNumber(unit)
}

export const tickTexts = (axis: ValueAxis, scale: Linear, left: number, { palette }: Surface): Text[] =>
  axis.ticks.map(({ value, text }) => ({
    ...{ x: left, y: position(scale, value) - usualSize * 0.62, text, fill: palette.quiet },
  }))

export const tickRoom = (axis: ValueAxis, { measure }: Surface): number =>
  Math.max(0, ...axis.ticks.slice(0, -1).map(({ text }) => measure(text, usualSize, 400))) + 14

interface PeriodTick {
  readonly x: number
  readonly text: string
  readonly year: string | null
}

const steps = [1, 2, 3, 4, 6, 12, 24, 60, 120]

export function periodTicks(
  periods: readonly ChartPeriod[],
  x: readonly number[],
  { measure }: Surface,
): readonly PeriodTick[] {
  const isWithin = (code: string): boolean => code.length === 7 && !code.includes('/')
  const numbers = periods.map(({ code }, index) => (isWithin(code) ? Number(code.slice(5)) - 1 || 0 : index))
  const isMonthly = periods.every(({ code }) => /^\d{4}-\d\d$/.test(code))
  let chosen: readonly PeriodTick[] = []
  for (const step of steps) {
    if (isMonthly && step <= 12 && 12 % step !== 0) continue
    const places = isMonthly && step <= 12 ? numbers : periods.map((_, index) => index)
    chosen = ticksAt(periods, x, (index) => (places[index] ?? 0) % step === 0)
    const halves = chosen.map(
      ({ text, year }) =>
        Math.max(measure(text, usualSize, 400), year === null ? 0 : measure(year, usualSize, 650)) / 2,
    )
    const fits = chosen.every(
      ({ x }, index) =>
        index === 0 || x - (chosen[index - 1]?.x ?? 0) >= (halves[index] ?? 0) + (halves[index - 1] ?? 0) + 8,
    )
    if (fits && chosen.length > 0) break
  }
  return chosen
}

function ticksAt(
  periods: readonly ChartPeriod[],
  x: readonly number[],
  isShown: (index: number) => boolean,
): readonly PeriodTick[] {
  const years = new Map(periods.flatMap(({ code, year }) => (year === null ? [] : [[code.slice(0, 4), year]])))
  const said = new Set<string>()
  return periods.flatMap(({ code, tick }, index) => {
    if (!isShown(index)) return []
    const ofYear = code.slice(0, 4)
    const year = said.has(ofYear) ? null : (years.get(ofYear) ?? null)
    said.add(ofYear)
    return [{ x: x[index] ?? 0, text: tick, year }]
  })
}

export function periodTexts(ticks: readonly PeriodTick[], y: number, { palette }: Surface): Text[] {
  const usual = { anchor: 'middle' } as const
  return ticks.flatMap(({ x, text, year }): Text[] => [
    { ...usual, x, y, text, fill: palette.quiet },
    ...(year === null
      ? []
      : [{ ...usual, x, y: y + usualSize + 4, text: year, weight: 650, fill: palette.ink } as const]),
  ])
}

export const periodRoom = (periods: readonly ChartPeriod[]): number =>
  periods.some(({ year }) => year !== null) ? usualSize * 2 + 20 : usualSize + 16
