import type { Prisma } from '../../../generated/prisma/client.js'
import type { Checked } from './check.js'
import { compositions } from './compositions.js'
import { spans } from './spans.js'

type Transaction = Prisma.TransactionClient

/** Keeps what several checks compare in the tables `composition` and `span` while `work` runs. */
export async function withNeighbours<T>(tx: Transaction, checked: Checked, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`CREATE TEMP TABLE composition ON COMMIT DROP AS ${compositions(checked)}`
  await tx.$executeRaw`CREATE TEMP TABLE span ON COMMIT DROP AS ${spans(checked)}`
  const done = await work()
  await tx.$executeRaw`DROP TABLE composition, span`
  return done
}
