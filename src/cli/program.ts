import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { Refusal } from '../errors.js'
import { packageFile } from '../lib/package-file.js'
import { openFileLimit } from '../server/http/connections.js'
import { auditCommand } from './commands/audit.js'
import { backupCommand, restoreCommand } from './commands/backup.js'
import { checkCommand } from './commands/check.js'
import { codesCommand } from './commands/codes.js'
import { exportCommand } from './commands/export.js'
import { hooksCommand } from './commands/hooks.js'
import { importCommand } from './commands/import.js'
import { keysCommand } from './commands/keys.js'
import { mapCommand } from './commands/map.js'
import { mcpCommand } from './commands/mcp.js'
import { partitionCommand } from './commands/partition.js'
import { proofCommand } from './commands/proof.js'
import { readCommand } from './commands/read.js'
import { releasesCommand } from './commands/releases.js'
import { retractCommand } from './commands/retract.js'
import { serveCommand } from './commands/serve.js'
import { verifyCommand } from './commands/verify.js'
import { writeCommand } from './commands/write.js'
import { Exit, status } from './lib/exit.js'
import { outliveReaders, say } from './lib/output.js'

// Loading all modules opens 200 files at once.
const leastFiles = 256

async function main(args: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))
  const program = new Command('indicators')
    .description('A GraphQL server for official trade statistics.')
    .version(version)
    .showHelpAfterError('("indicators --help" lists the commands)')
    .addHelpText(
      'after',
      '\nThe default command is serve. Exit status: 0 success, 1 refused or failed, 2 wrong usage, 3 store or server unavailable, 130 interrupted, 141 output closed.',
    )
    .exitOverride()
    .addCommand(serveCommand(process.env))
    .addCommand(mcpCommand(process.env))
    .addCommand(importCommand(process.env))
    .addCommand(mapCommand(process.env))
    .addCommand(readCommand(process.env))
    .addCommand(writeCommand(process.env))
    .addCommand(checkCommand(process.env))
    .addCommand(exportCommand(process.env))
    .addCommand(releasesCommand(process.env))
    .addCommand(proofCommand(process.env))
    .addCommand(verifyCommand())
    .addCommand(auditCommand())
    .addCommand(retractCommand(process.env))
    .addCommand(codesCommand(process.env))
    .addCommand(keysCommand(process.env))
    .addCommand(hooksCommand(process.env))
    .addCommand(backupCommand(process.env))
    .addCommand(restoreCommand(process.env))
    .addCommand(partitionCommand(process.env))
  passOn(program)
  const allowed = openFileLimit()
  if (allowed !== null && allowed < leastFiles) {
    say(`This process may open ${allowed} files at once, and ${leastFiles} are required. Raise the limit (ulimit -n).`)
    return status.unavailable
  }
  try {
    await program.parseAsync(args.length === 0 ? ['serve'] : args.map(withoutValue), { from: 'user' })
    return status.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? status.done : status.usage
    if (!(error instanceof Refusal || error instanceof Exit)) throw error
    if (error.message !== '') say(error instanceof Refusal ? withChoices(error) : error.message)
    if (error instanceof Exit) return error.status
    return { BAD_USER_INPUT: status.usage, UNAVAILABLE: status.unavailable }[error.code as string] ?? status.failed
  }
}

/** Replaces an option that is a switch and also takes a value, which would otherwise take a file for its value. */
const withoutValue = (arg: string): string => (arg === '--create-codes=near' ? '--create-near-codes' : arg)

/** Adds the choices of a refusal to its message, unless the message names them. */
function withChoices({ message, extensions: { didYouMean = [], allowed = [] } }: Refusal): string {
  const [near, all] = [`Did you mean ${didYouMean.join(', ')}?`, `The values are ${allowed.join(', ')}.`]
  const advice = didYouMean.length > 0 ? near : allowed.length > 0 ? all : null
  return advice === null || /Did you mean|The values are/.test(message) ? message : `${message} ${advice}`
}

function passOn(parent: Command): void {
  for (const command of parent.commands) passOn(command.copyInheritedSettings(parent))
}

outliveReaders()
process.exit(await main(process.argv.slice(2)))
