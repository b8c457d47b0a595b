// The characters that begin a formula, including the full-width and small forms that East Asian locales accept, after
// whitespace and invisible characters that some programs skip; and those that end a cell for programs without quoting.
const begin = String.raw`(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼₌⁺₊﬩])`
const risky = new RegExp(`^'*${begin}`, 'u')
const guarded = new RegExp(`^'+${begin}`, 'u')

/**
 * Prefixes an apostrophe to a cell that a spreadsheet would take for a formula, or from which `unescapeFormula` would
 * remove one.
 */
export const escapeFormula = (text: string): string => (risky.test(text) ? `'${text}` : text)

export const unescapeFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text)
