import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { Workplace } from '../test/cli/process.js'
import { launch } from '../test/e2e/browser.js'

// `npm run bench:page` measures the first view of the explorer from a warm server: on this machine as it is, and as slow
// as a middling telephone on a slow line. Every round is a browser that has been here never before. `RUNS=9` for more.

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

/** What a first view took: in ms from the request, bytes as they came, by gzip. */
interface Taken {
  readonly painted: number
  readonly headline: number
  readonly whole: number
  readonly shift: number
  readonly bytes: number
  readonly requests: number
}

const watch = `
  window.seen = { shift: 0, headline: 0, whole: 0 }
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) seen.shift += entry.value }))
    .observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    if (seen.headline === 0 && document.querySelector('.headlines .big')) seen.headline = performance.now()
    if (seen.whole === 0 && document.querySelector('.shown table') && document.querySelector('svg[role=img]')) seen.whole = performance.now()
    if (seen.whole === 0 || seen.headline === 0) requestAnimationFrame(look)
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
  let bytes = 0
  let requests = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await page.addInitScript(watch)
  await page.goto(url)
  for (const part of ['.headlines .big', '.shown table', 'svg[role=img]']) await page.locator(part).first().waitFor()
  await page.waitForLoadState('load')
  const { seen, painted } = await page.evaluate<{
    seen: { shift: number; headline: number; whole: number }
    painted: number
  }>(`({ seen, painted: performance.getEntriesByName('first-contentful-paint')[0].startTime })`)
  await context.close()
  return { painted, ...seen, bytes, requests }
}

const runs = Number(process.env['RUNS'] ?? 5)
const place = new Workplace()
const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-bench-'))
try {
  const server = place.start({ DATA_DIR: folder }, 'serve')
  const url = await server.url()
  await server.says(/ready at/)
  const browser = await launch()
  try {
    await view(browser, url, profiles[0] as Profile) // warms the server
    for (const profile of profiles) {
      const taken: Taken[] = []
      for (let run = 0; run < runs; run++) taken.push(await view(browser, url, profile))
      process.stdout.write(`${profile.name}, the median of ${runs} (least to most)\n`)
      const line = (what: string, of: (each: Taken) => number, digits: number, unit: string): void => {
        const sorted = taken.map(of).sort((one, other) => one - other)
        const [middle, least, most] = [sorted[runs >> 1], sorted[0], sorted.at(-1)].map((each) =>
          (each ?? 0).toFixed(digits),
        )
        process.stdout.write(`  ${what.padEnd(24)} ${middle} ${unit} (${least} to ${most})\n`)
      }
      line('first contentful paint', ({ painted }) => painted, 0, 'ms')
      line('headline figures', ({ headline }) => headline, 0, 'ms')
      line('chart and table', ({ whole }) => whole, 0, 'ms')
      line('layout shift', ({ shift }) => shift, 4, '')
      line('bytes, compressed', ({ bytes }) => bytes / 1000, 1, 'kB')
      line('requests', ({ requests }) => requests, 0, '')
    }
  } finally {
    await browser.close()
  }
} finally {
  await place.clear()
  await rm(folder, { recursive: true, force: true })
}
