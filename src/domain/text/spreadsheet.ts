// What begins a formula: wide and small forms too, which spreadsheets of East Asian locales take for the same; after
// spaces and characters that are not seen, which some leave out; and what ends a cell where quotes are not minded.
const begin = String.raw`(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼₌⁺₊﬩])`
const risky = new RegExp(`^'*${begin}`, 'u')
const guarded = new RegExp(`^'+${begin}`, 'u')

/**
 * Prefixes an apostrophe to a cell that a spreadsheet would take for a formula, or from which `unescapeFormula` would
 * remove one.
 */
export const escapeFormula = (text: string): string => (risky.test(text) ? `'${text}` : text)

export const unescapeFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text)
