import pg from 'pg'

const ignore = (): void => {}

/**
 * Connections that may be lost at any moment, between two statements too: whoever has one is told so by what is asked of
 * it next, and the pool drops one that nobody has. Without a listener from its first moment on, that would end the process.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool(config).on('error', ignore).on('connect', (client) => client.on('error', ignore))
}
