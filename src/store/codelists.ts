import type { Category, CodeListRows, Dimension, Metric } from '../domain/codes.js'
import { CodeLists } from '../domain/codes.js'
import type { Unit } from '../domain/unit.js'
import { Refusal } from '../errors.js'
import type { Prisma } from '../generated/prisma/client.js'

type Client = Prisma.TransactionClient
type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Building = Mutable<Omit<Category, 'children' | 'groups'>> & { children: Category[]; groups: Category[] }

/** Reads the code lists; to be of one version, within one transaction with the version. */
export async function readCodeLists(client: Client): Promise<CodeLists> {
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
      rank: row.rank,
      additivity: row.additivity,
      measures: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([measure]) => measure as Unit),
      dimensions: dimensions.filter((dimension) => brokenDown.has(dimension)),
    }
  })
  return new CodeLists({ dimensions, metrics, categories, breakdowns })
}

/**
 * Adds what a code list holds and updates what it says of codes that are there; nothing is removed. The caller's
 * transaction raises the version.
 */
export async function writeCodeLists(client: Client, rows: CodeListRows): Promise<void> {
  const upserted = new Map<string, number>()
  for (const [position, { code, name, description, additivity }] of rows.metrics.entries()) {
    const data = { nameEn: name.en, nameZh: name.zh, description, additivity, rank: position + 1 }
    await client.metric.upsert({ where: { code }, create: { code, ...data }, update: data })
  }
  for (const [position, { code, name, description }] of rows.dimensions.entries()) {
    const data = { nameEn: name.en, nameZh: name.zh, description, rank: position + 1 }
    await client.dimension.upsert({ where: { code }, create: { code, ...data }, update: data })
  }
  const dimensionIds = new Map((await client.dimension.findMany()).map(({ code, id }) => [code, id]))
  const present = await client.category.findMany({ include: { dimension: true } })
  for (const { id, code, dimension } of present) upserted.set(`${dimension.code}:${code}`, id)

  for (const [position, row] of rows.categories.entries()) {
    const dimensionId = dimensionIds.get(row.dimension)
    if (dimensionId === undefined) throw new Refusal('UNKNOWN_CODE', `There is no dimension "${row.dimension}".`)
    const { code, name, description, isAggregate } = row
    const data = { nameEn: name.en, nameZh: name.zh, description, isAggregate, position }
    const where = { dimensionId_code: { dimensionId, code } }
    const { id } = await client.category.upsert({ where, create: { dimensionId, code, ...data }, update: data })
    upserted.set(`${row.dimension}:${code}`, id)
  }
  const idOf = (dimension: string, code: string): number => {
    const id = upserted.get(`${dimension}:${code}`)
    if (id === undefined) throw new Refusal('UNKNOWN_CODE', `There is no category "${dimension}:${code}".`)
    return id
  }
  for (const { dimension, code, parent, members } of rows.categories) {
    const id = idOf(dimension, code)
    await client.category.update({ where: { id }, data: { parentId: parent === null ? null : idOf(dimension, parent) } })
    if (members === null) continue
    const data = members.map((member) => ({ groupId: id, memberId: idOf(dimension, member) }))
    await client.groupMember.createMany({ data, skipDuplicates: true })
  }
  await rankCategories(client)
}

/**
 * Gives every category its place in the whole list: dimension by dimension, each tree depth first, siblings by the
 * position that the list gave them and then by code, so that codes made on import stand alike in every store.
 */
export async function rankCategories(client: Client): Promise<void> {
  await client.$executeRaw`
    WITH RECURSIVE sorted AS (
      SELECT c.id, c.parent_id, c.rank AS old, d.rank AS dimension,
        row_number() OVER (PARTITION BY c.dimension_id, c.parent_id ORDER BY c.position NULLS LAST, c.code COLLATE "C") AS place
      FROM category c JOIN dimension d ON d.id = c.dimension_id
    ), tree AS (
      SELECT id, old, ARRAY[dimension, place] AS path FROM sorted WHERE parent_id IS NULL
      UNION ALL
      SELECT s.id, s.old, t.path || s.place FROM sorted s JOIN tree t ON t.id = s.parent_id
    ), ranked AS (
      SELECT id, old, row_number() OVER (ORDER BY path) AS rank FROM tree
    )
    UPDATE category SET rank = ranked.rank FROM ranked WHERE category.id = ranked.id AND ranked.old <> ranked.rank`
}

function byId<T extends { id: number }>(rows: readonly T[]): (id: number) => T {
  const map = new Map(rows.map((row) => [row.id, row]))
  return (id) => {
    const row = map.get(id)
    if (row === undefined) throw new Error(`a code list refers to ${id}, which it does not hold`)
    return row
  }
}

