#!/usr/bin/env node
// npx links this file once, when it is first asked: it is there before there is a build, and says what is missing.
import { existsSync } from 'node:fs'

const main = new URL('../dist/cli/main.js', import.meta.url)
if (existsSync(main)) await import(main.href)
else {
  process.stderr.write('The command is not built yet: npm run build does it, and so does npm start.\n')
  process.exitCode = 1
}
