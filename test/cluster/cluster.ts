import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync, readdirSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { asPostgres, freePort } from '../postgres.js'

const settings = fileURLToPath(new URL('../../deploy/cluster/patroni.yml', import.meta.url))
const debian = '/usr/lib/postgresql'
const [newest = ''] = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
const bin = join(debian, newest, 'bin')

/** Whether a cluster can be started here. */
export const hasCluster = ['/usr/bin/patroni', '/usr/bin/etcd', join(bin, 'postgres')].every((path) => existsSync(path))

export interface Node {
  readonly name: string
  readonly port: number
  readonly rest: number
  readonly data: string
}

const password = 'for-a-test'

// A backend may end between the list of processes and its signal.
function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Three servers of PostgreSQL that Patroni manages with deploy/cluster/patroni.yml, on one etcd. */
export class Cluster {
  readonly #folder: string
  readonly #etcd: ChildProcess
  readonly #etcdPort: number
  readonly #running = new Map<string, ChildProcess>()
  readonly nodes: readonly Node[]

  private constructor(folder: string, etcd: ChildProcess, etcdPort: number, nodes: readonly Node[]) {
    this.#folder = folder
    this.#etcd = etcd
    this.#etcdPort = etcdPort
    this.nodes = nodes
  }

  /** Starts the servers one after another, so that the first is the primary. */
  static async start(): Promise<Cluster> {
    const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-cluster-'))
    await chmod(folder, 0o777)
    const [etcdPort, peerPort] = [await freePort(), await freePort()]
    const [client, peer] = [`http://127.0.0.1:${etcdPort}`, `http://127.0.0.1:${peerPort}`]
    const urls = ['--listen-client-urls', client, '--advertise-client-urls', client, '--listen-peer-urls', peer]
    const only = ['--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`]
    const data = ['--data-dir', join(folder, 'etcd'), '--log-level', 'error', '--unsafe-no-fsync']
    const etcd = spawn('/usr/bin/etcd', [...data, ...urls, ...only], { stdio: 'ignore' })
    const nodes: Node[] = []
    for (const name of ['one', 'two', 'three']) {
      const own = join(folder, name)
      await mkdir(own)
      const { uid, gid } = await owner()
      await chown(own, uid, gid)
      nodes.push({ name, port: await freePort(), rest: await freePort(), data: join(own, 'data') })
    }
    const cluster = new Cluster(folder, etcd, etcdPort, nodes)
    for (const node of nodes) {
      cluster.resume(node)
      await cluster.until(async () => (await cluster.roleOf(node)) !== null)
    }
    await cluster.untilWhole()
    return cluster
  }

  /** Starts Patroni on a server, which starts PostgreSQL. */
  resume({ name, port, rest, data }: Node): void {
    const env = {
      PATH: process.env['PATH'] ?? '',
      LC_ALL: 'C.UTF-8',
      PATRONI_NAME: name,
      PATRONI_ETCD3_HOSTS: `127.0.0.1:${this.#etcdPort}`,
      PATRONI_RESTAPI_LISTEN: `127.0.0.1:${rest}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: `127.0.0.1:${rest}`,
      PATRONI_POSTGRESQL_LISTEN: `127.0.0.1:${port}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: `127.0.0.1:${port}`,
      PATRONI_POSTGRESQL_DATA_DIR: data,
      PATRONI_POSTGRESQL_BIN_DIR: bin,
      PATRONI_POSTGRESQL_PGPASS: join(data, '..', 'pgpass'),
      PATRONI_SUPERUSER_USERNAME: 'postgres',
      PATRONI_SUPERUSER_PASSWORD: password,
      PATRONI_REWIND_USERNAME: 'postgres',
      PATRONI_REWIND_PASSWORD: password,
      PATRONI_REPLICATION_USERNAME: 'replicator',
      PATRONI_REPLICATION_PASSWORD: password,
    }
    const [command, ...args] = asPostgres('/usr/bin/patroni', settings)
    const log = openSync(join(this.#folder, `${name}.log`), 'a')
    this.#running.set(name, spawn(command, args, { env, cwd: join(data, '..'), stdio: ['ignore', log, log] }))
  }

  /** The address of the primary, whichever server it is. */
  get url(): string {
    const hosts = this.nodes.map(({ port }) => `127.0.0.1:${port}`).join()
    return `postgresql://postgres:${password}@${hosts}/postgres`
  }

  urlOf({ port }: Pick<Node, 'port'>): string {
    return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
  }

  get replicas(): readonly string[] {
    return this.nodes.map((node) => this.urlOf(node))
  }

  async roleOf({ rest }: Node): Promise<string | null> {
    try {
      const response = await fetch(`http://127.0.0.1:${rest}/patroni`, { signal: AbortSignal.timeout(2000) })
      const { state, role, sync_standby } = await response.json()
      return state !== 'running' ? null : sync_standby ? 'sync_standby' : role
    } catch {
      return null
    }
  }

  async primary(): Promise<Node | null> {
    for (const node of this.nodes) if ((await this.roleOf(node)) === 'primary') return node
    return null
  }

  #isSynchronous = true

  /** Waits until there is a primary, and all others follow it, in synchronous mode one of them synchronously. */
  async untilWhole(): Promise<void> {
    await this.until(async () => {
      const roles = await Promise.all(this.nodes.map((node) => this.roleOf(node)))
      return (
        roles.toSorted().join() === (this.#isSynchronous ? 'primary,replica,sync_standby' : 'primary,replica,replica')
      )
    })
  }

  async setSynchronous(isSynchronous: boolean): Promise<void> {
    this.#isSynchronous = isSynchronous
    const body = JSON.stringify({ synchronous_mode: isSynchronous })
    const [{ rest } = { rest: 0 }] = this.nodes
    const response = await fetch(`http://127.0.0.1:${rest}/config`, { method: 'PATCH', body })
    if (!response.ok) throw new Error(await response.text())
    await this.untilWhole()
  }

  /** Starts the PostgreSQL of a server that was killed, as it was, without Patroni. */
  async startAlone({ data, port }: Node): Promise<ChildProcess> {
    const [command, ...args] = asPostgres(join(bin, 'postgres'), '-D', data, '-p', `${port}`)
    const started = spawn(command, args, { cwd: join(data, '..'), stdio: 'ignore' })
    await this.until(async () => {
      const client = new pg.Client({ connectionString: this.urlOf({ port }) })
      const isUp = await client.connect().then(
        () => true,
        () => false,
      )
      await client.end().catch(() => {})
      return isUp
    })
    return started
  }

  /** Starts the servers that were killed, and waits until all follow the primary. */
  async restore(): Promise<void> {
    for (const node of this.nodes) if (this.#running.get(node.name)?.signalCode === 'SIGKILL') this.resume(node)
    await this.untilWhole()
  }

  /** Kills a server as the loss of its machine does. */
  async kill(node: Node): Promise<void> {
    await this.killPatroni(node)
    await this.signalPostgres(node, 'SIGKILL')
  }

  async killPatroni({ name }: Node): Promise<void> {
    const patroni = this.#running.get(name)
    if (patroni === undefined || patroni.exitCode !== null || patroni.signalCode !== null) return
    patroni.kill('SIGKILL')
    await once(patroni, 'exit')
  }

  /** Sends a signal to all processes of a PostgreSQL. */
  async signalPostgres(node: Node, signal: NodeJS.Signals): Promise<void> {
    const { pid, children } = await this.#processes(node)
    for (const each of [pid, ...children.map((child) => child.pid)]) if (each > 1) signalIfAlive(each, signal)
  }

  /** Sends a signal to the process of a standby that receives what the primary writes. */
  async signalReceiver(node: Node, signal: NodeJS.Signals): Promise<void> {
    const receiver = (await this.#processes(node)).children.find(({ title }) => title.includes('walreceiver'))
    if (receiver === undefined) throw new Error(`${node.name} receives nothing.`)
    process.kill(receiver.pid, signal)
  }

  async #processes({ data }: Node) {
    const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
    const list = promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', `${pid}`]).catch(() => ({ stdout: '' }))
    const children = (await list).stdout.split('\n').flatMap((line) => {
      const [, child, title = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? []
      return child === undefined ? [] : [{ pid: Number(child), title }]
    })
    return { pid, children }
  }

  /** Moves the role of the primary to another server, which is told that it will end. */
  async switchover(from: Node): Promise<void> {
    const body = JSON.stringify({ leader: from.name })
    const response = await fetch(`http://127.0.0.1:${from.rest}/switchover`, { method: 'POST', body })
    if (!response.ok) throw new Error(await response.text())
  }

  async until(isSo: () => Promise<boolean>, seconds = 120): Promise<void> {
    const end = performance.now() + seconds * 1000
    while (!(await isSo())) {
      const isStopped = [...this.#running.values()].some(({ exitCode }) => exitCode !== null)
      if (isStopped || performance.now() > end) throw new Error(`${await this.logs()}\nThe cluster is not as awaited.`)
      await wait(200)
    }
  }

  async logs(): Promise<string> {
    const texts = this.nodes.map(({ name }) => readFile(join(this.#folder, `${name}.log`), 'utf8').catch(() => ''))
    return (await Promise.all(texts)).map((text) => text.split('\n').slice(-15).join('\n')).join('\n\n')
  }

  async close(): Promise<void> {
    for (const node of this.nodes) {
      await this.killPatroni(node)
      await this.signalPostgres(node, 'SIGKILL').catch(() => {}) // it may have ended
    }
    this.#etcd.kill('SIGKILL')
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** The user that runs PostgreSQL. */
async function owner(): Promise<{ readonly uid: number; readonly gid: number }> {
  if (process.getuid?.() !== 0) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  return stat('/var/lib/postgresql')
}
