import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The command as it is built: `npm test` builds it first. */
export const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** A running command, with what it has said so far. */
export class Command {
  readonly process: ChildProcess
  /** Standard output and error, as they came. */
  said = ''
  /** Standard output alone. */
  out = ''
  readonly #heard = new EventEmitter()
  readonly #group: boolean

  /** A program; `detached` with those that it starts, which are then sent its signals too. */
  constructor(file: string, args: readonly string[], options: SpawnOptions) {
    this.process = spawn(file, args, { ...options, stdio: 'pipe' })
    this.#group = options.detached === true
    const { stdout, stderr } = this.process
    stdout?.setEncoding('utf8').on('data', (text) => {
      this.out += text
    })
    for (const stream of [stdout, stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        this.said += text
        this.#heard.emit('more')
      })
    this.process.once('close', () => this.#heard.emit('more'))
  }

  get ended(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null
  }

  /** Resolves to what a pattern finds in what the command says; rejects where it ends without saying so. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.said)
      if (found) return found
      if (this.ended) throw new Error(`it ended without saying ${pattern}:\n${this.said}`)
      await once(this.#heard, 'more')
    }
  }

  /** The status or the signal that it ends with, once all that it said has been heard. */
  async end(): Promise<number | NodeJS.Signals | null> {
    if (!this.ended) await once(this.process, 'close')
    return this.process.exitCode ?? this.process.signalCode
  }

  /** Sends a signal and waits for the end. */
  async kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    const { pid } = this.process
    if (this.#group && pid !== undefined) process.kill(-pid, signal)
    else this.process.kill(signal)
    return this.end()
  }

  /** The address that it listens at. */
  async url(): Promise<string> {
    return (await this.says(/listening at (http:\S+),/))[1] ?? ''
  }
}

/** Folders and commands of one test, put away after it. */
export class Workplace {
  readonly #folders: string[] = []
  readonly #commands: Command[] = []

  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-'))
    this.#folders.push(folder)
    return folder
  }

  /** Starts the command, at a port of its own. A new store receives the annual releases only. */
  start(env: NodeJS.ProcessEnv, ...args: readonly string[]): Command {
    const { PATH } = process.env
    return this.#keep(
      new Command(process.execPath, [command, ...args], { env: { PATH, PORT: '0', SEED: 'annual', ...env } }),
    )
  }

  /** Starts a server, and waits until its store is open. */
  async serve(env: NodeJS.ProcessEnv): Promise<{ readonly server: Command; readonly url: string }> {
    const server = this.start(env)
    await server.says(/ready at/)
    return { server, url: await server.url() }
  }

  /** Fills an empty store with the shipped releases, as a server does when it starts. */
  async seed(env: NodeJS.ProcessEnv): Promise<void> {
    const { server } = await this.serve(env)
    await server.kill('SIGTERM')
  }

  /** Starts what a shell is told, in a folder. */
  shell(script: string, cwd: string, env: NodeJS.ProcessEnv): Command {
    // Without --norc bash takes the pipe for a remote login, and reads the files of one.
    return this.#keep(new Command('bash', ['--norc', '-c', script], { cwd, env, detached: true }))
  }

  #keep(started: Command): Command {
    this.#commands.push(started)
    return started
  }

  async clear(): Promise<void> {
    for (const started of this.#commands.splice(0)) if (!started.ended) await started.kill('SIGKILL')
    for (const folder of this.#folders.splice(0)) await rm(folder, { recursive: true, force: true })
  }
}

/** The data that a server answers a query with. */
// biome-ignore lint/suspicious/noExplicitAny: what is asked for is known to the test
export async function ask(url: string, query: string): Promise<any> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
  return (await response.json()).data
}
