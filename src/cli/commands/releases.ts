import { Command } from 'commander'
import type { Database } from '../../store/database/open.js'
import { asJson, print, say, table } from '../lib/output.js'
import { type ServerOptions, serverFrom, withServerOptions } from '../lib/server-options.js'
import { type ShownRelease, shownRelease } from '../lib/shown-release.js'
import { withStore } from '../lib/store.js'

export function releasesCommand(env: NodeJS.ProcessEnv): Command {
  return withServerOptions(
    new Command('releases').description('List the releases, newest first.').option(...asJson),
  ).action(async ({ json = false, ...options }: ServerOptions) => {
    const server = serverFrom(options, env, 'read')
    const releases = await (server?.releases() ?? withStore(env, storedReleases))
    await print(json, releases, table(['CODE', 'PUBLISHED', 'STAGE', 'TITLE', ''], releases.map(row)))
    if (releases.length === 0) say(`The ${server === null ? 'store' : 'server'} has no releases.`)
  })
}

async function storedReleases(database: Database): Promise<ShownRelease[]> {
  const { Store } = await import('../../store/query/store.js')
  return (await new Store(database).view()).snapshot.releases.map(shownRelease)
}

const row = ({ code, publishedAt, stage, title, retractedAt }: ShownRelease): string[] => [
  code,
  publishedAt,
  stage,
  title,
  retractedAt === null ? '' : 'retracted',
]
