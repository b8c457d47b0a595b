#!/usr/bin/env node
// npx links this file on first use, when there may be no build yet.
import { existsSync } from 'node:fs'

const main = new URL('../dist/cli/main.js', import.meta.url)
if (existsSync(main)) await import(main.href)
else {
  process.stderr.write('The command is not built yet. Run npm run build, or npm start.\n')
  process.exitCode = 1
}
