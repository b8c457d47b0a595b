import { writeSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from '../config.js'

/**
 * Standard output, whatever becomes of it: who reads it may go away, and a disk be full for a while. What cannot be
 * written is lost, and ends nothing.
 */
const standardOutput: DestinationStream = {
  write(line) {
    if (!process.stdout.destroyed) return void process.stdout.write(line)
    try {
      writeSync(1, line) // where a file could not be written, there may be room again
    } catch {}
  },
}

/**
 * The server's log. As json, an object a line; as text, a line each for people, followed by the stack of an error.
 * Goes to standard output unless told otherwise.
 */
export function createLog({ level, format }: Config['log'], to: DestinationStream = standardOutput): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return pino(options, format === 'json' ? to : { write: (line) => to.write(asText(line)) })
}

/** A line of JSON as pino writes it, as a line to read. */
export function asText(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown> & { err?: { stack?: string } }
  const label = pino.levels.labels[Number(level)] ?? ''
  const fields = Object.entries(rest).map(([name, value]) => ` ${name}=${text(value)}`)
  const stack = err?.stack === undefined ? '' : `\n  ${err.stack.replaceAll('\n', '\n  ')}`
  return `${time} ${label.padEnd(5)} ${msg ?? ''}${fields.join('')}${stack}\n`
}

const text = (value: unknown): string =>
  typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)
