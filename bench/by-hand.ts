import pg from 'pg'
import { ordinal, type Question } from './questions.js'

// The rows of each question by one prepared statement, as who knows the store by heart writes it, with the version of
// the store that they are of, and without those of "under" so much, which satisfy no `gte`. `hand` makes answers of them, `sql` takes them as they are.

/** Ids of codes, from the code lists. */
export interface Codes {
  readonly metrics: ReadonlyMap<string, number>
  readonly breakdowns: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<string, number>
}

/** The code lists with their labels, by code and by id. */
export async function readCodes(pool: pg.Pool) {
  const metrics = (
    await pool.query<{ id: number; code: string; name_en: string }>('SELECT id, code, name_en FROM metric')
  ).rows
  const categories = (
    await pool.query<{ id: number; code: string; name_en: string; dimension: string }>(
      'SELECT c.id, c.code, c.name_en, d.code AS dimension FROM category c JOIN dimension d ON d.id = c.dimension_id',
    )
  ).rows
  const breakdowns = (
    await pool.query<{ id: number; code: string }>(
      'SELECT b.id, d.code FROM breakdown b JOIN dimension d ON b.dimensions = ARRAY[d.id]',
    )
  ).rows
  const codes: Codes = {
    metrics: new Map(metrics.map(({ code, id }) => [code, id])),
    breakdowns: new Map(breakdowns.map(({ code, id }) => [code, id])),
    categories: new Map(categories.map(({ dimension, code, id }) => [`${dimension}:${code}`, id])),
  }
  return { codes, metric: byId(metrics), category: byId(categories) }
}

const byId = <T extends { id: number }>(rows: readonly T[]): ReadonlyMap<number, T> =>
  new Map(rows.map((row) => [row.id, row]))

type Variables = Question['variables']
const list = (value: unknown, ids: ReadonlyMap<string, number>): (number | undefined)[] =>
  (value as string[]).map((code) => ids.get(code))
const version = '(SELECT version FROM store_state) AS version'

/** The statement of a question, with its values. */
export function statement(
  name: string,
  variables: Variables,
  { metrics, breakdowns, categories }: Codes,
): pg.QueryConfig {
  switch (name) {
    case 'page':
      return {
        name,
        text: `SELECT ${version}, metric_id, category_id, value, unit FROM indicator
          WHERE metric_id = $1 AND breakdown_id = $2 AND period = $3 AND known_to IS NULL AND to_version IS NULL AND value >= $4::numeric AND qualifier <> 'UNDER'
          ORDER BY value DESC NULLS LAST, series_id DESC LIMIT 50`,
        values: [
          ...list(variables['metrics'], metrics),
          ...list(variables['dimensions'], breakdowns),
          ordinal((variables['periods'] as string[])[0]),
          variables['least'],
        ],
      }
    case 'one':
      return {
        name,
        text: `SELECT ${version}, metric_id, category_id, period, value, unit FROM indicator
          WHERE metric_id = $1 AND category_id = $2 AND known_to IS NULL AND to_version IS NULL AND value >= $3::numeric AND qualifier <> 'UNDER' ORDER BY period LIMIT 50`,
        values: [
          ...list(variables['metrics'], metrics),
          ...list(variables['categories'], categories),
          variables['least'],
        ],
      }
    case 'facets':
      return {
        name,
        text: `SELECT ${version}, f.* FROM (SELECT category_id, count(*)::int AS n FROM indicator
          WHERE metric_id = ANY($1::int[]) AND breakdown_id = ANY($2::int[]) AND value >= $3::numeric AND qualifier <> 'UNDER' AND known_to IS NULL AND to_version IS NULL GROUP BY 1) f`,
        values: [list(variables['metrics'], metrics), list(variables['dimensions'], breakdowns), variables['least']],
      }
    case 'derived': // with the figures of a year before, and the totals
      return {
        name,
        text: `SELECT ${version}, s.key, i.period, i.value, i.scale, i.unit, i.yoy, i.qualifier, i.status, i.release_id
          FROM indicator i JOIN series s ON s.id = i.series_id
          WHERE i.metric_id = ANY($1::int[]) AND i.category_id = ANY($2::int[]) AND i.value >= $3::numeric AND i.qualifier <> 'UNDER' AND i.known_to IS NULL AND to_version IS NULL`,
        values: [
          list(variables['metrics'], metrics),
          [...list(variables['categories'], categories), categories.get('TOTAL:ALL')],
          variables['least'],
        ],
      }
    default: // table, asOf
      return {
        name,
        text: `SELECT ${version}, category_id, period, value, unit FROM indicator
          WHERE metric_id = ANY($1::int[]) AND category_id = ANY($2::int[]) AND value >= $3::numeric AND qualifier <> 'UNDER' AND ${
            name === 'table'
              ? 'known_to IS NULL AND to_version IS NULL'
              : 'known_from <= $4 AND (known_to IS NULL AND to_version IS NULL OR known_to > $4)'
          }`,
        values: [
          list(variables['metrics'], metrics),
          list(variables['categories'], categories),
          variables['least'],
          ...(name === 'table' ? [] : [variables['asOf']]),
        ],
      }
  }
}

/** A pool as the server has one. */
export const poolOf = (url: string): pg.Pool =>
  new pg.Pool({ connectionString: url, options: '-c TimeZone=UTC -c random_page_cost=1.1 -c jit=off', max: 10 })
