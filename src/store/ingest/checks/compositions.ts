import type { Term } from '../../../domain/codes/identity.js'
import { rateMeasures } from '../../../domain/units/unit.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low } from '../../sql/bounds.js'
import { type Checked, wasKnown } from './check.js'

const { sql, raw, join } = Prisma

/**
 * Selects what the identities of the code lists compare, a row for each figure of a composed metric whose terms are all
 * known, where the release printed any of them: `whole` and `terms` as rows of `indicator`, `signs` of the terms, their
 * `sum` (nil counts as 0, null where a term has no level), and its bounds `low` and `high`.
 */
export function compositions(checked: Checked): Prisma.Sql {
  const selects = checked.codes.metrics.flatMap(({ id, code, identity }) => {
    const terms = identity?.map(({ metric, sign }) => ({ metric, sign, known: checked.codes.metric(metric) }))
    if (!terms?.every((term) => term.known !== null)) return []
    return [composition(checked, { id, code }, terms)]
  })
  return join([...selects, none], ' UNION ALL ')
}

/** The columns, and no row: there may be no identity. */
const none = sql`SELECT whole, ARRAY[whole] AS terms, ARRAY[1] AS signs, 0::numeric AS sum, 0::numeric AS low,
  0::numeric AS high FROM indicator whole WHERE false`

function composition(checked: Checked, whole: { id: number; code: string }, terms: readonly Term[]): Prisma.Sql {
  const alias = (index: number): string => `t${index + 1}`
  const each = (sqlOf: (term: Term, alias: string) => Prisma.Sql, separator: string): Prisma.Sql =>
    join(
      terms.map((term, index) => sqlOf(term, alias(index))),
      separator,
    )
  const signed = (of: (alias: string, sign: number) => Prisma.Sql): Prisma.Sql =>
    sql`(${each(({ sign }, name) => sql`${sign}::int * (${of(name, sign)})`, ' + ')})`
  const own = sql`IN (SELECT series_id FROM staging WHERE release_id = ${checked.id}::int)`
  return sql`
    SELECT w AS whole, ARRAY[${each((_, name) => raw(name), ', ')}] AS terms,
      ARRAY[${each(({ sign }) => sql`${sign}::int`, ', ')}] AS signs,
      ${signed((name) => raw(`CASE WHEN ${name}.status = 'NIL' THEN 0 ELSE ${name}.value END`))} AS sum,
      ${signed((name, sign) => (sign > 0 ? low(name) : high(name)))} AS low,
      ${signed((name, sign) => (sign > 0 ? high(name) : low(name)))} AS high
    FROM (
      SELECT s.id AS whole_id, ${each((_, name) => raw(`s_${name}.id AS ${name}_id`), ', ')} FROM series s
      ${each((term, name) => sql`JOIN series ${raw(`s_${name}`)} ON ${raw(`s_${name}`)}.key = ${term.metric} || substr(s.key, ${whole.code.length + 1}::int)`, ' ')}
      WHERE s.metric_id = ${whole.id}::int AND s.measure <> ALL (${rateMeasures}::text[]) AND (s.id ${own} OR ${each((_, name) => sql`${raw(`s_${name}`)}.id ${own}`, ' OR ')})
    ) line
    JOIN indicator w ON w.series_id = line.whole_id AND ${wasKnown('w', checked)}
      AND w.period IN (SELECT DISTINCT period FROM staging WHERE release_id = ${checked.id}::int)
    ${each((_, name) => sql`JOIN indicator ${raw(`${name} ON ${name}.series_id = line.${name}_id AND ${name}.period = w.period`)} AND ${wasKnown(name, checked)}`, ' ')}`
}
