import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { asPostgres, freePort } from './postgres.js'

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path))

export const hasPgBouncer = program !== undefined

/** A PgBouncer of a test's own. */
export interface Pooler {
  readonly url: string
  close(): Promise<void>
}

/** Starts PgBouncer in front of a server. */
export async function startPgBouncer(url: string, mode: 'session' | 'transaction'): Promise<Pooler> {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-pgbouncer-'))
  const port = await freePort()
  const server = new URL(url)
  const lines = [
    ...[
      '[databases]',
      `* = user=postgres host=127.0.0.1 port=${server.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
    ],
    ...[`listen_port = ${port}`, 'unix_socket_dir =', 'auth_type = any', `pool_mode = ${mode}`],
    ...['ignore_startup_parameters = extra_float_digits', 'max_prepared_statements = 200'],
  ]
  const file = join(folder, 'pgbouncer.ini')
  await writeFile(file, lines.join('\n'))
  await chmod(folder, 0o755)
  const [command, ...args] = asPostgres(program ?? '', '-q', file)
  const running = spawn(command, args, { stdio: 'inherit' })
  const ended = once(running, 'exit')
  const own = Object.assign(new URL(url), { port }).href
  await answering(own)
  return {
    url: own,
    async close() {
      running.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    const isOpen = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (isOpen) return
  }
}
