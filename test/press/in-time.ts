import { createContext, runInContext } from 'node:vm'

/** Runs a function that may never return, which no timeout of a test can stop; throws if it hangs. */
export const inTime = <T>(run: () => T): T => runInContext('run()', createContext({ run }), { timeout: 30_000 }) as T
