import { identityText } from '../../../domain/codes/identity.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low, rateHigh, rateLow } from '../../sql/bounds.js'
import { monthCount, shorterYearToDate } from '../../sql/period.js'
import { type Check, type Draft, type Ref, ref, roundedInUnit, type Subject, subject } from './lib/draft.js'
import { type CheckedRelease, hasDigits } from './lib/release.js'

type Transaction = Prisma.TransactionClient
const { sql, raw } = Prisma

const grossGap = 0.1

/** The least factor between the implied bases of two consecutive years to date, and the most months that may be added. */
const step = { leastFactor: 0.95, mostMonths: 4 } as const

type Broken = Subject & {
  readonly metric_id: number
  readonly rate: string
  readonly terms: Ref[]
  readonly base: string
  readonly sum: string
}

type Jump = Subject & {
  readonly rate: string
  readonly before: Ref
  readonly base: string
  readonly before_base: string
}

type Fall = Subject & { readonly rate: string }

/**
 * GROWTH_MISMATCH: printed growth that contradicts other printed growth. A value and its growth imply a value one year
 * earlier, its base. The bases of a metric and of its terms must fit its identity: a warning, or an error if they are a
 * tenth apart. Without an identity, the base of a year to date must fit that of the month before: a warning. A fall by
 * more than 100 % is an error.
 */
export const checkImpliedBases: Check = async (tx, release) => {
  const broken = await readBroken(tx, release)
  const jumps = await readJumps(tx, release)
  const falls = await readFalls(tx, release)
  const finding = (row: Fall, draft: Pick<Draft, 'severity' | 'others' | 'about' | 'message'>): Draft => ({
    kind: 'GROWTH_MISMATCH',
    subject: row,
    part: 'change',
    reported: row.rate,
    ...draft,
  })
  return [
    ...falls.map((row) =>
      finding(row, {
        severity: row.value === null ? 'WARNING' : 'ERROR',
        about: 'all there was',
        message: (name) =>
          `${name} has a printed change of ${row.rate} %, but values of this metric are never negative, so they cannot fall by more than 100 %.`,
      }),
    ),
    ...broken.map((row) =>
      finding(row, {
        severity: Math.abs(Number(row.base) - Number(row.sum)) > grossGap * Number(row.base) ? 'ERROR' : 'WARNING',
        others: row.terms,
        about: 'identity',
        message: (name) =>
          `${name} has printed growth of ${row.rate} %, which implies ${roundedInUnit(row.base, row.unit)} one year earlier, but the growth of ${identityText(release.codes.metricById(row.metric_id).identity ?? [])} implies ${roundedInUnit(row.sum, row.unit)}. One of these growth rates is wrong.`,
      }),
    ),
    ...jumps.map((row) =>
      finding(row, {
        severity: 'WARNING',
        others: [row.before],
        about: 'implied base',
        message: (name, [before]) =>
          `${name} has printed growth of ${row.rate} %, which implies ${roundedInUnit(row.base, row.unit)} one year earlier, but the growth of ${before} implies ${roundedInUnit(row.before_base, row.unit)} one month before that. Check the position of the decimal point, and whether the year before was revised.`,
      }),
    ),
  ]
}

/** Bounds of the implied base, and its approximate value divided by 100. */
const baseLow = (alias: string): Prisma.Sql => sql`(${low(alias)} * 100 / (100 + ${rateHigh(`${alias}.yoy`)}))`
const baseHigh = (alias: string): Prisma.Sql => sql`(${high(alias)} * 100 / (100 + ${rateLow(`${alias}.yoy`)}))`
const base = (alias: string): string => `(${alias}.value::float8 / (100 + ${alias}.yoy::float8))`

/** The relative gap that the rounding of growth may explain. Smaller gaps are not computed exactly. */
const roundingGap = 0.0004

const hasBase = (alias: string): string =>
  `(${alias}.qualifier = 'EXACT' AND ${alias}.value > 0 AND ${alias}.yoy > -99) IS TRUE`

