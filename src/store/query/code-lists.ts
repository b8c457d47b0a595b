import { type Category, CodeLists, contentIn, type Dimension, type Metric } from '../../domain/codes/codes.js'
import type { Dataset, PlannedRelease } from '../../domain/codes/dataset.js'
import { parseIdentity } from '../../domain/codes/identity.js'
import { registerUnits, type Unit, type UnitInfo } from '../../domain/units/unit.js'
import type { Prisma } from '../../generated/prisma/client.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Building = Mutable<Omit<Category, 'children' | 'groups'>> & { children: Category[]; groups: Category[] }

/** Reads the code lists. For those of one version, `client` is a repeatable-read transaction. */
export async function readCodeLists(client: Prisma.TransactionClient): Promise<CodeLists> {
  const datasetRows = await client.dataset.findMany({ orderBy: { rank: 'asc' } })
  const dimensionRows = await client.dimension.findMany({ orderBy: { rank: 'asc' } })
  const categoryRows = await client.category.findMany({ orderBy: { rank: 'asc' }, include: { members: true } })
  const metricRows = await client.metric.findMany({ orderBy: { rank: 'asc' } })
  const breakdownRows = await client.breakdown.findMany({ orderBy: { id: 'asc' } })
  const units = await readUnits(client)
  const used = await client.series.groupBy({ by: ['metricId', 'breakdownId', 'measure'], _count: true })

  const datasets = datasetRows.map(
    ({ nameEn, nameZh, descriptionEn, descriptionZh, calendar, ...row }): Dataset => ({
      ...row,
      name: { en: nameEn, zh: nameZh },
      description: { en: descriptionEn, zh: descriptionZh },
      calendar: calendar as unknown as readonly PlannedRelease[],
    }),
  )
  const datasetById = byId(datasets)
  const dimensions: Dimension[] = dimensionRows.map(named)
  const dimensionById = byId(dimensions)

  const categories = categoryRows.map(
    ({ dimensionId, parentId: _, position: __, ...row }): Building => ({
      ...named(row),
      dimension: dimensionById(dimensionId),
      parent: null,
      children: [],
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

  const breakdowns = breakdownRows.map((row) => ({
    id: row.id,
    dataset: datasetById(row.datasetId),
    dimensions: row.dimensions.map(dimensionById),
    metrics: used.flatMap(({ breakdownId, metricId }) => (breakdownId === row.id ? [metricId] : [])),
    series: used.flatMap(({ breakdownId, metricId, measure, _count }) =>
      breakdownId === row.id ? [{ metricId, measure: measure as Unit, count: _count }] : [],
    ),
  }))
  const metrics = metricRows.map(({ identity, ...row }): Metric => {
    const content = contentIn(row.id, breakdowns, dimensions)
    return { ...named(row), identity: identity === null ? null : parseIdentity(identity), ...content }
  })
  return new CodeLists({ datasets, dimensions, metrics, categories, breakdowns, units })
}

/** Reads the units of a store, and makes them known to this process. Throws what `registerUnits` throws. */
export async function readUnits(client: Pick<Prisma.TransactionClient, 'unit'>): Promise<readonly UnitInfo[]> {
  const rows = await client.unit.findMany({ orderBy: { rank: 'asc' } })
  return registerUnits(
    rows.map(({ code, measure, exponent, nameEn, nameZh, symbol, patternEn, patternZh }) => ({
      code,
      measure,
      exponent,
      name: { en: nameEn, zh: nameZh },
      symbol,
      pattern: { en: patternEn, zh: patternZh },
    })),
  )
}

const named = <Row extends { nameEn: string | null; nameZh: string | null }>({ nameEn, nameZh, ...row }: Row) => ({
  ...row,
  name: { en: nameEn, zh: nameZh },
})

function byId<T extends { id: number }>(rows: readonly T[]): (id: number) => T {
  const map = new Map(rows.map((row) => [row.id, row]))
  return (id) => {
    const row = map.get(id)
    if (row === undefined) throw new Error(`A code list refers to the id ${id}, which does not exist.`)
    return row
  }
}
