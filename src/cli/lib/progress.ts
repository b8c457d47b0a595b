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
export function progressOn(screen: Screen, total: number, now: () => number = Date.now): Progress {
  return screen.isTTY ? new Bar(screen, total, now) : lines(screen)
}

function lines(screen: Screen): Progress {
  let last = ''
  const step = (name: string): void => {
    if (name !== last) screen.write(`${name}\n`)
    last = name
  }
  return { ...silent, step }
}

class Bar implements Progress {
  readonly #screen: Screen
  readonly #total: number
  readonly #now: () => number
  readonly #begun: number
  #drawn = Number.NEGATIVE_INFINITY
  #name = ''
  #figures = 0

  constructor(screen: Screen, total: number, now: () => number) {
    this.#screen = screen
    this.#total = total
    this.#now = now
    this.#begun = now()
  }

  step(name: string): void {
    this.#name = name
    this.#draw([name])
  }

  read({ bytes, figures }: { readonly bytes: number; readonly figures: number }): void {
    const now = this.#now()
    this.#figures = Math.max(this.#figures, figures)
    if (now - this.#drawn < 100) return
    const seconds = (now - this.#begun) / 1000
    const rate = seconds > 0 ? Math.round(this.#figures / seconds) : 0
    const speed = `${rate.toLocaleString('en')} rows/s`
    this.#draw([this.#name, ...this.#share(bytes, seconds), speed])
  }

  #share(bytes: number, seconds: number): string[] {
    if (this.#total === 0) return []
    const share = Math.min(1, bytes / this.#total)
    const full = Math.round(share * width)
    const bar = `[${'#'.repeat(full)}${' '.repeat(width - full)}] ${String(Math.floor(share * 100)).padStart(3)}%`
    return share > 0 ? [bar, `${clock((seconds / share) * (1 - share))} left`] : [bar]
  }

  clear(): void {
    this.#screen.write(erase)
  }

  #draw(parts: readonly string[]): void {
    this.#drawn = this.#now()
    const room = Math.max(20, (this.#screen.columns ?? 80) - 1)
    this.#screen.write(`${erase}${parts.join('  ').slice(0, room)}`)
  }
}

const width = 24
const erase = '\r\x1b[K'

function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
