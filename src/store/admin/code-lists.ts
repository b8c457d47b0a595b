import { isDeepStrictEqual } from 'node:util'
import type { CodeListRows } from '../../domain/codes/codes.js'
import { nearest } from '../../domain/text/nearest.js'
import { isRedefined, type UnitRow } from '../../domain/units/unit.js'
import { formatCount, Refusal, refuse } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { recordCodes } from '../ingest/code-versions.js'
import { rankCategories } from '../ingest/new-codes.js'
import { readUnits } from '../query/code-lists.js'

const { sql, raw } = Prisma

type Client = Prisma.TransactionClient

/**
 * Appends the new codes of a list, and updates the others; no code is moved or removed. Throws UNKNOWN_CODE for a
 * dimension, parent or member that neither the list nor the store has. Call it within `change`.
 */
export async function writeCodeLists(
  client: Client,
  version: number,
  { datasets = [], metrics, dimensions, categories, units = [] }: CodeListRows,
): Promise<void> {
  await writeUnits(client, units)
  const places = (rows: readonly object[]) => JSON.stringify(rows.map((row, place) => ({ ...row, place: place + 1 })))
  await writeDatasets(client, places(datasets))
  await client.$executeRaw`
    INSERT INTO metric (code, name_en, name_zh, description, synonyms, additivity, identity, rank)
    SELECT r.code, ${texts}, r.synonyms, coalesce(r.additivity::additivity, old.additivity),
      nullif(coalesce(r.identity, old.identity), ''),
      place + (SELECT coalesce(max(rank), 0) FROM metric)
    FROM jsonb_to_recordset(${places(metrics)}::jsonb)
      AS r(code text, name jsonb, description text, synonyms text[], additivity text, identity text, place int)
    LEFT JOIN metric old ON old.code = r.code
    ON CONFLICT (code) DO UPDATE SET name_en = EXCLUDED.name_en, name_zh = EXCLUDED.name_zh,
      description = EXCLUDED.description, synonyms = coalesce(EXCLUDED.synonyms, metric.synonyms),
      additivity = EXCLUDED.additivity, identity = EXCLUDED.identity`
  await client.$executeRaw`
    INSERT INTO dimension (code, name_en, name_zh, description, rank)
    SELECT r.code, ${texts}, place + (SELECT coalesce(max(rank), 0) FROM dimension)
    FROM jsonb_to_recordset(${places(dimensions)}::jsonb) AS r(code text, name jsonb, description text, place int)
    LEFT JOIN dimension old ON old.code = r.code
    ON CONFLICT (code) DO UPDATE SET name_en = EXCLUDED.name_en, name_zh = EXCLUDED.name_zh,
      description = EXCLUDED.description`

  await refuseUnknown(client, categories)
  const rows = places(categories)
  await client.$executeRaw`
    INSERT INTO category (dimension_id, code, name_en, name_zh, description, synonyms, is_aggregate, position)
    SELECT d.id, r.code, ${texts}, r.synonyms, coalesce(r."isAggregate", old.is_aggregate, false),
      r.place + (SELECT coalesce(max(position), 0) FROM category)
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(dimension text, code text, name jsonb, description text, synonyms text[], "isAggregate" boolean, place int)
    JOIN dimension d ON d.code = r.dimension
    LEFT JOIN category old ON old.dimension_id = d.id AND old.code = r.code
    ON CONFLICT (dimension_id, code) DO UPDATE SET name_en = EXCLUDED.name_en, name_zh = EXCLUDED.name_zh,
      description = EXCLUDED.description, synonyms = coalesce(EXCLUDED.synonyms, category.synonyms),
      is_aggregate = EXCLUDED.is_aggregate`
  await client.$executeRaw`
    UPDATE category SET parent_id = parent.id
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(dimension text, code text, parent text)
    JOIN dimension d ON d.code = r.dimension
    JOIN category own ON own.dimension_id = d.id AND own.code = r.code
    LEFT JOIN category parent ON parent.dimension_id = d.id AND parent.code = r.parent
    WHERE category.id = own.id AND r.parent IS NOT NULL`
  await writeMembers(client, categories)
  await refuseCycles(client)
  await rankCategories(client)
  await recordCodes(client, version)
}

/** Adds units, and changes the texts of known ones. Throws CONFLICT for another measure or factor of a known unit. */
async function writeUnits(client: Client, rows: readonly UnitRow[]): Promise<void> {
  const known = new Map((await readUnits(client)).map((info) => [info.row.code, info]))
  for (const row of rows) {
    const before = known.get(row.code)
    if (before !== undefined && isRedefined(row, before))
      throw new Refusal('CONFLICT', `${row.code} has another measure or factor already, which never change.`)
  }
  const changed = rows.filter((row) => !isDeepStrictEqual(row, known.get(row.code)?.row))
  const { _max } = await client.unit.aggregate({ _max: { rank: true } })
  for (const [place, { name, pattern, ...row }] of changed.entries()) {
    const texts = { symbol: row.symbol, nameEn: name.en, nameZh: name.zh, patternEn: pattern.en, patternZh: pattern.zh }
    const create = { ...row, ...texts, rank: (_max.rank ?? 0) + place + 1 }
    await client.unit.upsert({ where: { code: row.code }, create, update: texts })
  }
}

