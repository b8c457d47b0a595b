import pg from 'pg'

export const cursorPrefix = 'extract_'

/** Closes the cursors WITH HOLD of processes that ended without closing them. */
export async function closeLeftCursors(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM pg_cursors WHERE starts_with(name, $1)', [
    cursorPrefix,
  ])
  const left = rows.filter(({ name }) => !isRunning(Number(name.slice(cursorPrefix.length).split('_')[0])))
  if (left.length > 0) await pool.query(left.map(({ name }) => `CLOSE ${pg.escapeIdentifier(name)}`).join('; '))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
