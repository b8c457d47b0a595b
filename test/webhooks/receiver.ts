import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** Answers requests from now on. */
  answer: RequestListener
  /** Resolves with the next request. */
  next(): Promise<Received>
  close(): Promise<void>
}

export const answering =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end()
  }

/** A receiver of webhooks at a port of this machine, which answers 204; with a certificate, by https. */
export async function openReceiver(
  tls: { readonly key: string; readonly cert: string } | null = null,
): Promise<Receiver> {
  const received: Received[] = []
  const waiting: ((request: Received) => void)[] = []
  const listener: RequestListener = async (request, response) => {
    const body = await text(request).catch(() => '')
    const each = { path: request.url ?? '', headers: request.headers, body }
    received.push(each)
    for (const tell of waiting.splice(0)) tell(each)
    receiver.answer(request, response)
  }
  const server = tls === null ? createServer(listener) : createTlsServer(tls, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver: Receiver = {
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}/told`,
    received,
    answer: answering(204),
    next: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}

/** Verifies a request as the library of Standard Webhooks does, and returns its content. */
export function verified(
  secret: string,
  { headers, body }: Received,
): { type: string; timestamp: string; data: object } {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as ReturnType<typeof verified>
}
