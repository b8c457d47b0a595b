import { expect, test } from 'vitest'
import { progressOn } from '../../../src/cli/lib/progress.js'

const shown = (isTTY: boolean) => {
  const written: string[] = []
  return { written, screen: { isTTY, columns: 100, write: (text: string) => written.push(text) } }
}

test('a terminal shows a bar at most ten times a second', () => {
  const { written, screen } = shown(true)
  let now = 0
  const progress = progressOn(screen, 1000, () => now)
  progress.step('reading a.csv')
  now = 50
  progress.read({ bytes: 100, figures: 1000 })
  now = 2000
  progress.read({ bytes: 250, figures: 5000 })
  progress.read({ bytes: 300, figures: 6000 })
  progress.clear()
  expect(written).toEqual([
    '\r\x1b[Kreading a.csv',
    `\r\x1b[Kreading a.csv  [######${' '.repeat(18)}]  25%  0:06 left  2,500 rows/s`,
    '\r\x1b[K',
  ])
})

test('a pipe shows the speed only, and a bar never wraps', () => {
  const { written, screen } = shown(true)
  let now = 0
  const progress = progressOn({ ...screen, columns: 30 }, 0, () => now)
  progress.step('reading pipe')
  now = 1000
  progress.read({ bytes: 100, figures: 50_000 })
  expect(written.at(-1)).toBe('\r\x1b[Kreading pipe  50,000 rows/s')
  progress.step('reading a file with a long name')
  expect(written.at(-1)).toBe('\r\x1b[Kreading a file with a long na')
})

test('other outputs get a line for each step', () => {
  const { written, screen } = shown(false)
  const progress = progressOn(screen, 1000)
  progress.step('reading a.csv')
  progress.read({ bytes: 1000, figures: 1 })
  progress.step('checking and storing')
  progress.clear()
  expect(written).toEqual(['reading a.csv\n', 'checking and storing\n'])
})
