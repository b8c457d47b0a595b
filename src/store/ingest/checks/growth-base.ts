import { identityText } from '../../../domain/codes/identity.js'
import { Decimal } from '../../../domain/numbers/decimal.js'
import { Prisma } from '../../../generated/prisma/client.js'
import { high, low, rateHigh, rateLow } from '../../sql/bounds.js'
import {
  type Checked,
  type Found,
  inUnit,
  isStaged,
  known,
  printed,
  type Ref,
  ref,
  type Subject,
  signedMetrics,
  subject,
} from './check.js'

const { sql, raw } = Prisma

/** A gap between implied bases above this part of them is an error. */
const gross = 0.1

/** The base of a year to date, in times of that of the month before: it may fall so far, and grow by so many months. */
const step = { least: 0.95, months: 4 } as const

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

/**
 * Finds growth that contradicts other growth by the levels of a year before that they imply: GROWTH_MISMATCH. Those of a
 * metric and of what it is made of follow its identity, whatever the rounding: a warning, an error above a tenth. Where no
 * identity confirms it, that of a year to date follows the month before: a warning. None falls by more than all there was.
 */
export async function checkImpliedBases(tx: Prisma.TransactionClient, checked: Checked): Promise<Found[]> {
  const broken = await readBroken(tx, checked)
  const jumps = await readJumps(tx, checked)
  const impossible = await readImpossible(tx, checked)
  return [
    ...impossible.map(impossibleFinding),
    ...broken.map((row) => brokenFinding(row, checked)),
    ...jumps.map(jumpFinding),
  ]
}

/** The level of a year before that a level and its growth imply: its bounds, or what the printed numbers make. */
const baseLow = (alias: string): Prisma.Sql => sql`(${low(alias)} * 100 / (100 + ${rateHigh(`${alias}.yoy`)}))`
const baseHigh = (alias: string): Prisma.Sql => sql`(${high(alias)} * 100 / (100 + ${rateLow(`${alias}.yoy`)}))`
const base = (alias: string): string => `(${alias}.value::float8 / (100 + ${alias}.yoy::float8))`

/** Growth of a tenth of a percent leaves so much of the base open, at a glance. */
const atAGlance = 0.0004

/** A level above zero with growth of which the base is one too. */
const hasBase = (alias: string): string =>
  `(${alias}.qualifier = 'EXACT' AND ${alias}.value > 0 AND ${alias}.yoy > -99) IS TRUE`

/** Compositions of which every figure has growth. */
const grown = sql`composition WHERE ${raw(hasBase('(whole)'))}
  AND (SELECT bool_and(${raw(hasBase('t'))}) FROM unnest(terms) AS t)`

function readBroken(tx: Prisma.TransactionClient, checked: Checked): Promise<Broken[]> {
  const staged = isStaged(checked)
  const summed = (of: (alias: string) => Prisma.Sql, other: (alias: string) => Prisma.Sql): Prisma.Sql =>
    sql`(SELECT sum(CASE WHEN signs[at] > 0 THEN ${of('(terms[at])')} ELSE -${other('(terms[at])')} END) FROM generate_subscripts(terms, 1) AS at)`
  return tx.$queryRaw<Broken[]>`
    WITH apart AS MATERIALIZED (
      SELECT * FROM ${grown} AND (${staged('(whole)')} OR EXISTS (SELECT 1 FROM unnest(terms) AS t WHERE ${staged('t')})) AND low <= ${high('(whole)')} AND high >= ${low('(whole)')} AND abs(${raw(base('(whole)'))} - (
        SELECT sum(signs[at] * ${raw(base('(terms[at])'))}) FROM generate_subscripts(terms, 1) AS at
      )) > ${atAGlance} * ${raw(base('(whole)'))}
    )
    SELECT ${subject('(whole)')}, (whole).metric_id, (whole).yoy::text AS rate,
      (SELECT jsonb_agg(${ref('terms[at]')} ORDER BY at) FROM generate_subscripts(terms, 1) AS at) AS terms,
      (100 * ${raw(base('(whole)'))})::text AS base,
      (100 * (SELECT sum(signs[at] * ${raw(base('(terms[at])'))}) FROM generate_subscripts(terms, 1) AS at))::text AS sum
    FROM apart
    WHERE ${baseLow('(whole)')} > ${summed(baseHigh, baseLow)} OR ${baseHigh('(whole)')} < ${summed(baseLow, baseHigh)}`
}

