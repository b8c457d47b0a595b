import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Site } from './browser.js'

const site = new Site({ SEED: 'true' })
/** A newspaper on another origin: /?of=PATH is an article with that frame, /by?url=URL one with what oEmbed answers. */
const press: Server = createServer(async ({ url = '/' }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://press')
  const answer = async (): Promise<string> => {
    const asked = await fetch(
      `${site.url}/oembed?url=${encodeURIComponent(searchParams.get('url') ?? '')}&maxwidth=640`,
    )
    return ((await asked.json()) as { html: string }).html
  }
  const frame = `<iframe src="${site.url}${searchParams.get('of')?.replaceAll('&', '&amp;')}" width="640" height="460"></iframe>`
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(
    `<!doctype html><title>The Courier</title><h1>Exports</h1>${pathname === '/by' ? await answer() : frame}`,
  )
})
let courier = ''
beforeAll(async () => {
  await Promise.all([site.start(), once(press.listen(0, '127.0.0.1'), 'listening')])
  courier = `http://127.0.0.1:${(press.address() as AddressInfo).port}`
})
afterAll(async () => {
  await site.close()
  press.close()
})

const chart = 'metric=EXPORTS&by=LOCATION&top=3&every=MONTHLY'

async function framed(article: string): Promise<{ page: Page; frame: Frame }> {
  const page = await site.open(null)
  await page.goto(`${courier}${article}`)
  const frame = await page.waitForSelector('iframe').then((element) => element.contentFrame())
  if (frame === null) throw new Error('there is no frame')
  return { page, frame }
}

describe('an article on another origin', () => {
  test.each([
    ['a frame', `/?of=${encodeURIComponent(`/embed?${chart}`)}`],
    ['oEmbed', `/by?url=URL`],
  ])('shows the chart by %s', async (_, address) => {
    const article = address.replace('URL', encodeURIComponent(`${site.url}/?${chart}`))
    const { page, frame } = await framed(article)
    await frame.getByRole('heading', { name: 'Exports of Guangdong, Jiangsu and Zhejiang, monthly, 2024' }).waitFor()
    expect(await frame.locator('svg text:visible', { hasText: 'Guangdong' }).count()).toBe(1)
    expect(await frame.getByText(/^Source: General Administration of Customs of China/).isVisible()).toBe(true)
    const room = await frame.evaluate<{ over: number; cut: number; drawings: number }>(`({
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      cut: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      drawings: [...document.querySelectorAll('.drawing')].filter((each) => each.checkVisibility()).length,
    })`)
    expect(room).toEqual({ over: 0, cut: 0, drawings: 1 })
    const [explored] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByRole('link', { name: 'Explore' }).click(),
    ])
    expect(explored.url()).toBe(`${site.url}/?${chart}&lang=en`)
  })

  test('cannot frame the page itself', async () => {
    const { frame } = await framed(`/?of=${encodeURIComponent(`/?${chart}`)}`)
    expect(await frame.evaluate('location.protocol')).toBe('chrome-error:')
    site.complaints.length = 0
  })
})

