import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type Command, Workplace } from '../cli/process.js'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
// Keeps the browser from contacting other hosts.
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Launches Debian's Chromium, which resolves no host but this one. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, chromiumSandbox: process.getuid?.() !== 0, args: quiet })

/** The built server with the shipped releases, and a browser that reaches no other host. */
export class Site {
  readonly #place = new Workplace()
  readonly #settings: NodeJS.ProcessEnv
  #server: Command | null = null
  #browser: Browser | null = null
  /** The URLs of requests to other hosts, which fail. */
  readonly foreign: string[] = []
  /** Console errors and uncaught exceptions of the pages. */
  readonly complaints: string[] = []
  folder = ''
  url = ''

  /** Settings of the server: by default it holds the annual releases alone. */
  constructor(settings: NodeJS.ProcessEnv = {}) {
    this.#settings = settings
  }

  /** Starts the server and the browser; `prepare` changes the store first. */
  async start(prepare?: (place: Workplace, env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
    this.folder = await this.#place.folder()
    await prepare?.(this.#place, { DATA_DIR: this.folder })
    const [browser] = await Promise.all([launch(), this.resume()])
    this.#browser = browser
  }

  /** Starts the server and the browser, and returns a key with the scope publish. */
  async startWithKey(): Promise<string> {
    let key: string | undefined
    await this.start(async (place, env) => {
      const made = place.start(env, 'keys', 'create', 'test', '--scope', 'publish', '--json')
      await made.end()
      key = /"key": "(.+)"/.exec(made.said)?.[1]
    })
    if (key === undefined) throw new Error('no key was made')
    return key
  }

  /** Starts the server, on the same port as before. */
  async resume(): Promise<void> {
    const PORT = this.url === '' ? '0' : new URL(this.url).port
    this.#server = this.#place.start({ ...this.#settings, DATA_DIR: this.folder, PORT }, 'serve')
    this.url = await this.#server.url()
    await this.#server.says(/ready at/)
  }

  /** Runs a command on the store of the server, and waits until it ends. */
  async run(...args: readonly string[]): Promise<void> {
    const command = this.#place.start({ DATA_DIR: this.folder }, ...args)
    const status = await command.end()
    if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${command.said}`)
  }

  /** Kills the server, as a fault would. */
  async kill(): Promise<void> {
    await this.#server?.kill('SIGKILL')
  }

  /** Opens a page in a new context, at a path of the site unless null. */
  async open(path: string | null, options: BrowserContextOptions = {}): Promise<Page> {
    if (this.#browser === null) throw new Error('the site has not been started')
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      ...options,
    })
    context.on('request', (request) => {
      if (!request.url().startsWith(this.url) && !/^(data|blob):/.test(request.url())) this.foreign.push(request.url())
    })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()))
    page.on('pageerror', (error) => this.complaints.push(error.message))
    if (path !== null) await page.goto(`${this.url}${path}`)
    return page
  }

  /** Saves a screenshot for the documentation in the mode "screenshots" of vitest (`npm run screenshot`). */
  async picture(page: Page, name: string): Promise<void> {
    if (process.env['MODE'] === 'screenshots') await page.screenshot({ path: join('docs', `${name}.png`) })
  }

  async close(): Promise<void> {
    await this.#browser?.close()
    await this.#place.clear()
  }
}
