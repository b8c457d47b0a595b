import type { Workplace } from '../cli/process.js'
import { run } from '../cli/run.js'
import { Postgres } from '../postgres.js'

/** Creates a key that may publish. */
export async function publishingKey(workplace: Workplace, env: NodeJS.ProcessEnv): Promise<string> {
  return (await run(workplace, env, 'keys', 'create', 'test', '--scope', 'publish')).out.trim()
}

/** Starts a PostgreSQL server with the shipped releases, and creates a key that may publish. */
export async function startSeededPostgres(
  workplace: Workplace,
): Promise<{ readonly postgres: Postgres; readonly key: string }> {
  const postgres = await Postgres.start()
  const env = { DATABASE_URL: postgres.url }
  await workplace.seed(env)
  return { postgres, key: await publishingKey(workplace, env) }
}
