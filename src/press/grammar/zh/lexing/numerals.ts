const ones: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

export const digit = '零〇一二两三四五六七八九十百'

/** A number in characters, by places or spelled digit by digit: 二十八点六, 一一二〇, 一.〇七六. */
export const inWords = `[${digit}]{1,20}(?:[点.][${digit}]{1,20})?`

/** The same of an amount, which may say scales before that of its end: 一万二千(亿), 十六亿五千四百(万). */
export const amountWords = `(?:[${digit}千]{1,8}[万亿兆](?=[一二两三四五六七八九十零〇])){0,2}[${digit}千]{1,20}(?:[点.][零〇一二三四五六七八九]+)?`

const scales: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 兆: 12 }

export const spelled = (text: string): number => Number(inDigits(text))

const inDigits = (text: string): string => [...text].map((sign) => ones[sign] ?? 0).join('')

/**
 * Returns a number in characters or digits. Of an amount, `exponent` is the scale behind it: 十六亿五千四百 before 万, of
 * exponent 4, is 165400, as 亿 is ten thousand times 万; 一万二千 before 亿 is 12000.
 */
export function toNumber(text: string, exponent = 0): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [, before, scale, rest] = /^(.+)([万亿兆])([^万亿兆]*)$/u.exec(text) ?? []
  if (before === undefined) return belowMyriad(text)
  const own = scales[scale ?? ''] ?? 0
  const places = own > exponent ? own - exponent : own
  return toNumber(before, exponent + places) * 10 ** places + belowMyriad(rest ?? '')
}

/** Indicates an estimate: 三四亿 is three to four hundred million, and 二三十亿 two to three billion. */
export const isEstimate = (words: string): boolean =>
  words
    .split(/[万亿兆]/u)
    .some((part) =>
      /[十百千]/u.test(part) ? /[一二两三四五六七八九]{2}/u.test(part.split(/[点.]/u)[0] ?? '') : pair.test(part),
    )
const pair = /^(?:一二|二三|两三|三四|四五|五六|六七|七八|八九)$/u

function belowMyriad(words: string): number {
  if (!/[十百千]/u.test(words)) return spelled(words)
  const text = words.replace(/^[零〇]/u, '')
  const [, thousands, hundreds, rest = ''] = /^(?:(.)千零?)?(?:(.)百零?)?(.*)$/u.exec(text) ?? []
  const base = 1000 * (ones[thousands ?? ''] ?? 0) + 100 * (ones[hundreds ?? ''] ?? 0)
  const [tens, units = ''] = rest.includes('十') ? rest.split('十') : ['', rest]
  const ten = rest.includes('十') ? 10 * (tens === '' ? 1 : (ones[tens ?? ''] ?? 0)) : 0
  return base + ten + (ones[units] ?? 0)
}

export function decimalOf(words: string, exponent = 0): string {
  const [whole = '', fraction] = words.split(/[点.]/u)
  return `${toNumber(whole, exponent)}${fraction === undefined ? '' : `.${inDigits(fraction)}`}`
}
