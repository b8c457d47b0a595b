import { identityText } from '../../../domain/codes/identity.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low, rateHigh, rateLow } from '../../sql/bounds.js'
import { monthCount, shorterYearToDate } from '../../sql/period.js'
import { isPartlyPrinted, termRefs } from './lib/compositions.js'
import type { Check, Draft } from './lib/draft.js'
import { type CheckedRelease, hasDigits } from './lib/release.js'
import { type Ref, ref, type Subject, subject, type Texts } from './lib/subject.js'

const { sql, raw } = Prisma

const grossGap = 0.1

const step = { leastFactor: 0.95, mostMonths: 4 } as const

interface Broken extends Subject, Texts<'rate' | 'base' | 'sum'> {
  readonly metric_id: number
  readonly terms: Ref[]
}

interface Jump extends Subject, Texts<'rate' | 'base' | 'before_base'> {
  readonly before: Ref
}

type Fall = Subject & Texts<'rate'>

/**
 * Reports printed growth that contradicts other printed growth (GROWTH_MISMATCH). A value and its growth imply a value
 * one year earlier, its base. The bases of a metric and of its terms must fit its identity: a warning, or an error if
 * they are a tenth apart. Without an identity, the base of a year to date must fit that of the month before: a warning.
 * A fall by more than 100 % is an error.
 */
export const checkImpliedBases: Check = async (release) => {
  const broken = await readBroken(release)
  const jumps = await readJumps(release)
  const falls = await readFalls(release)
  const finding = (row: Fall, draft: Pick<Draft, 'severity' | 'others' | 'about' | 'says'>): Draft => ({
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
        says: { code: 'FALL_BELOW_ZERO', rate: row.rate },
      }),
    ),
    ...broken.map((row) =>
      finding(row, {
        severity: Math.abs(Number(row.base) - Number(row.sum)) > grossGap * Number(row.base) ? 'ERROR' : 'WARNING',
        others: row.terms,
        about: 'identity',
        says: {
          ...{ code: 'BASES_APART', rate: row.rate, base: row.base, sum: row.sum },
          terms: identityText(release.codes.metricById(row.metric_id).identity ?? []),
        },
      }),
    ),
    ...jumps.map((row) =>
      finding(row, {
        severity: 'WARNING',
        others: [row.before],
        about: 'implied base',
        says: { code: 'BASE_JUMPS', rate: row.rate, base: row.base, before: row.before_base },
      }),
    ),
  ]
}

/** The bounds of the implied base, and its approximate value divided by 100. */
const baseLow = (alias: string): Prisma.Sql => sql`(${low(alias)} * 100 / (100 + ${rateHigh(`${alias}.yoy`)}))`
const baseHigh = (alias: string): Prisma.Sql => sql`(${high(alias)} * 100 / (100 + ${rateLow(`${alias}.yoy`)}))`
const base = (alias: string): string => `(${alias}.value::float8 / (100 + ${alias}.yoy::float8))`

/** The relative gap that the rounding of growth may explain. Smaller gaps are not computed exactly. */
const roundingGap = 0.0004

const hasBase = (alias: string): string =>
  `(${alias}.qualifier = 'EXACT' AND ${alias}.value > 0 AND ${alias}.yoy > -99) IS TRUE`

const compositionsWithBases = sql`composition WHERE ${raw(hasBase('(whole)'))}
  AND (SELECT bool_and(${raw(hasBase('t'))}) FROM unnest(terms) AS t)`

function readBroken(release: CheckedRelease): Promise<Broken[]> {
  const wholeBase = raw(base('(whole)'))
  const sum = sql`(SELECT sum(signs[at] * ${raw(base('(terms[at])'))}) FROM generate_subscripts(terms, 1) AS at)`
  const boundOfSum = (of: (alias: string) => Prisma.Sql, other: (alias: string) => Prisma.Sql): Prisma.Sql =>
    sql`(SELECT sum(CASE WHEN signs[at] > 0 THEN ${of('(terms[at])')} ELSE -${other('(terms[at])')} END) FROM generate_subscripts(terms, 1) AS at)`
  return release.tx.$queryRaw<Broken[]>`
    WITH apart AS MATERIALIZED (
      SELECT * FROM ${compositionsWithBases} AND ${isPartlyPrinted(release)}
        AND low <= ${high('(whole)')} AND high >= ${low('(whole)')} AND abs(${wholeBase} - ${sum}) > ${roundingGap} * ${wholeBase}
    )
    SELECT ${subject('(whole)')}, (whole).metric_id, (whole).yoy::text AS rate, ${termRefs} AS terms,
      (100 * ${wholeBase})::text AS base, (100 * ${sum})::text AS sum
    FROM apart
    WHERE ${baseLow('(whole)')} > ${boundOfSum(baseHigh, baseLow)} OR ${baseHigh('(whole)')} < ${boundOfSum(baseLow, baseHigh)}`
}

function readJumps(release: CheckedRelease): Promise<Jump[]> {
  const factor = sql`(100 * ${raw(base('p'))}) / nullif(100 * ${raw(base('b'))}, 0)`
  return release.tx.$queryRaw<Jump[]>`
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

const readFalls = (release: CheckedRelease): Promise<Fall[]> => release.tx.$queryRaw<Fall[]>`
  SELECT ${subject('p')}, p.yoy::text AS rate FROM ${release.printed} p
  WHERE p.yoy < -100 AND ${rateHigh('p.yoy')} < -100 AND p.metric_id <> ALL (${release.signedMetrics}::int[])
    AND NOT EXISTS (SELECT 1 FROM ${release.known} b WHERE b.metric_id = p.metric_id AND b.value < 0)`
