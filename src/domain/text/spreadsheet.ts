// What begins a formula: wide and small forms too, which spreadsheets of East Asian locales take for the same; after
// spaces and characters that are not seen, which some leave out; and what ends a cell where quotes are not minded.
const begin = String.raw`(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼₌⁺₊﬩])`
const risky = new RegExp(`^'*${begin}`, 'u')
const guarded = new RegExp(`^'+${begin}`, 'u')

/**
 * A free text for a cell of a file that a spreadsheet may open: with an apostrophe before it where it would be taken
 * for a formula, or where `unguard` would take one away that is its own.
 */
export const escapeFormula = (text: string): string => (risky.test(text) ? `'${text}` : text)

/** The text that was guarded: `unguard(guard(text))` is the text, whatever it is. */
export const unescapeFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text)
