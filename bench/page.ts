import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { Workplace } from '../test/cli/process.js'
import { launch } from '../test/e2e/browser.js'

// `npm run bench:page` measures the first view of the explorer from a warm server: on this machine as it is, and as slow
// as a middling telephone on a slow line. Every round is a browser that has been here never before. It then measures how
// long it takes until another drawing of 350 series of 24 months is on the screen. `RUNS=9` for more, `ONLY=changes` for
// the second part.

interface Profile {
  readonly name: string
  readonly latency: number
  /** Bits a second, each way. */
  readonly down: number
  readonly up: number
  readonly slower: number
}
const profiles: readonly Profile[] = [
  { name: 'as it is', latency: 0, down: -1, up: -1, slower: 1 },
  // What DevTools calls fast 3G by its nominal numbers, and Lighthouse's telephone.
  { name: 'fast 3G (1.6 Mbit/s, 150 ms), processor 4 times slower', latency: 150, down: 1.6e6, up: 750e3, slower: 4 },
]

/** What a first view took: in ms from the request, bytes as they came, by brotli. */
interface Taken {
  readonly painted: number
  readonly headline: number
  /** The chart as the server drew it, its controls, and the chart that the page draws, which can be pointed at. */
  readonly chart: number
  readonly live: number
  readonly whole: number
  readonly shift: number
  readonly bytes: Readonly<Record<Part, number>>
  readonly requests: number
}

/** The parts of a first view: the controls need the first three, pointing at the chart its library as well. */
const parts = ['document', 'styles', 'scripts', 'library of charts', 'fonts'] as const
type Part = (typeof parts)[number]

function partOf(url: string): Part | null {
  const { pathname } = new URL(url)
  if (pathname === '/') return 'document'
  if (/\/draw-[^/]*\.js$/.test(pathname)) return 'library of charts'
  if (/\.woff2$|\/fonts-/.test(pathname)) return 'fonts'
  return pathname.endsWith('.css') ? 'styles' : pathname.endsWith('.js') ? 'scripts' : null
}

const watch = `
  window.seen = { shift: 0, headline: 0, chart: 0, live: 0, whole: 0 }
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) seen.shift += entry.value }))
    .observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    const isSeen = (selector) => [...document.querySelectorAll(selector)].some((each) => each.checkVisibility())
    if (seen.headline === 0 && isSeen('.big')) seen.headline = performance.now()
    if (seen.chart === 0 && isSeen('.chart-view svg')) seen.chart = performance.now()
    const control = document.querySelector('.theme')
    if (seen.live === 0 && control !== null && Object.hasOwn(control, 'l')) seen.live = performance.now()
    if (seen.whole === 0 && isSeen('.chart-view .canvas > svg')) seen.whole = performance.now()
    if (seen.whole === 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)`

async function view(browser: Browser, url: string, { latency, down, up, slower }: Profile): Promise<Taken> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'en-GB' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency },
    downloadThroughput: down < 0 ? -1 : down / 8,
    uploadThroughput: up < 0 ? -1 : up / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const bytes = { document: 0, styles: 0, scripts: 0, 'library of charts': 0, fonts: 0 }
  const urls = new Map<string, string>()
  let requests = 0
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = partOf(urls.get(requestId) ?? '')
    if (part !== null) bytes[part] += encodedDataLength
    requests += 1
  })
  await page.addInitScript(watch)
  await page.goto(url)
  await page.locator('.chart-view .canvas > svg').waitFor()
  await page.waitForLoadState('load')
  const { seen, painted } = await page.evaluate<{
    seen: { shift: number; headline: number; chart: number; live: number; whole: number }
    painted: number
  }>(`({ seen, painted: performance.getEntriesByName('first-contentful-paint')[0].startTime })`)
  await context.close()
  return { painted, ...seen, bytes, requests }
}

const runs = Number(process.env['RUNS'] ?? 5)
const line = (what: string, numbers: readonly number[], digits: number, unit: string): void => {
  const sorted = numbers.toSorted((one, other) => one - other)
  const [middle, least, most] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map((each) =>
    (each ?? 0).toFixed(digits),
  )
  process.stdout.write(`  ${what.padEnd(24)} ${middle} ${unit} (${least} to ${most})\n`)
}

