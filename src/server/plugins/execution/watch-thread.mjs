// Tells that the event loop of its process stands still, while it does: a loop that never ends would say nothing itself.
// JavaScript, since a worker is loaded by Node itself, from the sources as well as from the build.
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

const { beats, name, format, late } =
  /** @type {{ beats: Int32Array, name: Uint8Array, format: 'text' | 'json', late: number }} */ (workerData)
const every = late / 8

let seen = -1
let missed = 0
setInterval(() => {
  const beat = Atomics.load(beats, 0)
  missed = beat === seen ? missed + 1 : 0 // and not by a clock: a process that was stopped has missed nothing
  seen = beat
  if (missed === 8) tell()
}, every)

function tell() {
  const time = new Date().toISOString()
  const last = new TextDecoder().decode(name.slice(0, Atomics.load(beats, 1)))
  const msg = 'the event loop stands still'
  const line =
    format === 'json'
      ? JSON.stringify({ level: 50, time, process: process.pid, last, msg })
      : `${time} error ${msg} process=${process.pid} last=${JSON.stringify(last)}`
  try {
    writeSync(1, `${line}\n`) // not by the process's own stream, which belongs to the thread that stands still
  } catch {}
}
