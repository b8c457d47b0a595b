import type { Finding } from '../../../domain/observations/finding.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { contentOf } from '../fold.js'
import { naming } from './all.js'
import { type Cell, type Checked, cellText, type Ref, textOf } from './check.js'

type Transaction = Prisma.TransactionClient

type Twice = Ref & Pick<Cell, 'source' | 'unit' | 'value' | 'scale'> & { readonly rows: number[]; readonly n: number }

/** Whether `staging` holds a figure twice, of the series below an id. */
export async function hasDuplicates(tx: Transaction, below: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ twice: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM staging WHERE series_id < ${below} GROUP BY series_id, period HAVING count(*) > 1
    ) AS twice`
  return row?.twice ?? false
}

/**
 * DUPLICATE: figures that the release prints twice. In the same words that is only told; with other content it is an
 * error, as nothing says which of them is right. One of each stays in `staging`, the first.
 */
export async function removeDuplicates(tx: Transaction, checked: Checked): Promise<Finding[]> {
  const same = await takeOut(tx, true)
  const other = await takeOut(tx, false)
  const nameOf = await naming(tx, [...same, ...other])
  const finding = (severity: 'INFO' | 'ERROR', row: Twice): Finding => {
    const named = nameOf(row)
    const where = row.rows.length > 0 ? `, in the rows ${row.rows.join(', ')}` : ''
    const how = severity === 'INFO' ? 'each time the same' : 'with different content: keep the right one'
    const source = row.source === null ? null : (checked.sources[row.source] ?? null)
    return {
      kind: 'DUPLICATE',
      severity,
      message: `${textOf(named)} is printed ${row.n} times${where}, ${how}.`,
      expected: null,
      reported: null,
      unit: null,
      found: cellText({ ...row, source_row: null, yoy: null, share: null }, 'value'),
      file: source?.file ?? null,
      row: row.rows.at(-1) ?? null,
      column: source?.value ?? null,
      indicators: [named],
      key: `${named.series} ${named.period}${severity === 'ERROR' ? ' other' : ''}`,
    }
  }
  return [...same.map((row) => finding('INFO', row)), ...other.map((row) => finding('ERROR', row))]
}

/** Takes out all but the first of each figure, or of each of its contents. */
function takeOut(tx: Transaction, sameContent: boolean): Promise<Twice[]> {
  const distinct = sameContent ? contentOf('staging') : naught
  return tx.$queryRaw<Twice[]>`
    WITH numbered AS (
      SELECT ctid, row_number() OVER figure AS n, array_agg(source_row) OVER (figure ROWS BETWEEN UNBOUNDED PRECEDING
        AND UNBOUNDED FOLLOWING) AS rows
      FROM staging
      WINDOW figure AS (PARTITION BY series_id, period, ${distinct} ORDER BY source, source_row, ctid)
    ), gone AS (
      DELETE FROM staging USING numbered WHERE staging.ctid = numbered.ctid AND numbered.n > 1
      RETURNING series_id, period, frequency, release_id, unit, scale, source, value, rows
    )
    SELECT DISTINCT ON (series_id, period) series_id, period, frequency, release_id, source::int, unit, scale,
      value::text, array_remove(rows, NULL) AS rows, cardinality(rows) AS n
    FROM gone ORDER BY series_id, period, cardinality(rows) DESC, rows`
}

const naught = Prisma.raw("''")
