import { Command } from 'commander'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import type { Database } from '../../store/database/open.js'
import { asJson, print } from '../lib/output.js'
import { findingLines, type ShownFinding, shownFinding } from '../lib/report.js'
import { type ServerOptions, serverFrom, withServerOptions } from '../lib/server-options.js'
import { withStore } from '../lib/store.js'

interface Options extends ServerOptions {
  readonly release?: string
}

export function checkCommand(env: NodeJS.ProcessEnv): Command {
  return withServerOptions(
    new Command('check')
      .description('List the findings in stored and refused releases. The exit status is 0 even if there are errors.')
      .option('--release <code>', 'only findings of this release, stored or refused')
      .option(...asJson),
  ).action(async ({ release: code, json = false, ...options }: Options) => {
    const release = code ?? null
    const server = serverFrom(options, env, 'read')
    const found = await (server?.findings(release) ?? withStore(env, (store) => storedFindings(store, release)))
    const shown = release === null ? found : found.map(({ release: _, stored: __, ...rest }) => rest)
    await print(json, found, findingLines(shown))
  })
}

async function storedFindings({ prisma }: Database, release: string | null): Promise<ShownFinding[]> {
  const { readFindings } = await import('../../store/query/findings/findings.js')
  const found = await readFindings(prisma, release)
  if (found.length === 0 && release !== null) {
    const codes = (await prisma.release.findMany({ select: { code: true } })).map(({ code }) => code)
    if (!codes.includes(release)) throw unknownRelease(release, codes, 'NOT_FOUND')
  }
  return found.map(({ code, releaseId, ...finding }) => ({
    ...shownFinding(finding),
    release: code,
    stored: releaseId !== null,
  }))
}
