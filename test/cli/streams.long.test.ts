import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, command, Workplace } from './process.js'
import { patient } from './run.js'

const filling = new Workplace()
const workplace = new Workplace()
let full: string // the folder of a store that was filled
beforeAll(async () => {
  full = await filling.folder()
  const server = filling.start({ DATA_DIR: full })
  await server.says(/ready at/)
  await server.kill('SIGTERM')
}, 240_000)
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const { PATH } = process.env
const shell = (script: string, env: NodeJS.ProcessEnv = {}) =>
  workplace.shell(script, full, { PATH, DATA_DIR: full, PORT: '0', NODE: process.execPath, MAIN: command, ...env })

describe('the reader of the output may go away', () => {
  test('a server continues, and stops normally', patient, async () => {
    const server = workplace.start({ DATA_DIR: full, LOG_LEVEL: 'debug' })
    await server.says(/ready at/)
    const url = await server.url()
    server.process.stdout?.destroy()
    server.process.stderr?.destroy()
    for (let n = 0; n < 20; n++) expect(await ask(url, '{ store { version } }')).toEqual({ store: { version: 6 } })
    server.process.kill('SIGTERM')
    expect(await once(server.process, 'exit')).toEqual([0, null])
  })

  test.each([
    ['releases', 'releases'],
    ['releases as JSON', 'releases --json'],
    ['a file', 'export --format csv'],
    ['help', '--help'],
  ])('a command ends with status 141 and no message: %s', patient, async (_, args) => {
    // `true` has ended long before there is a line.
    const ran = shell(`"$NODE" "$MAIN" ${args} | true; echo "status \${PIPESTATUS[0]}"`)
    await ran.end()
    expect(ran.said.trim()).toBe(args === '--help' ? 'status 0' : 'status 141')
  })

  test('a command that cannot write reports the reason', patient, async () => {
    const ran = shell('"$NODE" "$MAIN" releases > /dev/full; echo "status $?"')
    await ran.end()
    expect(ran.said).toMatch(/^Standard output cannot be written: .*ENOSPC.*\.\nstatus 1\n$/)
  })
})

test('SIGHUP stops a server like SIGTERM', patient, async () => {
  const server = workplace.start({ DATA_DIR: full })
  await server.says(/ready at/)
  server.process.kill('SIGHUP')
  expect(await server.end()).toBe(0)
  expect(server.said).toMatch(/stopping on SIGHUP[\s\S]*stopped\n$/)
})

describe('the limit of open files', () => {
  test('below the requirement is reported with the required number', patient, async () => {
    const ran = shell('ulimit -n 64; exec "$NODE" "$MAIN" serve')
    expect(await ran.end()).toBe(3)
    expect(ran.said).toBe('This process may open 64 files at once, and it needs 256: raise the limit (ulimit -n).\n')
  })

  test('refuses further connections, and existing ones continue', patient, async () => {
    const server = shell('ulimit -n 256; exec "$NODE" "$MAIN" serve')
    await server.says(/ready at/)
    const { port } = new URL(await server.url())
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const asked = async (by: Agent | false): Promise<number> => {
      const sent = get({ port, host: '127.0.0.1', path: '/graphql?query={store{version}}', agent: by })
      const [response] = await once(sent, 'response')
      response.resume()
      await once(response, 'end')
      return response.statusCode
    }
    expect(await asked(agent)).toBe(200)
    const sockets: Socket[] = Array.from({ length: 400 }, () => connect(Number(port), '127.0.0.1'))
    for (const socket of sockets) socket.on('error', () => {})
    await server.says(/connections are refused: this process may open no more files/)
    for (let n = 0; n < 5; n++) expect(await asked(agent)).toBe(200)
    for (const socket of sockets) socket.destroy()
    for (let answered = false; !answered; ) answered = (await asked(false).catch(() => null)) === 200
    expect(server.ended).toBe(false)
    expect(server.said.match(/connections are refused/g)).toHaveLength(1)
    agent.destroy()
    expect(await server.kill('SIGTERM')).toBe(0)
  })
})
