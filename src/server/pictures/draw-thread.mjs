// Draws what the explorer shows on a thread of its own, so that a large chart does not hold up other requests.
// JavaScript, because Node loads a worker itself, from the sources as well as from the build.
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'

const { built, widths } = /** @type {{ built: string, widths: string }} */ (workerData)
const { openExplorer } = await import(built)
const fonts = JSON.parse(await readFile(widths, 'utf8'))
const explorer = openExplorer(fonts['sans-400'], fonts['sans-600'], fonts['serif-600'])

/** @type {Map<number, { resolve: (response: Response) => void, reject: (error: Error) => void }>} */
const questions = new Map()
let last = 0

/** @param {number} call */
const sender = (call) => (/** @type {string} */ address) =>
  new Promise((resolve, reject) => {
    questions.set(++last, { resolve, reject })
    parentPort?.postMessage({ call, question: last, address })
  })

parentPort?.on('message', ({ call, method, values, question, status, text }) => {
  if (question === undefined) void answer(call, method, values)
  else {
    const { resolve, reject } = questions.get(question) ?? {}
    questions.delete(question)
    if (text === null) reject?.(new Error('The request was not answered.'))
    else resolve?.(new Response(text, { status }))
  }
})

/**
 * @param {number} call
 * @param {string} method
 * @param {unknown[]} values
 */
async function answer(call, method, values) {
  try {
    parentPort?.postMessage({ call, result: await explorer[method](...values, sender(call)) })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
    const code = error instanceof Error && 'code' in error ? error.code : ''
    parentPort?.postMessage({ call, error: { message, code, stack } })
  }
}
