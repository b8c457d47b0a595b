import { Refusal } from '../../errors.js'
import { excerpt } from '../input-bounds.js'
import { isDay } from './day.js'

const pattern = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i

// The range of RFC 3339 and of the store, which has no year 0.
const earliest = new Date('0001-01-01T00:00:00Z')
const latest = new Date('9999-12-31T23:59:59.999Z')

interface Instant {
  readonly at: Date
  readonly offset: number
}

/**
 * Parses RFC 3339 with an offset, to the millisecond; throws BAD_USER_INPUT for anything else, quoting `written` if the
 * text has been completed, as where a day alone stands for a moment.
 */
export function parseInstant(text: string, written?: string): Instant {
  const [, day, clock, fraction = '', zone = ''] = pattern.exec(text) ?? []
  const offset = zone.toUpperCase() === 'Z' ? 0 : Math.sign(Number(`${zone[0]}1`)) * minutes(zone.slice(1))
  const at = new Date(`${day}T${clock}${fraction.slice(0, 4)}Z`)
  const real = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${day}T${clock}`)
  const moment = new Date(at.getTime() - offset * 60_000)
  const isExact = real && Math.abs(offset) < 24 * 60 && !/[1-9]/.test(fraction.slice(4))
  if (!isExact || !(at >= earliest && moment >= earliest && at <= latest && moment <= latest))
    throw new Refusal(
      'BAD_USER_INPUT',
      `"${excerpt(written ?? text)}" is not a moment: ${advice(day, written !== undefined)}`,
    )
  return { at: moment, offset }
}

function advice(day: string | undefined, orDay: boolean): string {
  if (day !== undefined && !isDay(day)) return `there is no day ${day}.`
  const alone = orDay ? 'a day, such as 2024-01-12, or ' : ''
  return `write ${alone}the day, the time and its offset from UTC, such as 2024-01-12T00:00:00+08:00, in the years 1 to 9999.`
}

export function atOffset(at: Date, offset: number): string {
  const local = new Date(at.getTime() + offset * 60_000).toISOString().replace('.000', '')
  if (offset === 0) return local
  const size = Math.abs(offset)
  const zone = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return local.replace('Z', `${offset < 0 ? '-' : '+'}${zone}`)
}

function minutes(clock: string): number {
  const [hours, rest] = clock.split(':').map(Number)
  return hours !== undefined && rest !== undefined && hours < 24 && rest < 60 ? hours * 60 + rest : Number.NaN
}
