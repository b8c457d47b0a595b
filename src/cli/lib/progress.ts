export interface Progress {
  step(name: string): void
  read(read: { readonly bytes: number; readonly figures: number }): void
  clear(): void
}

interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

export const silent: Progress = { step() {}, read() {}, clear() {} }

/** Shows a bar on a terminal, otherwise a line for each step. `total` is in bytes, 0 if unknown. */
export const progressOn = (screen: Screen, total: number, now: () => number = Date.now): Progress =>
  screen.isTTY ? bar(screen, total, now) : lines(screen)

function lines(screen: Screen): Progress {
  let last = ''
  const step = (name: string): void => {
    if (name !== last) screen.write(`${name}\n`)
    last = name
  }
  return { ...silent, step }
}

function bar(screen: Screen, total: number, now: () => number): Progress {
  const begun = now()
  let drawn = Number.NEGATIVE_INFINITY
  let name = ''
  let figures = 0
  const draw = (parts: readonly string[]): void => {
    drawn = now()
    const room = Math.max(20, (screen.columns ?? 80) - 1)
    screen.write(`${erase}${parts.join('  ').slice(0, room)}`)
  }
  return {
    step(next) {
      name = next
      draw([name])
    },
    read(read) {
      figures = Math.max(figures, read.figures)
      if (now() - drawn < 100) return
      const seconds = (now() - begun) / 1000
      const rate = seconds > 0 ? Math.round(figures / seconds) : 0
      draw([name, ...shareOf(read.bytes, total, seconds), `${rate.toLocaleString('en')} rows/s`])
    },
    clear: () => void screen.write(erase),
  }
}

function shareOf(bytes: number, total: number, seconds: number): string[] {
  if (total === 0) return []
  const share = Math.min(1, bytes / total)
  const full = Math.round(share * width)
  const bar = `[${'#'.repeat(full)}${' '.repeat(width - full)}] ${String(Math.floor(share * 100)).padStart(3)}%`
  return share > 0 ? [bar, `${clock((seconds / share) * (1 - share))} left`] : [bar]
}

const width = 24
const erase = '\r\x1b[K'

function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
