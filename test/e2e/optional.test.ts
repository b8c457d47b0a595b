import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSigningKey } from '../../src/history/signing-key.js'
import { ask, Workplace } from '../cli/process.js'
import { violations } from './axe.js'
import { Site } from './browser.js'
import { expectQuiet, misplaced } from './views.js'

const entries = async (page: Page, button: string): Promise<string[]> => {
  await page.getByRole('button', { name: button, exact: true }).click()
  const texts = await page.getByRole('menuitem').locator('.text').allTextContents()
  await page.keyboard.press('Escape')
  return texts
}
const drawn = '.card[aria-busy=false] .canvas svg'
const exports = 'metric: "EXPORTS", period: "2023"'
const idOf = async (site: Site, figure: string): Promise<string> =>
  (await ask(site.url, `{ indicator(${figure}) { id } }`)).indicator.id
const drawerOf = async (site: Site, figure = exports, more = '') =>
  site.open(`/?figure=${encodeURIComponent(await idOf(site, figure))}${more}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })

describe('a server without its optional parts', () => {
  const [GRAPHIQL, INTROSPECTION, MCP, WEBHOOKS] = Array(4).fill('false')
  const site = new Site({ GRAPHIQL, INTROSPECTION, MCP, WEBHOOKS, EMBED_ORIGINS: 'none' })
  beforeAll(() => site.start())
  afterAll(() => site.close())

  test('offers neither assistants, webhooks nor embedding', async () => {
    const page = await site.open('/?metric=EXPORTS')
    await page.locator(drawn).waitFor()
    expect(await entries(page, 'Code')).toEqual([
      ...['Copy as curl', 'Copy as TypeScript', 'Excel', 'Google Sheets', 'Python, pandas', 'R', 'DuckDB'],
      ...['A client of SDMX', 'A feed reader', 'A calendar', 'A data catalogue (DCAT)'],
      ...['Machine learning (Croissant)', 'A client generator (OpenAPI)'],
    ])
    expect(await entries(page, 'Share')).toEqual(['Copy the link', expect.stringMatching(/as known on/), 'Cite it'])
    const api = await page.getByRole('link', { name: 'API', exact: true }).getAttribute('href')
    expect((await fetch(`${site.url}${api}`)).status).toBe(200)
  })

  test('offers no proof of a figure, as it signs nothing', async () => {
    const page = await drawerOf(site)
    await page.locator('.go-on').waitFor()
    expect(await page.locator('.proof').count()).toBe(0)
    expect(await page.locator('.go-on').getByText('GraphQL').count()).toBe(0)
  })

  test('its pages log no errors', () => expectQuiet(site))
})

describe('a server that signs its history', () => {
  const place = new Workplace()
  let folder: string
  let site: Site
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trade-indicators-proof-'))
    const key = join(folder, 'history.pem')
    await createSigningKey(key, 'stats.example.org/history')
    site = new Site({ SIGNING_KEY: key, SIGNING_ORIGIN: 'stats.example.org/history' })
    await site.start()
  })
  afterAll(async () => {
    await site?.close()
    await place.clear()
    await rm(folder, { recursive: true })
  })

  test('gives the proof of a figure by keyboard, which the copied command verifies', async () => {
    const page = await drawerOf(site)
    const proof = page.getByRole('region', { name: 'Proof' })
    const button = proof.getByRole('button', { name: 'Download the proof' })
    // The history is signed in the background.
    const id = JSON.stringify(await idOf(site, exports))
    await expect.poll(() => ask(site.url, `{ proof(indicator: ${id}) { index } }`).catch(() => null)).toMatchObject({})
    const saved: Record<string, string> = {}
    for (const control of [button, proof.getByRole('link', { name: 'Public key' })]) {
      await control.focus()
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      saved[download.suggestedFilename()] = join(folder, download.suggestedFilename())
      await download.saveAs(join(folder, download.suggestedFilename()))
    }
    await proof.getByRole('button', { name: 'Copy the command' }).click()
    await page.getByText('Copied', { exact: true }).waitFor()
    const command = String(await page.evaluate('navigator.clipboard.readText()'))
    const [, figure = '', file = '', publicKey = ''] =
      /^npx indicators verify '([^']+)' --proof '([^']+)' --key (\S+)$/.exec(command) ?? []
    const verified = place.start({}, 'verify', figure, '--proof', saved[file] ?? '', '--key', saved[publicKey] ?? '')
    expect([await verified.end(), verified.said]).toEqual([0, expect.stringMatching(/printed +23\.77 CNY_TRILLION/)])
    expect((await fetch(`${site.url}/docs/signed-history/`)).status).toBe(200)
  })

  test('offers webhooks and assistants', async () => {
    const page = await site.open('/?metric=EXPORTS')
    await page.locator(drawn).waitFor()
    const offered = await entries(page, 'Code')
    expect(offered.slice(-3)).toEqual(['A client generator (OpenAPI)', 'A program, by webhook', 'An assistant'])
  })

  test.each(['en', 'zh'])('the proof breaks no rule of accessibility and fits any width: %s', async (language) => {
    const growthAlone = 'metric: "TRADE", categories: "PARTNER:EU", period: "2024"'
    for (const theme of ['light', 'dark']) {
      const page = await drawerOf(site, growthAlone, `&lang=${language}&theme=${theme}`)
      await page.locator('.proof').scrollIntoViewIfNeeded()
      expect(await violations(page), theme).toEqual([])
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 800 })
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
        expect(await page.evaluate(misplaced), `${theme} ${width}`).toEqual([])
        const screens = process.env['SCREENS']
        await page.locator('.proof').scrollIntoViewIfNeeded()
        if (screens !== undefined)
          await page.screenshot({ path: join(screens, `proof-${language}-${width}-${theme}.png`) })
      }
      await page.context().close()
    }
  })

  test('its pages log no errors', () => expectQuiet(site))
})
