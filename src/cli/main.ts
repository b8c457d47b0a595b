#!/usr/bin/env node
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Keeps compiled code for the next process, where Node supports that (22.1) and the folder can be written.
const node: { readonly enableCompileCache?: (folder: string) => unknown } & typeof module = module
const folder = node.enableCompileCache === undefined ? null : cacheFolder()
if (folder !== null) node.enableCompileCache?.(folder)

await import('./program.js')

/** Returns the folder of compiled code; null if it cannot be written. */
function cacheFolder(): string | null {
  try {
    const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
    const own = join(caches, 'trade-indicators')
    // One by one: on a file system like /proc, creating a whole path never ends.
    for (const each of [caches, own]) if (!existsSync(each)) mkdirSync(each)
    accessSync(own, constants.W_OK)
    return own
  } catch {
    return null
  }
}
