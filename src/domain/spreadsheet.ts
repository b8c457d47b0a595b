// The wide forms too: spreadsheets of East Asian locales take them for the same.
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/u
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/u

/**
 * A free text for a cell of a file that a spreadsheet may open: with an apostrophe before it where it would be taken
 * for a formula, or where `unguard` would take one away that is its own.
 */
export const guard = (text: string): string => (risky.test(text) ? `'${text}` : text)

/** The text that was guarded: `unguard(guard(text))` is the text, whatever it is. */
export const unguard = (text: string): string => (guarded.test(text) ? text.slice(1) : text)