async function measureFirstViews(browser: Browser, url: string): Promise<void> {
  await view(browser, url, profiles[0] as Profile) // warms the server
  for (const profile of profiles) {
    const taken: Taken[] = []
    for (let run = 0; run < runs; run++) taken.push(await view(browser, url, profile))
    const of = (number: (each: Taken) => number): number[] => taken.map(number)
    const sizeOf = (each: Taken, ...some: readonly Part[]): number =>
      some.reduce((sum, part) => sum + each.bytes[part], 0) / 1000
    process.stdout.write(`${profile.name}, the median of ${runs} (least to most)\n`)
    line(
      'first contentful paint',
      of(({ painted }) => painted),
      0,
      'ms',
    )
    line(
      'headline figures',
      of(({ headline }) => headline),
      0,
      'ms',
    )
    line(
      'chart',
      of(({ chart }) => chart),
      0,
      'ms',
    )
    line(
      'controls',
      of(({ live }) => live),
      0,
      'ms',
    )
    line(
      'chart of the page',
      of(({ whole }) => whole),
      0,
      'ms',
    )
    line(
      'layout shift',
      of(({ shift }) => shift),
      4,
      '',
    )
    for (const part of parts)
      line(
        part,
        of((each) => sizeOf(each, part)),
        1,
        'kB',
      )
    line(
      'before the controls',
      of((each) => sizeOf(each, 'document', 'styles', 'scripts')),
      1,
      'kB',
    )
    line(
      'all bytes, compressed',
      of((each) => sizeOf(each, ...parts)),
      1,
      'kB',
    )
    line(
      'requests',
      of(({ requests }) => requests),
      0,
      '',
    )
  }
}

// With the 31 provinces of the shipped releases there are 350.
const [places, months] = [319, 24]

/** Invented exports of as many places as the customs publish, in tidy CSV. */
function manyPlaces(): string {
  const rows = Array.from({ length: places }, (_, place) =>
    Array.from({ length: months }, (_, month) => {
      const period = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      const value = (1 + Math.sin(month + place) / 3) * 1.01 ** place
      return `EXPORTS,LOCATION,PLACE_${place},${period},${value.toFixed(3)},CNY_BILLION`
    }),
  )
  return ['metric,dimension,category,period,value,unit', ...rows.flat(), ''].join('\n')
}

/** Returns the milliseconds from a click on a tab until the frame after its drawing. */
const changed = (chart: string): string => `(async () => {
  const tab = [...document.querySelectorAll('.views a')].find(({ href }) => href.includes('chart=${chart}'))
  const frame = () => new Promise(requestAnimationFrame)
  const [address, before] = [location.href, document.querySelector('.canvas > svg')]
  const began = performance.now()
  tab.click()
  if (location.href === address) throw new Error('the tab of ${chart} does nothing')
  while ((document.querySelector('.canvas > svg') ?? before) === before) await frame()
  await frame()
  return performance.now() - began
})()`

async function measureChanges(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page: Page = await context.newPage()
  await page.goto(`${url}/?metric=EXPORTS&by=LOCATION&category=*&every=MONTHLY&chart=line`)
  await page.locator('.canvas > svg').waitFor()
  const charts = ['stacked', 'heat', 'multiples', 'slope', 'line']
  const times = new Map(charts.map((chart): [string, number[]] => [chart, []]))
  for (let run = -1; run < runs; run++)
    for (const chart of charts) {
      const time = await page.evaluate<number>(changed(chart))
      if (run >= 0) times.get(chart)?.push(time) // the first round compiles
    }
  process.stdout.write(`another drawing of ${places + 31} series of ${months} months, the median of ${runs}\n`)
  for (const [chart, taken] of times) line(chart, taken, 0, 'ms')
  await context.close()
}

const place = new Workplace()
const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-bench-'))
try {
  const env = { DATA_DIR: folder }
  const isWanted = (part: string): boolean => (process.env['ONLY'] ?? part) === part
  const browser = await launch()
  try {
    if (isWanted('first')) {
      const server = place.start(env, 'serve')
      const url = await server.url()
      await server.says(/ready at/)
      await measureFirstViews(browser, url)
      await server.kill('SIGTERM')
    }
    if (isWanted('changes')) {
      const file = join(folder, 'places.csv')
      await writeFile(file, manyPlaces())
      const head = ['--release', 'PLACES', '--title', 'Places', '--publisher', 'Bench', '--create-codes']
      const taken = place.start(env, 'import', file, ...head, '--published-at', '2025-01-18T00:00:00+08:00')
      if ((await taken.end()) !== 0) throw new Error(taken.said)
      const server = place.start(env, 'serve')
      const url = await server.url()
      await server.says(/ready at/)
      await measureChanges(browser, url)
    }
  } finally {
    await browser.close()
  }
} finally {
  await place.clear()
  await rm(folder, { recursive: true, force: true })
}