/** The texts of a row `r` for a stored row `old`: null keeps a text, '' removes it. */
const texts = sql`nullif(coalesce(r.name->>'en', old.name_en), ''), nullif(coalesce(r.name->>'zh', old.name_zh), ''),
  nullif(coalesce(r.description, old.description), '')`

async function writeDatasets(client: Client, rows: string): Promise<void> {
  const text = (name: string): Prisma.Sql => raw(`nullif(coalesce(r.${name}, old.${name}), '')`)
  const described = (letters: string): Prisma.Sql =>
    raw(`nullif(coalesce(r.description->>'${letters}', old.description_${letters}), '')`)
  await client.$executeRaw`
    INSERT INTO dataset (code, name_en, name_zh, description_en, description_zh, agency, reporter, licence, homepage, calendar, rank)
    SELECT r.code, nullif(coalesce(r.name->>'en', old.name_en), ''), nullif(coalesce(r.name->>'zh', old.name_zh), ''),
      ${described('en')}, ${described('zh')}, ${text('agency')}, ${text('reporter')}, ${text('licence')}, ${text('homepage')},
      coalesce(nullif(r.calendar, 'null'), old.calendar, '[]'), place + (SELECT coalesce(max(rank), 0) FROM dataset)
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(code text, name jsonb, description jsonb, agency text, reporter text,
      licence text, homepage text, calendar jsonb, place int)
    LEFT JOIN dataset old ON old.code = r.code
    ON CONFLICT (code) DO UPDATE SET name_en = EXCLUDED.name_en, name_zh = EXCLUDED.name_zh,
      description_en = EXCLUDED.description_en, description_zh = EXCLUDED.description_zh, agency = EXCLUDED.agency,
      reporter = EXCLUDED.reporter, licence = EXCLUDED.licence, homepage = EXCLUDED.homepage, calendar = EXCLUDED.calendar`
}

async function writeMembers(client: Client, categories: CodeListRows['categories']): Promise<void> {
  const rows = categories.flatMap(({ dimension, code, isAggregate, members }) => {
    const all = isAggregate === false ? [] : members
    return all === null ? [] : [{ dimension, code, members: all }]
  })
  const groups = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(dimension text, code text, members jsonb)
    JOIN dimension d ON d.code = r.dimension JOIN category own ON own.dimension_id = d.id AND own.code = r.code`
  await client.$executeRaw`
    DELETE FROM group_member USING ${groups}, category member
    WHERE group_id = own.id AND member_id = member.id AND NOT jsonb_exists(r.members, member.code)`
  await client.$executeRaw`
    INSERT INTO group_member (group_id, member_id)
    SELECT own.id, member.id FROM ${groups}
    CROSS JOIN jsonb_array_elements_text(r.members) AS m(code)
    JOIN category member ON member.dimension_id = d.id AND member.code = m.code
    ON CONFLICT DO NOTHING`
}

async function refuseCycles(client: Client): Promise<void> {
  const rows = await client.$queryRaw<{ ref: string }[]>`
    WITH RECURSIVE reached AS (
      SELECT id FROM category WHERE parent_id IS NULL
      UNION ALL SELECT c.id FROM category c JOIN reached r ON c.parent_id = r.id
    )
    SELECT d.code || ':' || c.code AS ref FROM category c JOIN dimension d ON d.id = c.dimension_id
    WHERE NOT EXISTS (SELECT 1 FROM reached r WHERE r.id = c.id) ORDER BY 1 LIMIT 10`
  if (rows.length > 0)
    refuse(`${rows.map(({ ref }) => ref).join(', ')} would be below themselves. Categories must form a tree.`)
}

const mostNamed = 10

async function refuseUnknown(client: Client, categories: CodeListRows['categories']): Promise<void> {
  const dimensions = new Set((await client.dimension.findMany()).map(({ code }) => code))
  const present = await client.category.findMany({ include: { dimension: true } })
  const known = new Set([
    ...present.map(({ code, dimension }) => `${dimension.code}:${code}`),
    ...categories.map(({ code, dimension }) => `${dimension}:${code}`),
  ])
  const missing = categories.flatMap(({ dimension, code, parent, members }) => {
    const refers = [...(parent ? [parent] : []), ...(members ?? [])].map((other) => `${dimension}:${other}`)
    const unknown = dimensions.has(dimension) ? refers.filter((ref) => !known.has(ref)) : [dimension]
    return unknown.map((ref) => ({ by: `${dimension}:${code}`, ref }))
  })
  if (missing.length === 0) return
  const named = missing.slice(0, mostNamed)
  const texts = named.map(({ by, ref }) => `${by} refers to "${ref}"`)
  const more = missing.length > mostNamed ? `, and ${formatCount(missing.length - mostNamed)} more do likewise` : ''
  const message = `${texts.join(', ')}${more}: neither the list nor the store has ${missing.length > 1 ? 'these' : 'it'}.`
  const near = named.map(({ ref }) => nearest(ref, [...dimensions, ...known]))
  const didYouMean = missing.length > 1 ? near.flatMap((each) => each.slice(0, 1)) : near.flat()
  throw new Refusal('UNKNOWN_CODE', message, { didYouMean: [...new Set(didYouMean)] })
}
