import { Prisma } from '../../generated/prisma/client.js'

const { sql, raw } = Prisma

// Rows of `indicator`, `confirmation`, `finding` and `code_version` are never changed or deleted after the change that made
// them: another change ends them. A change writes rows before it raises the version.

export function validAt(version: number, alias = 'i'): Prisma.Sql {
  const [from, to] = [raw(`${alias}.from_version`), raw(`${alias}.to_version`)]
  return sql`${from} <= ${version} AND (${to} IS NULL OR ${to} > ${version})`
}

/** The condition that a row is valid within the change in progress. */
export const isValid = (alias: string): Prisma.Sql => raw(`${alias}.to_version IS NULL`)
