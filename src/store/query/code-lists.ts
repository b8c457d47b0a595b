import { type Category, CodeLists, contentIn, type Dimension, type Metric } from '../../domain/codes/codes.js'
import type { Dataset, PlannedRelease } from '../../domain/codes/dataset.js'
import { parseIdentity } from '../../domain/codes/identity.js'
import { registerUnits, type Unit, type UnitInfo, type UnitRow } from '../../domain/units/unit.js'
import type * as Table from '../../generated/prisma/client.js'
import { groupBy } from '../../lib/group-by.js'
import { memoizeByText } from '../../lib/memo.js'
import { isValid, validAt } from '../sql/validity.js'

type Client = Table.Prisma.TransactionClient
type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Building = Mutable<Omit<Category, 'children' | 'groups'>> & { children: Category[]; groups: Category[] }

/** Reads the code lists of a version, or as the change in progress has made them if that is null. */
export async function readCodeLists(client: Client, version: number | null = null): Promise<CodeLists> {
  const entries = await readEntries(client, version)
  const units = registerUnits(entries.unit.map(unitOf))
  const members = groupBy(entries.groupMember, ({ groupId }) => groupId)
  const used = await client.seriesCount.groupBy({
    by: ['metricId', 'breakdownId', 'measure'],
    _sum: { series: true },
    where: version === null ? {} : { fromVersion: { lte: version } },
  })

  const datasets = entries.dataset.map(
    ({ nameEn, nameZh, descriptionEn, descriptionZh, calendar, ...row }): Dataset => ({
      ...row,
      name: { en: nameEn, zh: nameZh },
      description: { en: descriptionEn, zh: descriptionZh },
      calendar: calendar as unknown as readonly PlannedRelease[],
    }),
  )
  const datasetById = byId(datasets)
  const dimensions: Dimension[] = entries.dimension.map(named)
  const dimensionById = byId(dimensions)

  const categories = entries.category.map(
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
  for (const row of entries.category) {
    const category = categoryById(row.id)
    if (row.parentId !== null) {
      const parent = categoryById(row.parentId)
      category.parent = parent
      parent.children.push(category)
    }
    const own = members.get(row.id)?.map(({ memberId }) => categoryById(memberId)) ?? []
    if (own.length > 0) category.members = own.sort((a, b) => a.rank - b.rank)
    for (const member of own) member.groups.push(category)
  }

  const breakdowns = entries.breakdown.map((row) => ({
    id: row.id,
    dataset: datasetById(row.datasetId),
    dimensions: row.dimensions.map(dimensionById),
    metrics: used.flatMap(({ breakdownId, metricId }) => (breakdownId === row.id ? [metricId] : [])),
    series: used.flatMap(({ breakdownId, metricId, measure, _sum }) =>
      breakdownId === row.id ? [{ metricId, measure: measure as Unit, count: _sum.series ?? 0 }] : [],
    ),
  }))
  const metrics = entries.metric.map(({ identity, ...row }): Metric => {
    const content = contentIn(row.id, breakdowns, dimensions)
    return { ...named(row), identity: identity === null ? null : parseIdentity(identity), ...content }
  })
  return new CodeLists({ datasets, dimensions, metrics, categories, breakdowns, units })
}

/** Reads the units of a store, and makes them known to this process. Throws what `registerUnits` throws. */
export async function readUnits(client: Pick<Client, 'unit'>): Promise<readonly UnitInfo[]> {
  return registerUnits((await client.unit.findMany({ orderBy: { rank: 'asc' } })).map(unitOf))
}

const unitOf = ({ code, measure, exponent, nameEn, nameZh, symbol, patternEn, patternZh }: Rows['unit']): UnitRow => ({
  code,
  measure,
  exponent,
  name: { en: nameEn, zh: nameZh },
  symbol,
  pattern: { en: patternEn, zh: patternZh },
})

interface Rows {
  readonly dataset: Table.Dataset
  readonly dimension: Table.Dimension
  readonly category: Table.Category
  readonly metric: Table.Metric
  readonly breakdown: Table.Breakdown
  readonly unit: Table.Unit
  readonly groupMember: Table.GroupMember
}

type Entries = { readonly [List in keyof Rows]: Rows[List][] }

async function readEntries(client: Client, version: number | null): Promise<Entries> {
  const found = await client.$queryRaw<{ list: string; content: object }[]>`
    SELECT list, content FROM code_version c WHERE ${version === null ? isValid('c') : validAt(version, 'c')}
    ORDER BY list COLLATE "C", rank, id, member_id`
  const entries: Record<keyof Rows, object[]> = {
    dataset: [],
    dimension: [],
    category: [],
    metric: [],
    breakdown: [],
    unit: [],
    groupMember: [],
  }
  for (const { list, content } of found) entries[camelCase(list) as keyof Rows].push(fieldsOf(content))
  return entries as Entries
}

const fieldsOf = (columns: object): object =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [camelCase(name), name === 'synonyms' ? (value ?? []) : value]),
  )

const camelCase = memoizeByText((name) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()))

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
