import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { Workplace } from '../cli/process.js'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
// As few words with the world outside as a browser can be brought to.
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The built server with the shipped releases, and browsers that reach nothing else. */
export class Site {
  readonly #place = new Workplace()
  readonly #contexts: { readonly context: BrowserContext; readonly profile: string }[] = []
  /** What was asked of other hosts, in vain. */
  readonly foreign: string[] = []
  /** What the pages complained of: errors on the console, and such as nobody caught. */
  readonly complaints: string[] = []
  /** The store of the server. */
  folder = ''
  url = ''

  /** Starts the server; `prepare` acts on the store before. */
  async start(prepare?: (place: Workplace, env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
    this.folder = await this.#place.folder()
    const env = { DATA_DIR: this.folder }
    await prepare?.(this.#place, env)
    const server = this.#place.start(env, 'serve')
    this.url = await server.url()
    await server.says(/ready at/)
  }

  /** A page in a browser of its own, with an empty profile; at an address of the site, unless it is to go there itself. */
  async open(path: string | null, options: BrowserContextOptions = {}): Promise<Page> {
    const profile = await mkdtemp(join(tmpdir(), 'trade-indicators-browser-'))
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      chromiumSandbox: process.getuid?.() !== 0,
      args: quiet,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      ...options,
    })
    this.#contexts.push({ context, profile })
    await context.route('**/*', (route) => {
      const target = route.request().url()
      if (target.startsWith(this.url) || /^(data|blob):/.test(target)) return route.continue()
      this.foreign.push(target)
      return route.abort()
    })
    const page = context.pages()[0] ?? (await context.newPage())
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()))
    page.on('pageerror', (error) => this.complaints.push(error.message))
    if (path !== null) await page.goto(`${this.url}${path}`)
    return page
  }

  /** Makes a picture for the documentation, where SCREENSHOTS names the folder for them. */
  async picture(page: Page, name: string): Promise<void> {
    const folder = process.env['SCREENSHOTS']
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
  }

  async close(): Promise<void> {
    for (const { context, profile } of this.#contexts.splice(0)) {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    }
    await this.#place.clear()
  }
}
