// Logs that the event loop of its process is blocked while it is, which the process itself cannot do.
// JavaScript, because Node loads a worker itself, from the sources as well as from the build.
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

const { beats, name, format, limit } =
  /** @type {{ beats: Int32Array, name: Uint8Array, format: 'text' | 'json', limit: number }} */ (workerData)
const every = limit / 8

let seen = -1
let missed = 0
setInterval(() => {
  const beat = Atomics.load(beats, 0)
  missed = beat === seen ? missed + 1 : 0 // counted, not timed, as a suspended process has missed nothing
  seen = beat
  if (missed === 8) logBlock()
}, every)

function logBlock() {
  const time = new Date().toISOString()
  const last = new TextDecoder().decode(name.slice(0, Atomics.load(beats, 1)))
  const msg = 'the event loop is blocked'
  const line =
    format === 'json'
      ? JSON.stringify({ level: 50, time, process: process.pid, last, msg })
      : `${time} error ${msg} process=${process.pid} last=${JSON.stringify(last)}`
  try {
    writeSync(1, `${line}\n`) // the process's own stream belongs to the blocked thread
  } catch {}
}
