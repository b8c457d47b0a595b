import { createHmac } from 'node:crypto'

/** Returns the headers that sign a message at a time, by the specification of Standard Webhooks. */
export function signatureHeaders(
  secret: string,
  { id, body }: { readonly id: string; readonly body: string },
  at: Date,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
