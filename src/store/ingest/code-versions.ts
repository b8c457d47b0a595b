import { Prisma } from '../../generated/prisma/client.js'

const { join, raw } = Prisma

const lists = [
  { name: 'dataset', rank: 'rank' },
  { name: 'dimension', rank: 'rank' },
  { name: 'category', rank: 'rank' },
  { name: 'metric', rank: 'rank' },
  { name: 'breakdown', rank: '0' },
  { name: 'unit', rank: 'rank' },
  { name: 'group_member', id: 'group_id', member: 'member_id', rank: '0' },
]

const entries = join(
  lists.map(({ name, id = 'id', member = '0', rank }) =>
    raw(
      `SELECT '${name}' AS list, ${id} AS id, ${member} AS member_id, ${rank} AS rank, to_jsonb(t) AS content FROM ${name} t`,
    ),
  ),
  ' UNION ALL ',
)

/**
 * Records what a change has made of the code lists: ends the entries that it removed, and those that it changed, and adds
 * the new ones. Call it after the last statement of a change that writes code lists.
 */
export async function recordCodes(tx: Prisma.TransactionClient, version: number): Promise<void> {
  await tx.$executeRaw`
    WITH entry AS MATERIALIZED (${entries}), ended AS (
      UPDATE code_version c SET to_version = ${version}
      WHERE c.to_version IS NULL AND c.from_version < ${version} AND NOT EXISTS (
        SELECT FROM entry e WHERE e.list = c.list AND e.id = c.id AND e.member_id = c.member_id AND e.content = c.content
      )
    ), removed AS (
      DELETE FROM code_version c WHERE c.from_version = ${version} AND NOT EXISTS (
        SELECT FROM entry e WHERE e.list = c.list AND e.id = c.id AND e.member_id = c.member_id
      )
    )
    INSERT INTO code_version (list, id, member_id, rank, content, from_version)
    SELECT list, id, member_id, rank, content, ${version}::int FROM entry e WHERE NOT EXISTS (
      SELECT FROM code_version c WHERE c.list = e.list AND c.id = e.id AND c.member_id = e.member_id
        AND c.to_version IS NULL AND c.content = e.content
    )
    ON CONFLICT (list, id, member_id, from_version) DO UPDATE SET rank = excluded.rank, content = excluded.content`
  await tx.$executeRaw`ANALYZE code_version` // lists are sorted by a join with it, which is planned badly without
}
