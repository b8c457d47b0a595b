import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { interruptible } from '../../../src/cli/lib/interrupt.js'

test('an interruptible read keeps no chunk in memory', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const chunks: WeakRef<Uint8Array>[] = []
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let n = 0; n < 100; n++) {
      const chunk = new Uint8Array(1024)
      chunks.push(new WeakRef(chunk))
      yield chunk
    }
  }
  await interruptible('Stopped.', async ({ until }) => {
    for await (const _ of until(source()));
    await setImmediate() // a WeakRef holds its target until the current job ends
    collect()
    expect(chunks.filter((chunk) => chunk.deref() !== undefined).length).toBeLessThan(10)
  })
  expect(chunks).toHaveLength(100)
})
