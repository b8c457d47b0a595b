import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect } from 'vitest'
import type { Command, Workplace } from '../cli/process.js'
import { type Block, readBlocks } from './blocks.js'
import { address, clone, freePort } from './clone.js'

/** A command on the store itself: an embedded one is open in one process at a time. */
const onTheStore = /^npx indicators (?!.*--server )/m

// npx takes a second to find the command of the clone, which guides of forty commands can spare. Where the packages are
// not the repository's, as for README.md, it is npx itself.
const npx = `npx() {
  if [ "$1" = indicators ] && [ -h "$CLONE/node_modules" ]; then shift; node "$CLONE/bin/indicators.mjs" "$@"
  else command npx "$@"; fi
}
pnpm() { command npx --yes pnpm@10 "$@"; }`

const npm = {
  npm_config_yes: 'true',
  npm_config_prefer_offline: 'true',
  npm_config_update_notifier: 'false',
  npm_config_loglevel: 'error',
}

/** A text in which … stands for anything, as for a random value. */
const patternOf = (text: string): RegExp => new RegExp(text.replace(/[^\w\s]/g, '\\$&').replaceAll('\\…', '.*'))

/** Who follows a document to the letter, in a clone of their own, with the server at an address of their own. */
export class Reader {
  readonly #workplace: Workplace
  readonly #folder: string
  readonly #port: number
  readonly #settings: NodeJS.ProcessEnv
  #server: Command | null = null
  /** What goes on in other terminals, because a document says so. */
  readonly #going: Command[] = []
  #last: Command | null = null

  private constructor(workplace: Workplace, folder: string, port: number, settings: NodeJS.ProcessEnv) {
    this.#workplace = workplace
    this.#folder = folder
    this.#port = port
    this.#settings = settings
  }

  /** Settings of the server: by default it holds the annual releases alone. */
  static async of(workplace: Workplace, state: 'cloned' | 'built', settings: NodeJS.ProcessEnv = {}): Promise<Reader> {
    const [folder, port] = await Promise.all([workplace.folder(), freePort()])
    const reader = new Reader(workplace, folder, port, settings)
    await clone(reader.clone, reader.address, state)
    await mkdir(join(folder, 'left'))
    await writeFile(join(folder, 'left', 'env'), '')
    await reader.#home()
    return reader
  }

  /** The folder of the clone; `$CLONE` for scripts. */
  get clone(): string {
    return join(this.#folder, 'trade-indicators')
  }

  get address(): string {
    return `127.0.0.1:${this.#port}`
  }

  #home(): Promise<void> {
    return writeFile(join(this.#folder, 'left', 'cwd'), this.clone)
  }

  /** Follows every block of a document or of one chapter, each from the folder of the clone; the last command. */
  async follow(document: string, chapter?: string): Promise<Command | null> {
    for (const block of readBlocks(await readFile(join(this.clone, document), 'utf8'))) {
      const at = `${document}:${block.line}`
      if (chapter !== undefined && block.chapter !== chapter) continue
      if (block.first) {
        await this.#home()
        this.#last = null
      }
      if (block.note?.startsWith('not run: ')) continue
      if (block.language === 'sh') this.#last = await this.#follow(block, at)
      else if (block.file !== null) await writeFile(join(await this.#cwd(), block.file), this.#toOwn(block.text))
      else if (block.language === '' || block.language === 'json') await this.#compare(block, at)
      else if (block.language === 'sql') await this.#query(block.text)
      // Queries are asked by another test; what is `text`, `html` or a part of a program is read only.
      else
        expect(['graphql', 'html', 'python', 'r', 'text'], `${at}: nothing is known of such a block`).toContain(
          block.language,
        )
      if (block.language === 'graphql') this.#last = null
    }
    return this.#last
  }

  /** The server on the store of the clone, once it is ready; started where it is not running. */
  async serve(): Promise<Command> {
    if (this.#server === null || this.#server.ended)
      this.#server = await this.#start('cd "$CLONE"; exec node bin/indicators.mjs serve')
    await this.#server.says(/ready at/)
    return this.#server
  }

  /** Ctrl-C in every terminal where something goes on. */
  async stop(): Promise<void> {
    if (this.#server !== null) this.#going.unshift(this.#server)
    this.#server = null
    for (const command of this.#going.splice(0).reverse()) if (!command.ended) await command.kill('SIGINT')
  }

  /** A script to its end, with what it said; the next one begins where it has left off. */
  async run(script: string): Promise<Command> {
    const command = await this.#start(`trap 'pwd >"$LEFT/cwd"; export -p >"$LEFT/env"' EXIT\n${script}`)
    await command.end()
    return command
  }

  async #follow({ text, note }: Block, at: string): Promise<Command> {
    if (onTheStore.test(text)) await this.stop()
    else if (text.includes(address) && this.#going.length === 0) await this.serve()
    const script = this.#toOwn(text)
    if (note === 'goes on') {
      const command = await this.#start(script)
      this.#going.push(command)
      return command
    }
    const command = await this.run(script)
    expect(`status ${await command.end()}`, `${at} said\n${command.said}`).toBe(note ?? 'status 0')
    return command
  }

  async #compare({ text, language }: Block, at: string): Promise<void> {
    const last = this.#last
    if (last === null) return expect(language, `${at}: no command stands before it`).toBe('json') // of a query
    const told = this.#toOwn(text).trimEnd()
    if (language === 'json') expect(JSON.parse(last.out), at).toEqual(JSON.parse(text))
    else if (this.#going.includes(last)) await last.says(patternOf(told))
    else expect(last.said, at).toContain(told)
  }

  async #query(statements: string): Promise<void> {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run(`SET file_search_path = '${await this.#cwd()}'`)
    for (const statement of statements.split(';').filter((each) => each.trim() !== ''))
      expect((await connection.runAndReadAll(statement)).currentRowCount, statement).toBeGreaterThan(0)
    connection.closeSync()
  }

  /** Each script begins where the one before left, as in one terminal. */
  async #start(script: string): Promise<Command> {
    const { PATH, HOME } = process.env
    const env = {
      PATH,
      HOME,
      SEED: 'annual',
      PORT: String(this.#port),
      LEFT: join(this.#folder, 'left'),
      CLONE: this.clone,
      ...npm,
      ...this.#settings,
    }
    return this.#workplace.shell(`. "$LEFT/env"\n${npx}\nset -eo pipefail\n${script}`, await this.#cwd(), env)
  }

  async #cwd(): Promise<string> {
    return (await readFile(join(this.#folder, 'left', 'cwd'), 'utf8')).trimEnd()
  }

  /** A text of the document, with the test's own address. */
  #toOwn(text: string): string {
    return text.replaceAll(address, this.address)
  }
}
