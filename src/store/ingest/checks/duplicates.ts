import { discrepancyText } from '../../../domain/findings/discrepancy-text.js'
import type { Finding } from '../../../domain/observations/finding.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { printedContent } from '../../sql/content.js'
import { fileFinding, type Source } from '../item.js'
import { cellText, discrepancyOf, type PrintedCell, readNames } from './lib/draft.js'
import type { Ref } from './lib/subject.js'

type Transaction = Prisma.TransactionClient

type Duplicate = Ref &
  Pick<PrintedCell, 'source' | 'unit' | 'value' | 'scale'> & { readonly rows: number[]; readonly n: number }

export async function hasDuplicates(tx: Transaction, below: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ twice: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM staging WHERE series_id < ${below} GROUP BY series_id, period HAVING count(*) > 1
    ) AS twice`
  return row?.twice ?? false
}

/**
 * Reports observations that the release prints twice (DUPLICATE). Equal content is information, different content an
 * error, because nothing says which is right. Removes all but the first of each from `staging`.
 */
export async function removeDuplicates(tx: Transaction, release: { sources: readonly Source[] }): Promise<Finding[]> {
  const equal = await removeAllButFirst(tx, printedContent('staging'))
  const different = await removeAllButFirst(tx, Prisma.raw("''"))
  const nameOf = await readNames(tx, [...equal, ...different])
  const finding = (severity: 'INFO' | 'ERROR', row: Duplicate): Finding => {
    const named = nameOf(row)
    const { n, rows, unit } = row
    const discrepancy = discrepancyOf({ code: 'DUPLICATE', n, rows, isEqual: severity === 'INFO' }, unit, [named])
    const source = row.source === null ? null : (release.sources[row.source] ?? null)
    return fileFinding({
      kind: 'DUPLICATE',
      severity,
      message: discrepancyText(discrepancy),
      discrepancy,
      found: cellText({ ...row, source_row: null, yoy: null, share: null }, 'value'),
      file: source?.file ?? null,
      row: row.rows.at(-1) ?? null,
      column: source?.value ?? null,
      indicators: [named],
      key: `${named.series} ${named.period}${severity === 'ERROR' ? ' other' : ''}`,
    })
  }
  return [...equal.map((row) => finding('INFO', row)), ...different.map((row) => finding('ERROR', row))]
}

const removeAllButFirst = (tx: Transaction, content: Prisma.Sql): Promise<Duplicate[]> => tx.$queryRaw<Duplicate[]>`
  WITH numbered AS (
    SELECT ctid, row_number() OVER observation AS n, array_agg(source_row) OVER (observation ROWS BETWEEN UNBOUNDED
      PRECEDING AND UNBOUNDED FOLLOWING) AS rows
    FROM staging
    WINDOW observation AS (PARTITION BY series_id, period, ${content} ORDER BY source, source_row, ctid)
  ), gone AS (
    DELETE FROM staging USING numbered WHERE staging.ctid = numbered.ctid AND numbered.n > 1
    RETURNING series_id, period, frequency, release_id, unit, scale, source, value, rows
  )
  SELECT DISTINCT ON (series_id, period) series_id, period, frequency, release_id, source::int, unit, scale,
    value::text, array_remove(rows, NULL) AS rows, cardinality(rows) AS n
  FROM gone ORDER BY series_id, period, cardinality(rows) DESC, rows`
