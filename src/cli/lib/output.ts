import { Exit, status } from './exit.js'

export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** Returns the exit for a failed write, without a message if the reader of a pipe has gone. */
export const unwritten = ({ code, message }: NodeJS.ErrnoException): Exit =>
  code === 'EPIPE' ? new Exit(status.unread) : new Exit(status.failed, `Standard output cannot be written: ${message}.`)

export const asJson = ['--json', 'print JSON'] as const

/** Prints the result of a command as JSON or as lines. Resolves after it is written. */
export function print(json: boolean, value: unknown, lines: readonly string[]): Promise<void> {
  const text = json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join('')
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error == null ? resolve() : reject(unwritten(error))))
  })
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** Returns a time without fractions of a second; - if there is none. */
export const momentText = (at: string | null): string => at?.replace(/\.\d+Z$/, 'Z') ?? '-'

export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const lines = [head, ...rows].map((row) => row.map((cell) => cell.replace(/\p{Cc}/gu, ' ')))
  const widths = head.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  const padded = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))
  return lines.map((line) => line.map(padded).join('  ').trimEnd())
}

const widthOf = (text: string): number => {
  let width = 0
  for (const sign of text) if (!/\p{Mn}/u.test(sign)) width += wide.test(sign) ? 2 : 1
  return width
}

const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u
