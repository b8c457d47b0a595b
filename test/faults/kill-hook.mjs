// Loaded into a command by `node --import`: counts what it asks of its store, and kills the process at one of these
// statements, as KILL_AT says: `before 7` is before the seventh is sent, `sent 7` once it has been. COUNT_TO is a file that
// gets the number of statements when the process ends by itself.
import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import pg from 'pg'

const [mode, at] = (process.env['KILL_AT'] ?? '').split(' ')
const countTo = process.env['COUNT_TO']
let count = 0

/** @param {() => unknown} send */
function counted(send) {
  count += 1
  const isHere = count === Number(at)
  if (isHere && mode === 'before') process.kill(process.pid, 'SIGKILL')
  const sent = send()
  if (isHere && mode === 'sent') setImmediate(() => process.kill(process.pid, 'SIGKILL'))
  return sent
}

const { query } = pg.Client.prototype
Object.assign(pg.Client.prototype, {
  /** @param {...unknown} given */
  query(...given) {
    return counted(() => Reflect.apply(query, this, given))
  },
})

// The embedded store copies beside the protocol.
const { postMessage } = Worker.prototype
Worker.prototype.postMessage = function (message, ...rest) {
  const post = () => Reflect.apply(postMessage, this, [message, ...rest])
  return typeof message === 'object' && message !== null && 'copy' in message ? counted(post) : post()
}

if (countTo !== undefined) process.on('exit', () => writeFileSync(countTo, String(count)))
