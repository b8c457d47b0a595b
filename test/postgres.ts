import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { appendFile, chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const debian = '/usr/lib/postgresql'
const [newest] = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
const bin = join(debian, newest ?? '', 'bin')
const isRoot = process.getuid?.() === 0

/** Returns a command that runs another as the user of PostgreSQL, which refuses to run as root. */
export const asPostgres = (...command: readonly string[]): readonly [string, ...string[]] =>
  (isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command] : command) as [
    string,
    ...string[],
  ]

/** Whether a PostgreSQL of one's own can be started here. */
export const hasPostgres = existsSync(join(bin, 'initdb'))

/** Why no PostgreSQL of one's own is started here, for the name of a test; null where one is. */
export const notTried =
  process.env['TEST_DATABASE_URL'] === undefined
    ? ' (not tried: TEST_DATABASE_URL names no server)'
    : hasPostgres
      ? null
      : ` (not tried: there is no ${join(debian, '*', 'bin', 'initdb')})`

/** A PostgreSQL of a test's own, in a folder and on a port of its own, which it may harm. */
export class Postgres {
  readonly #folder: string
  readonly url: string

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  }

  /** An empty one, which listens. */
  static async start(): Promise<Postgres> {
    const server = await Postgres.#place()
    await server.#run('initdb', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N')
    await server.startAgain()
    return server
  }

  /** A streaming replica of another, which listens. */
  static async follow(primary: Postgres): Promise<Postgres> {
    const server = await Postgres.#place()
    await server.#run('pg_basebackup', '-d', primary.url, '-R', '-X', 'stream', '-c', 'fast')
    await server.startAgain()
    return server
  }

  static async #place(): Promise<Postgres> {
    const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-pg-'))
    await chmod(folder, 0o777)
    return new Postgres(folder, await freePort())
  }

  /** Starts it where it has been stopped or killed. */
  async startAgain(): Promise<void> {
    const { port } = new URL(this.url)
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
    await this.#run('pg_ctl', '-w', '-l', join(this.#folder, 'log'), '-o', settings, 'start')
  }

  /** Makes a replica a primary, which listens as before. */
  async promote(): Promise<void> {
    await this.#run('pg_ctl', '-w', 'promote')
  }

  /** Puts files into its folder of data, owned by its user and closed to others, and restarts it with settings. */
  async configure(settings: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) {
    const data = join(this.#folder, 'data')
    const { uid, gid } = await stat(data)
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(data, name), text, { mode: 0o600 })
      await chown(join(data, name), uid, gid)
    }
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`)
    await appendFile(join(data, 'postgresql.auto.conf'), lines.join(''))
    await this.restart()
  }

  /** As if it had crashed: what was not committed is gone, and so is what stands in tables that are not logged. */
  async restart(): Promise<void> {
    await this.#run('pg_ctl', '-w', '-l', join(this.#folder, 'log'), '-m', 'immediate', 'restart')
  }

  /** Ends its first process with SIGKILL; the others end when they notice. */
  async kill(): Promise<void> {
    const [pid] = (await readFile(join(this.#folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
  }

  /** Changes a setting of a server that runs, for the connections that come. */
  async set(name: string, value: string): Promise<void> {
    await appendFile(join(this.#folder, 'data', 'postgresql.auto.conf'), `${name} = '${value}'\n`)
    await this.query('SELECT pg_reload_conf()')
    while ((await this.query(`SHOW ${name}`))[0]?.[name] !== value);
  }

  /** Asks it once, over a connection of its own that is called so in pg_stat_activity. */
  async query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'test' })
    await client.connect()
    try {
      return (await client.query<T>(text, values)).rows
    } finally {
      await client.end()
    }
  }

  /** Ends it, if it runs, and forgets what it had. */
  async stop(): Promise<void> {
    await this.#run('pg_ctl', '-m', 'immediate', 'stop').catch(() => {})
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #run(program: string, ...args: readonly string[]): Promise<void> {
    const command = [join(bin, program), '-D', join(this.#folder, 'data'), ...args]
    const [file, ...rest] = asPostgres(...command)
    await promisify(execFile)(file, rest, { cwd: this.#folder })
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
