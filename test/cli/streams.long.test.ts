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
  await filling.seed({ DATA_DIR: full })
})
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const { PATH } = process.env
const shell = (script: string, env: NodeJS.ProcessEnv = {}) =>
  workplace.shell(script, full, { PATH, DATA_DIR: full, PORT: '0', NODE: process.execPath, MAIN: command, ...env })

describe('who reads the output may go away', () => {
  test('a server continues after its output is closed', patient, async () => {
    const { server, url } = await workplace.serve({ DATA_DIR: full, LOG_LEVEL: 'debug' })
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
  ])('a command whose output is closed ends silently with 141: %s', patient, async (_, args) => {
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

test('SIGHUP stops a server as SIGTERM does', patient, async () => {
  const { server } = await workplace.serve({ DATA_DIR: full })
  server.process.kill('SIGHUP')
  expect(await server.end()).toBe(0)
  expect(server.said).toMatch(/stopping on SIGHUP[\s\S]*stopped\n$/)
})

describe('files that a process may open', () => {
  test('a limit of open files that is too low is reported', patient, async () => {
    const ran = shell('ulimit -n 64; exec "$NODE" "$MAIN" serve')
    expect(await ran.end()).toBe(3)
    expect(ran.said).toBe(
      'This process may open 64 files at once, and 256 are required. Raise the limit (ulimit -n).\n',
    )
  })

  test('connections beyond the limit of open files are refused, others continue', patient, async () => {
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
    await server.says(/connections are refused: the limit of open files/)
    for (let n = 0; n < 5; n++) expect(await asked(agent)).toBe(200)
    for (const socket of sockets) socket.destroy()
    for (let answered = false; !answered; ) answered = (await asked(false).catch(() => null)) === 200
    expect(server.ended).toBe(false)
    expect(server.said.match(/connections are refused/g)).toHaveLength(1)
    agent.destroy()
    expect(await server.kill('SIGTERM')).toBe(0)
  })
})