const compositionsWithBases = sql`composition WHERE ${raw(hasBase('(whole)'))}
  AND (SELECT bool_and(${raw(hasBase('t'))}) FROM unnest(terms) AS t)`

function readBroken(tx: Transaction, release: CheckedRelease): Promise<Broken[]> {
  const wholeBase = raw(base('(whole)'))
  const sum = sql`(SELECT sum(signs[at] * ${raw(base('(terms[at])'))}) FROM generate_subscripts(terms, 1) AS at)`
  const boundOfSum = (of: (alias: string) => Prisma.Sql, other: (alias: string) => Prisma.Sql): Prisma.Sql =>
    sql`(SELECT sum(CASE WHEN signs[at] > 0 THEN ${of('(terms[at])')} ELSE -${other('(terms[at])')} END) FROM generate_subscripts(terms, 1) AS at)`
  return tx.$queryRaw<Broken[]>`
    WITH apart AS MATERIALIZED (
      SELECT * FROM ${compositionsWithBases}
        AND (${release.isPrinted('(whole)')} OR EXISTS (SELECT 1 FROM unnest(terms) AS t WHERE ${release.isPrinted('t')}))
        AND low <= ${high('(whole)')} AND high >= ${low('(whole)')} AND abs(${wholeBase} - ${sum}) > ${roundingGap} * ${wholeBase}
    )
    SELECT ${subject('(whole)')}, (whole).metric_id, (whole).yoy::text AS rate,
      (SELECT jsonb_agg(${ref('terms[at]')} ORDER BY at) FROM generate_subscripts(terms, 1) AS at) AS terms,
      (100 * ${wholeBase})::text AS base, (100 * ${sum})::text AS sum
    FROM apart
    WHERE ${baseLow('(whole)')} > ${boundOfSum(baseHigh, baseLow)} OR ${baseHigh('(whole)')} < ${boundOfSum(baseLow, baseHigh)}`
}

function readJumps(tx: Transaction, release: CheckedRelease): Promise<Jump[]> {
  const factor = sql`(100 * ${raw(base('p'))}) / nullif(100 * ${raw(base('b'))}, 0)`
  return tx.$queryRaw<Jump[]>`
    WITH jump AS MATERIALIZED (
      SELECT p.*, ${ref('b')} AS before, ${factor} AS factor, 100 * ${raw(base('p'))} AS base, 100 * ${raw(base('b'))} AS before_base
      FROM ${release.printed} p
      JOIN ${release.known} b ON b.series_id = p.series_id AND b.period = ${shorterYearToDate('p.period')}
      WHERE p.frequency = 'YEAR_TO_DATE' AND ${monthCount('p.period')} > 1 AND ${raw(hasBase('p'))} AND ${raw(hasBase('b'))}
    )
    SELECT ${subject('jump')}, yoy::text AS rate, before, base::text, before_base::text FROM jump
    WHERE (factor < ${step.leastFactor} OR factor > 1 + ${step.mostMonths}::float8 / (${monthCount('period')} - 1))
      AND ${raw(hasDigits('value', 'scale', 3))}
      AND NOT EXISTS (
        SELECT 1 FROM (SELECT whole, terms FROM ${compositionsWithBases}) c CROSS JOIN unnest(c.terms || c.whole) AS t
        WHERE t.series_id = jump.series_id AND t.period = jump.period)`
}

const readFalls = (tx: Transaction, release: CheckedRelease): Promise<Fall[]> => tx.$queryRaw<Fall[]>`
  SELECT ${subject('p')}, p.yoy::text AS rate FROM ${release.printed} p
  WHERE p.yoy < -100 AND ${rateHigh('p.yoy')} < -100 AND p.metric_id <> ALL (${release.signedMetrics}::int[])
    AND NOT EXISTS (SELECT 1 FROM ${release.known} b WHERE b.metric_id = p.metric_id AND b.value < 0)`
