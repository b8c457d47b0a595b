import { Exit, status } from './exit.js'

/**
 * Lets a process outlive who reads what it prints: an error of standard output is told to who writes there, and one of
 * standard error to nobody.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** Ends a command whose output cannot be written: silently where nobody reads any more, as `head` after its lines. */
export const unwritten = ({ code, message }: NodeJS.ErrnoException): Exit =>
  code === 'EPIPE' ? new Exit(status.unread) : new Exit(status.failed, `Standard output cannot be written: ${message}.`)

/** Prints what a command answers: for programs its value as JSON, for people its lines. Resolves once it is written. */
export function print(json: boolean, value: unknown, lines: readonly string[]): Promise<void> {
  const text = json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join('')
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error == null ? resolve() : reject(unwritten(error))))
  })
}

/** Says something to people beside what a command answers, whoever reads that. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}

/** Rows below their headings, in columns as wide as their widest cell; no lines where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const lines = [head, ...rows].map((row) => row.map((cell) => cell.replace(/\p{Cc}/gu, ' ')))
  const widths = head.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  const padded = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))
  return lines.map((line) => line.map(padded).join('  ').trimEnd())
}

/** How many places a terminal gives a text: two to each Chinese sign, none to an accent. */
const widthOf = (text: string): number => {
  let width = 0
  for (const sign of text) if (!/\p{Mn}/u.test(sign)) width += wide.test(sign) ? 2 : 1
  return width
}

const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u
