import { Command } from 'commander'
import type { Database } from '../../store/database/open.js'
import { print } from '../lib/output.js'
import { findingLines, type ShownFinding, shownFinding } from '../lib/report.js'
import { type ServerOptions, serverFrom, withServerOptions } from '../lib/server-options.js'
import { withStore } from '../lib/store.js'
import { unknownRelease } from '../lib/unknown-release.js'

interface Options extends ServerOptions {
  readonly release?: string
  readonly json?: boolean
}

/** `indicators check`: what was found in releases when they were taken in, or since. */
export function checkCommand(env: NodeJS.ProcessEnv): Command {
  return withServerOptions(
    new Command('check')
      .description('List what does not add up in the releases that are stored or were refused; status 0 all the same.')
      .option('--release <code>', 'of this release only, stored or refused')
      .option('--json', 'print JSON, for programs'),
  ).action(async ({ release: code, json = false, ...options }: Options) => {
    const release = code ?? null
    const server = serverFrom(options, env, 'read')
    const found =
      server !== null
        ? await server.findings(release)
        : await withStore(env, (database) => storedFindings(database, release))
    const shown = release === null ? found : found.map(({ release: _, stored: __, ...rest }) => rest)
    await print(json, found, findingLines(shown))
  })
}

async function storedFindings({ prisma }: Database, release: string | null): Promise<ShownFinding[]> {
  const { readFindings } = await import('../../store/query/findings.js')
  const found = await readFindings(prisma, release)
  if (found.length === 0 && release !== null) {
    const codes = (await prisma.release.findMany({ select: { code: true } })).map(({ code }) => code)
    if (!codes.includes(release)) throw unknownRelease(release, codes)
  }
  return found.map(({ code, releaseId, ...finding }) => ({
    ...shownFinding(finding),
    release: code,
    stored: releaseId !== null,
  }))
}
