import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '@modelcontextprotocol/client'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readBlocks } from '../../docs/blocks.js'
import { root } from '../../docs/clone.js'
import { expectAnswer, questions } from '../../mcp/questions.js'
import { call, clientOf, type Era, eras } from '../../mcp/support.js'
import { command, Workplace } from '../process.js'
import { patient } from '../run.js'

const filling = new Workplace()
const workplace = new Workplace()
const clients: Client[] = []
let full: string // the folder of a store that was filled
beforeAll(async () => {
  full = await filling.folder()
  await filling.seed({ DATA_DIR: full })
}, patient.timeout)
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
  await workplace.clear()
})
afterAll(() => filling.clear())

/** Starts the command as an assistant does, and connects to it. */
async function start(era: Era = 'auto', env: Record<string, string> = {}): Promise<Client> {
  const client = clientOf(era)
  const given = { SEED: 'annual', DATA_DIR: full, ...env }
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [command, 'mcp'], env: given, stderr: 'ignore' }),
  )
  clients.push(client)
  return client
}

async function connect(url: string, era: Era): Promise<Client> {
  const client = clientOf(era)
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)))
  clients.push(client)
  return client
}

describe.each(eras)('a client of the era %s', (era) => {
  test('has the ten answers over standard input and output', patient, async () => {
    const client = await start(era)
    expect((await client.listTools()).tools).toHaveLength(7)
    for (const question of questions) await expectAnswer(client, question)
    expect((await client.listResources()).resources.length).toBeGreaterThan(10)
  })

  test('has the ten answers over HTTP', patient, async () => {
    const { url } = await workplace.serve({ DATA_DIR: full })
    const client = await connect(url, era)
    for (const question of questions) await expectAnswer(client, question)
  })
})

const newest = { metrics: ['TRADE'], dimensions: ['TOTAL'], latest: 1 }

test('several assistants and a server share a store', patient, async () => {
  const [first, second] = [await start(), await start()]
  for (const client of [first, second]) expect(await call(client, 'get_figures', newest)).toMatchObject({ total: 1 })
  await first.close()
  await second.close()
  const { url } = await workplace.serve({ DATA_DIR: full })
  const beside = await start()
  expect(await call(beside, 'get_figures', newest)).toMatchObject({ total: 1 })
  expect(await call(await connect(url, 'auto'), 'get_figures', newest)).toMatchObject({ total: 1 })
})

test('a store stays open when the assistant that shared it ends', patient, async () => {
  const first = await start()
  expect(await call(first, 'get_figures', newest)).toMatchObject({ total: 1 })
  const second = await start()
  expect(await call(second, 'get_figures', newest)).toMatchObject({ total: 1 })
  await first.close()
  // The store is UNAVAILABLE at most until the process that had it is gone.
  const askUntilAnswered = async () => {
    for (;;) {
      const answer = await call(second, 'get_figures', newest)
      if (answer.error?.code !== 'UNAVAILABLE') return answer
    }
  }
  const all = await Promise.all([1, 2, 3].map(askUntilAnswered))
  for (const answer of all) expect(answer).toMatchObject({ isError: false, total: 1 })
})

describe('docs/mcp.md', async () => {
  const blocks = readBlocks(await readFile(join(root, 'docs/mcp.md'), 'utf8'))
  const entries = blocks.flatMap(({ language, chapter, text }) => {
    if (language !== 'json') return []
    const { mcpServers, servers = mcpServers } = JSON.parse(text)
    return servers === undefined ? [] : [{ chapter, ...servers['trade-indicators'] }]
  })

  test.each(entries)('the configuration of $chapter leads to the tools', patient, async (entry) => {
    const { url, command: program, args, env } = entry
    const client = clientOf('legacy')
    clients.push(client)
    if (url === undefined) {
      const own = args.map((each: string) => each.replace('/path/to/trade-indicators', root))
      const given = { ...env, SEED: 'annual', DATA_DIR: full }
      expect(Object.keys(env)).toEqual(['DATA_DIR'])
      await client.connect(new StdioClientTransport({ command: program, args: own, env: given, stderr: 'ignore' }))
    } else {
      const { url: served } = await workplace.serve({ DATA_DIR: full })
      await client.connect(new StreamableHTTPClientTransport(new URL(new URL(url).pathname, served)))
    }
    expect(await call(client, 'get_figures', newest)).toMatchObject({ total: 1 })
  })

  test('configures three clients', () => {
    expect(new Set(entries.map(({ chapter }) => chapter))).toEqual(new Set(['Claude Desktop', 'VS Code', 'Cursor']))
  })
})

test('an assistant learns that the store cannot be opened', patient, async () => {
  const client = await start('auto', { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
  expect(await call(client, 'describe')).toMatchObject({ isError: true, error: { code: 'UNAVAILABLE' } })
})

describe('the command', () => {
  const listing = '{"jsonrpc":"2.0","id":7,"method":"tools/list"}\n'
  const hello = `${JSON.stringify({
    ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
    params: { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  })}\n`

  test('ends when its input ends, and writes messages alone to its output', patient, async () => {
    const started = workplace.start({ DATA_DIR: full, LOG_LEVEL: 'debug' }, 'mcp')
    started.process.stdin?.write(hello)
    started.process.stdin?.write('not a message\n[]\n{"jsonrpc":"2.0"}\n')
    started.process.stdin?.write(listing)
    await started.says(/"id":7/)
    started.process.stdin?.end()
    expect(await started.end()).toBe(0)
    const lines = started.out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([1, 7])
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('ends on %s', patient, async (signal) => {
    const started = workplace.start({ DATA_DIR: full }, 'mcp')
    started.process.stdin?.write(hello)
    await started.says(/"id":1/)
    expect(await started.kill(signal)).toBe(0)
  })

  test('ends at a message that is too long', patient, async () => {
    const started = workplace.start({ DATA_DIR: full, MAX_BODY_BYTES: '2048' }, 'mcp')
    started.process.stdin?.on('error', () => {}) // closed while it is written
    started.process.stdin?.write(hello)
    await started.says(/"id":1/)
    started.process.stdin?.write(`{"jsonrpc":"2.0","id":2,"method":"${'x'.repeat(100_000)}`)
    expect(await started.end()).toBe(1)
    expect(started.said).toMatch(/^A message has more than 2,048 bytes, which is the limit\.$/m)
  })

  test('ends without a fault when its client no longer reads', patient, async () => {
    const started = workplace.start({ DATA_DIR: full }, 'mcp')
    started.process.stdin?.on('error', () => {}) // closed while it is written
    started.process.stdin?.write(hello)
    await started.says(/"id":1/)
    started.process.stdout?.destroy()
    started.process.stdin?.write(listing)
    expect(await started.end()).toBe(0)
  })

  test('ends on a signal as before after a line that is no message', patient, async () => {
    const started = workplace.start({ DATA_DIR: full }, 'mcp')
    started.process.stdin?.write(`not a message\n${hello}`)
    await started.says(/"id":1/)
    expect(await started.kill('SIGTERM')).toBe(0)
  })

  test('refuses a wrong setting before anything is said', patient, async () => {
    const started = workplace.start({ DATA_DIR: full, CACHE_BYTES: 'much' }, 'mcp')
    expect(await started.end()).toBe(2)
    expect(started.out).toBe('')
  })
})
