import { execFileSync } from 'node:child_process'

/** A program that a test runs. */
export interface Program {
  readonly command: string
  /** Whether the test is left out, and what its title says then. In CI, it runs, and fails by what is missing. */
  readonly isLeftOut: boolean
  readonly notTried: string
}

/** Returns the first of these programs that runs with some arguments: the one of PATH may lack a package of Debian. */
export function programOf(
  names: readonly [string, ...string[]],
  needs: string = names[0],
  ...given: readonly string[]
): Program {
  const found = names.find((name) => runs(name, given.length > 0 ? given : ['--version']))
  const isLeftOut = found === undefined && process.env['CI'] !== 'true'
  return { command: found ?? names[0], isLeftOut, notTried: isLeftOut ? ` (not tried: ${needs} is not installed)` : '' }
}

function runs(name: string, given: readonly string[]): boolean {
  try {
    execFileSync(name, given, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