describe('the first bytes', () => {
  test('headline numbers and chart are there without scripts', async () => {
    const page = await site.open(`/?${chart}`, { javaScriptEnabled: false })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Exports of Guangdong/)
    expect(await page.getByText('25.45').first().isVisible()).toBe(true)
    expect(await page.locator('svg text:visible', { hasText: 'Guangdong' }).count()).toBe(1)
  })

  test.each([
    ['lines', `/?${chart}`, 1440],
    ['a ranking that is higher than its window', `/?${chart.replace('top=3', 'top=31')}&chart=bar`, 1440],
    ['the front page on a phone', '/', 390],
    ['a ranking that is higher than a phone', `/?${chart.replace('top=3', 'top=31')}&chart=bar`, 390],
    ['as many small drawings as provinces on a phone', `/?${chart.replace('top=3', 'top=31')}&chart=multiples`, 390],
    ['a heat table that hardly fits', `/?${chart.replace('top=3', 'top=31')}&chart=heat`, 1440],
  ])('the page takes over %s without a shift and without asking', async (_, address, width) => {
    const page = await site.open(null, { viewport: { width, height: 844 } })
    const asked: string[] = []
    page.on('request', (request) => {
      if (/\/graphql\?query=query/.test(request.url())) asked.push(request.url())
    })
    await page.addInitScript(`
      window.shift = 0
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shift += value }))
        .observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(`${site.url}${address}`)
    await page.locator('.chart-view .canvas svg').waitFor()
    expect(await page.locator('.first-drawing').count()).toBe(0)
    expect(await page.evaluate('shift')).toBe(0)
    expect(asked).toEqual([])
    expect(site.complaints).toEqual([])
  })
})

/** What an SVG is made of: its elements with what they say of numbers, and its texts. */
const structure = `(svg) => ({
  marks: [...svg.querySelectorAll('[data-value]')].map(({ tagName, dataset }) => [tagName, dataset.series, dataset.period, dataset.value].join(' ')),
  elements: [...svg.querySelectorAll('*')].map(({ tagName }) => tagName),
  texts: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent),
})`

/** The share of blocks of 4 × 4 pixels whose mean differs by more than an eighth of the scale in a colour. */
const difference = `async ([one, other, { x, y, width, height }]) => {
  const read = async (data, left, top) => {
    const image = new Image()
    image.src = data
    await image.decode()
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context.drawImage(image, left, top, width, height, 0, 0, width, height)
    return context.getImageData(0, 0, width, height).data
  }
  const [a, b] = [await read(one, 0, 0), await read(other, x, y)]
  let [blocks, differing] = [0, 0]
  for (let top = 0; top + 4 <= height; top += 4)
    for (let left = 0; left + 4 <= width; left += 4) {
      const sums = [0, 0, 0]
      for (let row = top; row < top + 4; row++)
        for (let column = left; column < left + 4; column++)
          for (let colour = 0; colour < 3; colour++) {
            const at = (row * width + column) * 4 + colour
            sums[colour] += a[at] - b[at]
          }
      blocks++
      if (sums.some((sum) => Math.abs(sum / 16) > 32)) differing++
    }
  return differing / blocks
}`
const tolerance = 0.01

test('a picture is the chart of the page, mark for mark', async () => {
  const page = await site.open(`/?${chart}&theme=light`)
  const own = page.locator('.chart-view .canvas svg')
  await own.waitFor()
  // The first view may be in another font, which stays; the next one has that of the pictures from memory.
  const fonts = () => page.evaluate<number>(`[...document.fonts].filter(({ status }) => status === 'loaded').length`)
  await expect.poll(fonts).toBeGreaterThan(1)
  await page.reload()
  await own.waitFor()
  await expect.poll(fonts).toBeGreaterThan(1)
  const box = await own.boundingBox()
  if (box === null) throw new Error('there is no chart')
  const width = Math.round(box.width) + 48
  const svgOf = async (height: number) =>
    (await fetch(`${site.url}/chart.svg?${chart}&theme=light&width=${width}&height=${height}`)).text()
  const innerOf = (svg: string) => {
    const [, root = ''] = /<svg[^>]*>.*?(<svg[^>]*>)/s.exec(svg) ?? []
    const numbers = ['x', 'y', 'width', 'height'].map((name) =>
      Number(new RegExp(`\\s${name}="(\\d+)`).exec(root)?.[1]),
    )
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    return { x, y, width, height }
  }
  const height = 600 + Math.round(box.height) - innerOf(await svgOf(600)).height
  const picture = await svgOf(height)
  const inner = innerOf(picture)
  expect([inner.width, inner.height]).toEqual([Math.round(box.width), Math.round(box.height)])

  const onPage = await own.evaluate(`(${structure})(document.querySelector('.chart-view .canvas svg'))`)
  const other = await site.open(null)
  await other.setContent(picture)
  expect(await other.evaluate(`(${structure})(document.querySelector('svg svg'))`)).toEqual(onPage)

  const png = await fetch(`${site.url}/chart.png?${chart}&theme=light&width=${width}&height=${height}`)
  const data = (bytes: Uint8Array): string => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
  const shot = await page.screenshot({ clip: box })
  const given = JSON.stringify([data(shot), data(new Uint8Array(await png.arrayBuffer())), inner])
  const share = await other.evaluate<number>(`(${difference})(${given})`)
  expect(share).toBeLessThan(tolerance)
})
