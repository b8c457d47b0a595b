#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { Refusal } from '../errors.js'
import { serveCommand } from './serve.js'

const status = { done: 0, failed: 1, usage: 2, unavailable: 3 }

/** Runs one command, `serve` where none is named, and answers the status to exit with. */
async function main(args: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const program = new Command('indicators')
    .description('A GraphQL server of official trade statistics.')
    .version(version)
    .showHelpAfterError('("indicators --help" lists the commands)')
    .addHelpText(
      'after',
      '\nWithout a command it serves. Exit status: 0 done, 1 failed, 2 wrong usage, 3 store unavailable.',
    )
    .exitOverride()
    .addCommand(serveCommand(process.env))
  for (const command of program.commands) command.copyInheritedSettings(program)
  try {
    await program.parseAsync(args.length === 0 ? ['serve'] : args, { from: 'user' })
    return status.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? status.done : status.usage
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    return { BAD_USER_INPUT: status.usage, UNAVAILABLE: status.unavailable }[error.code as string] ?? status.failed
  }
}

process.exit(await main(process.argv.slice(2)))