function readJumps(tx: Prisma.TransactionClient, checked: Checked): Promise<Jump[]> {
  const times = sql`(100 * ${raw(base('p'))}) / nullif(100 * ${raw(base('b'))}, 0)`
  return tx.$queryRaw<Jump[]>`
    WITH jump AS MATERIALIZED (
      SELECT p.*, ${ref('b')} AS before, ${times} AS times, 100 * ${raw(base('p'))} AS base, 100 * ${raw(base('b'))} AS before_base
      FROM ${printed(checked)} p
      JOIN ${known(checked)} b ON b.series_id = p.series_id AND b.period = p.period - 17
      WHERE p.frequency = 'YEAR_TO_DATE' AND p.period % 16 > 0 AND ${raw(hasBase('p'))} AND ${raw(hasBase('b'))}
    )
    SELECT ${subject('jump')}, yoy::text AS rate, before, base::text, before_base::text FROM jump
    WHERE (times < ${step.least} OR times > 1 + ${step.months}::float8 / (period % 16))
      AND abs(value) >= ('1e' || (2 - scale))::numeric
      AND NOT EXISTS (
        SELECT 1 FROM (SELECT whole, terms FROM ${grown}) c CROSS JOIN unnest(c.terms || c.whole) AS t
        WHERE t.series_id = jump.series_id AND t.period = jump.period)`
}

/** Falls by more than 100 % of a metric of which no figure is below zero. */
function readImpossible(tx: Prisma.TransactionClient, checked: Checked): Promise<(Subject & { rate: string })[]> {
  return tx.$queryRaw`
    SELECT ${subject('p')}, p.yoy::text AS rate FROM ${printed(checked)} p
    WHERE p.yoy < -100 AND ${rateHigh('p.yoy')} < -100 AND p.metric_id <> ALL (${signedMetrics(checked)}::int[])
      AND NOT EXISTS (SELECT 1 FROM ${known(checked)} b WHERE b.metric_id = p.metric_id AND b.value < 0)`
}

const impossibleFinding = (row: Subject & { rate: string }): Found => ({
  kind: 'GROWTH_MISMATCH',
  severity: row.value === null ? 'WARNING' : 'ERROR',
  subject: row,
  part: 'change',
  others: [],
  expected: null,
  reported: row.rate,
  about: 'all there was',
  words: (name) =>
    `${name} is said to have changed by ${row.rate} %: no figure of its metric is below zero, so it cannot fall by more than all there was.`,
})

const brokenFinding = (row: Broken, { codes }: Checked): Found => ({
  kind: 'GROWTH_MISMATCH',
  severity: Math.abs(Number(row.base) - Number(row.sum)) > gross * Number(row.base) ? 'ERROR' : 'WARNING',
  subject: row,
  part: 'change',
  others: row.terms,
  expected: null,
  reported: row.rate,
  about: 'identity',
  words: (name) =>
    `${name} is said to have grown by ${row.rate} %, from ${rounded(row.base, row)}. By their own growth, ${identityText(codes.metricById(row.metric_id).identity ?? [])} came from ${rounded(row.sum, row)}: one of these changes is wrong.`,
})

const jumpFinding = (row: Jump): Found => ({
  kind: 'GROWTH_MISMATCH',
  severity: 'WARNING',
  subject: row,
  part: 'change',
  others: [row.before],
  expected: null,
  reported: row.rate,
  about: 'implied base',
  words: (name, [before]) =>
    `${name} is said to have grown by ${row.rate} %, from ${rounded(row.base, row)} a year before; by the growth of the ${before} that was ${rounded(row.before_base, row)} a month earlier. Is its decimal point where it belongs, or was the year before revised?`,
})

const rounded = (number: string, { unit }: Subject): string => inUnit(new Decimal(number).toSignificantDigits(4), unit)
