import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) => existsSync(path))
const given = fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url))

/** Whether nginx is installed here. */
export const hasNginx = program !== undefined

/** A running nginx with deploy/nginx.conf, in front of a port of this machine. */
export interface Nginx {
  readonly port: number
  close(): Promise<void>
}

export async function startNginx(behind: number): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-nginx-'))
  const port = await freePort()
  const text = (await readFile(given, 'utf8'))
    .replace('127.0.0.1:4000', `127.0.0.1:${behind}`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/cache/nginx/indicators', join(folder, 'cache'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (each) => `${each}_temp_path ${folder}/${each};`,
  )
  const main = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events {} http { access_log off; ${temporary.join(' ')} ${text} }`
  await writeFile(join(folder, 'main.conf'), process.getuid?.() === 0 ? `user root;\n${main}` : main)
  const running = spawn(program ?? '', ['-p', folder, '-c', join(folder, 'main.conf')], { stdio: 'inherit' })
  await reachable(port, running)
  return {
    port,
    async close() {
      running.kill('SIGQUIT')
      if (running.exitCode === null) await once(running, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Resolves when somebody listens. */
async function reachable(port: number, running: ChildProcess): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const found = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (found) return
    if (running.exitCode !== null) throw new Error('nginx ended')
    await new Promise(setImmediate)
  }
}

/** What comes back for bytes on a connection of their own, until it is closed. */
export async function exchange(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}) // closed on us, which is an answer too
  socket.write(bytes)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}
