import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The floor: bare node:http answering the same bytes, given as a file of the answer's body. Reads what is posted; a
// client that says it has the answer is told so.

const { readFile } = await import('node:fs/promises')
const body = await readFile(process.argv[2] ?? '')
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, etag: '"floor"' }
const server = createServer((request, response) => {
  const answer = (): void => {
    if (request.headers['if-none-match'] === undefined) response.writeHead(200, headers).end(body)
    else response.writeHead(304, { etag: '"floor"' }).end()
  }
  if (request.method === 'GET') return answer()
  let text = ''
  request.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => (text === '' ? response.writeHead(400).end() : answer()))
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening at http://127.0.0.1:${(server.address() as AddressInfo).port},\n`)
})
