import pg from 'pg'
import { vi } from 'vitest'

/** The SQL of every statement that is sent while something is done, to whichever store; not what sets a new connection up. */
export async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    const sent = query.mock.calls.map(([statement]: unknown[]) =>
      typeof statement === 'string' ? statement : (statement as { text: string }).text,
    )
    return sent.filter((text) => !text.includes('set_config('))
  } finally {
    query.mockRestore()
  }
}
