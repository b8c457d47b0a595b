import { execFileSync } from 'node:child_process'

/** Indicates whether an interpreter is installed, or runs with these arguments. */
export const runs = (interpreter: string, ...given: readonly string[]): boolean => {
  try {
    execFileSync(interpreter, given.length > 0 ? given : ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
