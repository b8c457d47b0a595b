import { poolOf, readCodes, statement } from './by-hand.js'
import type { Load, Loaded } from './load.js'
import { questions } from './questions.js'

// The same rows by the driver alone, with as many questions at once as there are connections. Prints what `load` does.

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const pool = poolOf(load.url)
const { codes } = await readCodes(pool)
let next = load.from
const times: number[] = []
const began = performance.now()
const stopAt = began + load.seconds * 1000
async function run(): Promise<void> {
  for (let askedAt = performance.now(); askedAt < stopAt; askedAt = performance.now()) {
    await pool.query(statement(load.name, questions[load.name](load.varied ? next++ : load.from).variables, codes))
    times.push(performance.now() - askedAt)
  }
}
await Promise.all(Array.from({ length: load.connections }, run))
const took = (performance.now() - began) / 1000
await pool.end()
times.sort((a, b) => a - b)
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const loaded: Loaded = {
  perSecond: times.length / took,
  p50: at(0.5),
  p99: at(0.99),
  bytes: 0,
  asked: next - load.from,
}
process.stdout.write(`${JSON.stringify(loaded)}\n`)
