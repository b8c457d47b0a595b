import { fc, test as property } from '@fast-check/vitest'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { signatureHeaders } from '../../src/webhooks/signature.js'

test('the example of the specification has its signature', () => {
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' }
  const at = new Date(1_614_265_330_000)
  expect(signatureHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message, at)).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

property.prop([fc.uint8Array({ minLength: 24, maxLength: 64 }), fc.json()])(
  'every message is verified by its own secret alone',
  (key, body) => {
    const secret = `whsec_${Buffer.from(key).toString('base64')}`
    const headers = signatureHeaders(secret, { id: 'msg_1', body }, new Date())
    expect(() => new Webhook(secret).verify(body, headers)).not.toThrow()
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow('signature')
    const other = `whsec_${Buffer.from([...key, 1]).toString('base64')}`
    expect(() => new Webhook(other).verify(body, headers)).toThrow('signature')
  },
)
