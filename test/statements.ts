import pg from 'pg'
import { vi } from 'vitest'

/** The SQL of every statement that is sent while something is done, to whichever store. */
export async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return query.mock.calls.map(([statement]) => {
      const sent: unknown = statement
      return typeof sent === 'string' ? sent : (sent as { text: string }).text
    })
  } finally {
    query.mockRestore()
  }
}
