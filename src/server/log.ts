import { writeSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from '../config.js'

// Drops lines that cannot be written, such as to a closed pipe or a full disk.
const standardOutput: DestinationStream = {
  write(line) {
    if (!process.stdout.destroyed) return void process.stdout.write(line)
    try {
      writeSync(1, line) // a full disk may have space again
    } catch {}
  },
}

export function createLog({ level, format }: Config['log'], to: DestinationStream = standardOutput): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return pino(options, format === 'json' ? to : { write: (line) => to.write(asText(line)) })
}

function asText(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown> & { err?: { stack?: string } }
  const label = pino.levels.labels[Number(level)] ?? ''
  const fields = Object.entries(rest).map(([name, value]) => ` ${name}=${text(value)}`)
  const stack = err?.stack === undefined ? '' : `\n  ${err.stack.replaceAll('\n', '\n  ')}`
  return `${time} ${label.padEnd(5)} ${msg ?? ''}${fields.join('')}${stack}\n`
}

const text = (value: unknown): string =>
  typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)
