import { Prisma } from '../../generated/prisma/client.js'

const { sql } = Prisma

export const confirmedSeries = sql`(SELECT id, row_number() OVER (ORDER BY id) AS n
  FROM unnest(c.series) r, generate_series(lower(r), upper(r) - 1) id)`

export const confirmedPlaces = sql`unnest(c.sources, c.source_rows) WITH ORDINALITY AS p(source, source_row, n)`

/** The series in a row `c` of `confirmation`, each with its source and row in the release that confirms. */
export const confirmedRows = sql`(
  SELECT id AS series_id, p.source, p.source_row FROM ${confirmedSeries} s LEFT JOIN ${confirmedPlaces} USING (n))`
