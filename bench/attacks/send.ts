import { Measured } from '../processes.js'
import { short } from '../table.js'
import { beyond, keep, replay } from './replay.js'
import { withTables } from './store.js'

/**
 * Sends every attack to servers of two stores: what ships, embedded in a folder, and where DATABASE_URL names a server, the
 * tables in ../shared/data too. Prints what came of it; false where something passed a bound.
 */
export async function sendAttacks(folder: string): Promise<boolean> {
  let within = true
  const run = async (name: string, env: NodeJS.ProcessEnv): Promise<void> => {
    const server = await Measured.server(env, false)
    const costs = await replay(server.url, server.pid)
    const memory = await server.peak()
    await server.stop()
    await keep(
      name,
      costs,
      `${costs.length} queries, at most ${short(memory)} MB of memory; Node ${process.versions.node}`,
    )
    const answered = costs.filter(({ status }) => status === 200)
    const most = (of: (cost: (typeof costs)[number]) => number): number => Math.max(...answered.map(of))
    process.stdout.write(
      `${name.padEnd(22)} ${costs.length} attacks, ${answered.length} answered: at most ${most(({ cpu }) => cpu)} ms of CPU, ${short(most(({ bytes }) => bytes) / 2 ** 20)} MB, /healthz ${most(({ health }) => health)} ms; the server ${short(memory)} MB\n`,
    )
    for (const line of beyond(costs)) {
      within = false
      process.stdout.write(`beyond                 ${line}\n`)
    }
  }
  await run('embedded', { DATABASE_URL: '', DATA_DIR: folder, SEED: 'annual' })
  const server = process.env['DATABASE_URL']
  if (server !== undefined) await withTables(server, (url) => run('server', { DATABASE_URL: url }))
  return within
}
