import { Decimal } from '../../domain/numbers/decimal.js'
import { wrong } from '../row.js'

/** What a number format makes of a number, and the digits after the point that it always shows. */
export interface NumberFormat {
  readonly shows: 'number' | 'date' | 'percent' | 'scaled'
  readonly decimals: number
}

/** The format of a cell that has none. */
export const general: NumberFormat = { shows: 'number', decimals: 0 }

const builtIn: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  39: '#,##0.00',
  40: '#,##0.00',
  43: '#,##0.00',
  44: '#,##0.00',
}

/** Dates and times, some of them in Chinese, Japanese and Korean workbooks only. */
const isDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** A number format by its number, and its code where the workbook has one for it. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined && isDate(id)) return { shows: 'date', decimals: 0 }
  const plain = (code ?? builtIn[id] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^[\]]*\]|General|G\/通用格式/gi, '')
  const [first = ''] = plain.split(';')
  const withoutExponent = plain.replace(/E[+-]/gi, '')
  if (/[ymdhsbeg]/i.test(withoutExponent)) return { shows: 'date', decimals: 0 }
  if (first.includes('%')) return { shows: 'percent', decimals: 0 }
  if (/[0#?],+(?![0#?,])/.test(first)) return { shows: 'scaled', decimals: 0 }
  const fraction = withoutExponent === plain ? (/\.([0#?]*)/.exec(first)?.[1] ?? '') : ''
  return { shows: 'number', decimals: fraction.lastIndexOf('0') + 1 }
}

const stored = /^[+-]?(\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i
const maxLength = 40
/** What a spreadsheet keeps of a number that is typed, and what the binary number that it stores is written with. */
const [typed, written] = [15, 17]

/**
 * A number as its cell shows it, in plain notation: exactly what is stored, with zeros up to the decimals of its format.
 * BAD_USER_INPUT where more than 15 digits are stored, or where the format shows another number or a date.
 */
export function numberText(text: string, { shows, decimals }: NumberFormat): string {
  if (text.length > maxLength || !stored.test(text)) return wrong(`"${text.slice(0, 100)}" is no number of a workbook.`)
  const plain = exact(text).toFixed()
  if (shows === 'date') return wrong(`This cell holds a date, stored as ${plain}: write it as text, like 2024-12.`)
  if (shows === 'percent')
    return wrong(`This cell holds ${plain}, shown as percent: write ${exact(text).times(100).toFixed()} without "%".`)
  if (shows === 'scaled')
    return wrong(`This cell holds ${plain}, and its number format shows thousands or millions: show the whole number.`)
  const missing = decimals - (plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0)
  return missing <= 0 ? plain : `${plain}${plain.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

/** Only the text's own digits: 4.1 is often stored as 4.0999999999999996, which is that binary number's other name. */
function exact(text: string): Decimal {
  const digits = digitsOf(text)
  if (digits <= typed) return new Decimal(text)
  const short = Number(text).toPrecision(typed)
  if (digits <= written && Number(short) === Number(text)) return new Decimal(short)
  return wrong(
    `This cell holds ${text}, a number of ${digits} digits: workbooks keep ${typed} of a number, so write it as text, or round it.`,
  )
}

function digitsOf(text: string): number {
  const mantissa = text.replace(/e.*$/i, '').replace(/[+-]/, '')
  return mantissa.replace('.', '').replace(/^0+|0+$/g, '').length
}
