#!/usr/bin/env node
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Keeps compiled code for the next process. It does nothing where the folder cannot be written.
const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
const node: { readonly enableCompileCache?: (folder: string) => unknown } & typeof module = module // of Node 22.1
node.enableCompileCache?.(join(caches, 'trade-indicators'))

await import('./program.js')
