// `npm run dev`: the server from its sources, restarted when one changes; the explorer with hot replacement, at the port
// of Vite; generated code, written anew when what it is made from changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { build } from './build.mjs'

await build(['documents', 'page', 'page-of-server', 'graphiql', 'fonts', 'store'])

// A terminal sends Ctrl-C to all processes of a group. These get one signal from `stop`: tsx takes a second one for haste.
const detached = process.platform !== 'win32' // where it would open a window

const children = [
  ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'src/cli/main.ts'],
  ['node_modules/vite/bin/vite.js', '--clearScreen', 'false'],
].map((command) => spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'], detached }))

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon
/**
 * @param {string} path
 * @param {string | null} file
 */
function changed(path, file) {
  if (file !== null && !/\.(graphql|csv|prisma|ts)$/.test(file)) return
  clearTimeout(soon)
  const delay = path === 'src/graphql' ? 3000 : 100 // the server starts anew first, and needs the processors for it
  soon = setTimeout(() => build(['documents']).catch(({ message }) => process.stderr.write(`${message}\n`)), delay)
}
const watchers = ['src/graphql', 'src/explorer/documents', 'prisma/seed', 'prisma/schema.prisma', 'test/queries'].map(
  (path) => watch(path, { recursive: true }, (_, file) => changed(path, file)),
)

/** Ends everything, also if one of the two ends by itself. */
function stop() {
  clearTimeout(soon)
  for (const watcher of watchers) watcher.close()
  for (const child of children) child.kill('SIGTERM')
}
for (const child of children) child.once('exit', stop)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
