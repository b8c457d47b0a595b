import { Decimal, powerOfTen, printedText } from '../numbers/decimal.js'
import { type Frequency, letterFrequency, periodOf } from '../periods/period.js'

/**
 * The cells of the line of a figure, in order: the key of its series, what the store has of it, as PostgreSQL's COPY writes
 * it (\N for nothing), the exponent of its unit, and what its share is of.
 */
export const lineCells = [
  'series',
  'period',
  'unit',
  'value',
  'scale',
  'qualifier',
  'status',
  'yoy',
  'share',
  'shareChange',
  'more',
  'exponent',
  'shareOf',
] as const

type Cells = Readonly<Record<(typeof lineCells)[number], string>>

/**
 * A figure as its release printed it. What was not printed is empty; `decimals` is negative for a rounded whole number.
 */
export interface FigureLine extends Omit<Cells, 'exponent' | 'scale'> {
  readonly decimals: string
}

export const blockLines = 128

export function findFigure(lines: string, series: string, period: string): FigureLine | null {
  for (const line of lines.split('\n')) {
    const figure = line.startsWith(`${series}\t`) ? readFigureLine(line) : null
    if (figure?.period === period) return figure
  }
  return null
}

function readFigureLine(line: string): FigureLine | null {
  const texts = line.split('\t')
  const frequency = letterFrequency.get(texts[0]?.at(-1) ?? '')
  if (texts.length !== lineCells.length || frequency === undefined) return null
  const cells = Object.fromEntries(lineCells.map((name, at) => [name, printedIn(texts[at])])) as Cells
  const { exponent, scale, period, value, more, ...rest } = cells
  // Wider numbers would be written with as many digits.
  if (!/^\d{1,9}$/.test(period) || ![exponent, scale || '0'].every((text) => /^-?\d{1,2}$/.test(text))) return null
  if (!/^(-?\d+(\.\d+)?)?$/.test(value)) return null
  const decimals = Number(scale) + Number(exponent)
  const printed = (): string =>
    printedText({ value: new Decimal(value).times(powerOfTen(-Number(exponent))), decimals })
  return {
    ...rest,
    period: periodText(Number(period), frequency),
    value: value === '' ? '' : printed(),
    decimals: scale === '' ? '' : `${decimals}`,
    more: more.replaceAll('\\\\', '\\'),
  }
}

function periodText(ordinal: number, frequency: Frequency): string {
  try {
    return periodOf(ordinal, frequency).text
  } catch {
    return '' // there is no such period
  }
}

const printedIn = (cell = ''): string => (cell === '\\N' ? '' : cell)
