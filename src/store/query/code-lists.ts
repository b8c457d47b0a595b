import { type Category, CodeLists, type Dimension, type Metric } from '../../domain/codes/codes.js'
import { parseIdentity } from '../../domain/codes/identity.js'
import type { Unit } from '../../domain/units/unit.js'
import type { Prisma } from '../../generated/prisma/client.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Building = Mutable<Omit<Category, 'children' | 'groups'>> & { children: Category[]; groups: Category[] }

/** Reads the code lists. For those of one version, `client` is a repeatable-read transaction. */
export async function readCodeLists(client: Prisma.TransactionClient): Promise<CodeLists> {
  const dimensionRows = await client.dimension.findMany({ orderBy: { rank: 'asc' } })
  const categoryRows = await client.category.findMany({ orderBy: { rank: 'asc' }, include: { members: true } })
  const metricRows = await client.metric.findMany({ orderBy: { rank: 'asc' } })
  const breakdownRows = await client.breakdown.findMany({ orderBy: { id: 'asc' } })
  const used = await client.series.groupBy({ by: ['metricId', 'breakdownId', 'measure'], _count: true })

  const text = (row: { nameEn: string | null; nameZh: string | null }) => ({ en: row.nameEn, zh: row.nameZh })
  const dimensions = dimensionRows.map(
    (row): Dimension => ({ id: row.id, code: row.code, name: text(row), description: row.description }),
  )
  const dimensionById = byId(dimensions)

  const categories = categoryRows.map(
    (row): Building => ({
      id: row.id,
      dimension: dimensionById(row.dimensionId),
      code: row.code,
      name: text(row),
      description: row.description,
      synonyms: row.synonyms,
      rank: row.rank,
      parent: null,
      children: [],
      isAggregate: row.isAggregate,
      members: null,
      groups: [],
    }),
  )
  const categoryById = byId(categories)
  for (const row of categoryRows) {
    const category = categoryById(row.id)
    if (row.parentId !== null) {
      const parent = categoryById(row.parentId)
      category.parent = parent
      parent.children.push(category)
    }
    if (row.members.length > 0) {
      const members = row.members.map(({ memberId }) => categoryById(memberId)).sort((a, b) => a.rank - b.rank)
      category.members = members
      for (const member of members) member.groups.push(category)
    }
  }

  const breakdowns = breakdownRows.map((row) => ({ id: row.id, dimensions: row.dimensions.map(dimensionById) }))
  const breakdownById = byId(breakdowns)
  const metrics = metricRows.map((row): Metric => {
    const own = used.filter(({ metricId }) => metricId === row.id)
    const counts = new Map<string, number>()
    for (const { measure, _count } of own) counts.set(measure, (counts.get(measure) ?? 0) + _count)
    const brokenDown = new Set(own.flatMap(({ breakdownId }) => breakdownById(breakdownId).dimensions))
    return {
      id: row.id,
      code: row.code,
      name: text(row),
      description: row.description,
      synonyms: row.synonyms,
      rank: row.rank,
      additivity: row.additivity,
      identity: row.identity === null ? null : parseIdentity(row.identity),
      measures: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([measure]) => measure as Unit),
      dimensions: dimensions.filter((dimension) => brokenDown.has(dimension)),
    }
  })
  return new CodeLists({ dimensions, metrics, categories, breakdowns })
}

function byId<T extends { id: number }>(rows: readonly T[]): (id: number) => T {
  const map = new Map(rows.map((row) => [row.id, row]))
  return (id) => {
    const row = map.get(id)
    if (row === undefined) throw new Error(`A code list refers to the id ${id}, which does not exist.`)
    return row
  }
}
