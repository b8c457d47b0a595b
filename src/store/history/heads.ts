import type { Checkpoint } from '../../domain/history-proof/checkpoint.js'
import type { Database } from '../database/open.js'

/** Returns the largest head that the store knows to be signed under a name; null if none was. */
export async function readHead({ prisma }: Pick<Database, 'prisma'>, origin: string): Promise<Checkpoint | null> {
  return prisma.historyHead.findUnique({ where: { origin }, select: { origin: true, size: true, root: true } })
}

export async function isSigned({ prisma }: Pick<Database, 'prisma'>): Promise<boolean> {
  return (await prisma.historyHead.findFirst({ select: { origin: true } })) !== null
}

export async function recordHead({ pool }: Pick<Database, 'pool'>, { origin, size, root }: Checkpoint): Promise<void> {
  await pool.query(
    `INSERT INTO history_head (origin, size, root) VALUES ($1, $2, $3) ON CONFLICT (origin)
     DO UPDATE SET size = excluded.size, root = excluded.root, signed_at = now() WHERE history_head.size < excluded.size`,
    [origin, size, Buffer.from(root)],
  )
}
