import type { Palette, Surface } from '../surface.js'
import type { Kind } from './axis.js'
import { isSigned, numberText } from './axis.js'
import { element } from './svg.js'
import { drawTexts, type Text } from './texts.js'

/** The classes of numbers, with a colour each: class 0 lies below the first threshold. */
export interface Shades {
  readonly thresholds: readonly number[]
  readonly colours: readonly string[]
}

const around100 = [60, 75, 85, 95, 105, 115, 130, 160]
const parts = [0.1, 0.25, 0.5, 1]

export const shadesAround100 = ({ heat }: Palette): Shades => ({ thresholds: around100, colours: heat })

/** Makes nine classes around zero, so wide that few numbers lie in the outermost. */
export function shadesAroundZero(numbers: readonly number[], { heat }: Palette): Shades {
  const sizes = numbers.map(Math.abs).sort((one, other) => one - other)
  const most = niceBelow(sizes[Math.floor(sizes.length * 0.93)] ?? 1)
  const steps = parts.map((part) => part * most)
  return { thresholds: [...steps.map((step) => -step).reverse(), ...steps], colours: heat }
}

/** Makes five classes of levels, with about as many numbers in each. */
export function shadesOfLevels(numbers: readonly number[], { heat }: Palette): Shades {
  const sizes = [...numbers].sort((one, other) => one - other)
  const cuts = [0.2, 0.4, 0.6, 0.8].map((part) => niceBelow(sizes[Math.floor(sizes.length * part)] ?? 0))
  const thresholds = [...new Set(cuts)].filter((cut) => cut > 0)
  return { thresholds, colours: heat.slice(-1 - thresholds.length) }
}

function niceBelow(number: number): number {
  if (number <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(number) + 1e-9)
  const step = [8, 6, 5, 4, 3, 2, 1.5, 1].find((each) => each * power <= number * (1 + 1e-9)) ?? 1
  return Number((step * power).toPrecision(3))
}

export const shadeOf = ({ thresholds }: Shades, number: number): number =>
  thresholds.filter((threshold) => number >= threshold).length

/** The colour of a text on a shade: that of the card on the outermost, as they are the strongest. */
export const inkOn = ({ colours }: Shades, shade: number, { card, ink, heat }: Palette): string =>
  colours[shade] === heat[0] || colours[shade] === heat[8] ? card : ink

export const shadesHeight = 38
const patch = 38

export function shadesLegend(shades: Shades, left: number, top: number, kind: Kind, surface: Surface) {
  const { document, palette, measure, width } = surface
  const written = (value: number): string => numberText(value, kind, isSigned(kind))
  const least = Math.max(...shades.thresholds.map((threshold) => measure(written(threshold), 11, 400) + 8))
  const wide = Math.max(least, Math.min(patch, (width - left) / shades.colours.length))
  const patches = shades.colours.map((fill, index) =>
    element(document, 'rect', { x: left + index * wide, y: top, width: wide - 1, height: 10, rx: 1, fill }),
  )
  const texts = shades.thresholds.map(
    (threshold, index): Text => ({
      ...{ x: left + (index + 1) * wide, y: top + 20, text: written(threshold), size: 11, fill: palette.quiet },
      anchor: 'middle',
    }),
  )
  return {
    right: left + shades.colours.length * wide,
    drawing: element(document, 'g', {}, ...patches, drawTexts(texts, surface)),
  }
}
