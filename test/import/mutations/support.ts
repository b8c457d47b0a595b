import type { Finding, IndicatorRef } from '../../../src/domain/observations/finding.js'
import { importRelease } from '../../../src/import/importer.js'
import type { Database } from '../../../src/store/database/open.js'
import type { IngestReport } from '../../../src/store/ingest/refusal.js'
import { Dice } from '../dice.js'
import { takeMonths } from '../tables.js'
import { drawMutation, type KindName, kindNames, type Mutation } from './kinds.js'
import {
  type Cut,
  drawCut,
  isAfter,
  metricOf,
  periodOf,
  readMonth,
  requestFor,
  seriesOf,
  type Table,
  type TableKind,
  tableKinds,
} from './tables.js'

export interface Plan {
  readonly seed: string
  /** Mutations of each kind of table. */
  readonly per: number
  /** The tested months, each in a store that holds those before it: from 3 to 12. */
  readonly months: readonly number[]
  /** The kinds of table; all of them where this says none. */
  readonly tables?: readonly TableKind[]
}

/** What a dry run says of a mutation that it does not say of the same table without it. */
export interface Outcome {
  readonly mutation: Mutation
  readonly refused: boolean
  /** New findings of severity WARNING and above about a place that was changed. */
  readonly findings: readonly Finding[]
  /** Those about others. */
  readonly elsewhere: readonly Finding[]
  /** Indicates whether the figure at fault in one of them is one that was changed. */
  readonly named: boolean
}

/** What a dry run says of a table as it was published. */
export interface Unspoilt {
  readonly cut: Cut
  readonly accepted: boolean
  /** Errors of any kind, warnings of UNIT_SUSPECT and REVISION_SUSPECT. */
  readonly alarms: readonly Finding[]
}

export interface Measured {
  readonly outcomes: readonly Outcome[]
  readonly unspoilt: readonly Unspoilt[]
}

/** The mutations that are tried on one part of a table. */
interface Trial {
  readonly cut: Cut
  readonly mutations: readonly Mutation[]
}

/** So many mutations are tried on one part of a table. */
const perCut = 5

/** Draws the parts of tables and their mutations: the same for the same plan, and of each kind of table by itself. */
export async function drawTrials({ seed, per, months, tables: kinds = tableKinds }: Plan): Promise<Trial[]> {
  const tables: Table[] = []
  for (let month = 1; month <= Math.max(...months); month++) tables.push(await readMonth(month))
  return kinds.flatMap((kind) => {
    const trials: Trial[] = []
    const rotated = new Rotation(new Dice(`${seed} ${kind} order`))
    for (let drawn = 0; drawn < per; ) {
      const dice = new Dice(`${seed} ${kind} ${trials.length}`)
      const month = kind === 'one month before' ? 2 : dice.pick(months)
      const upTo = tables.slice(0, month)
      const [before, table] = kind === 'first series' ? twice(seriesOf(upTo, dice)) : upTo.slice(-2)
      if (table === undefined || before === undefined) throw new Error(`There is no table of month ${month}.`)
      const mutations: Mutation[] = []
      const cut = drawCut(kind, table, before, dice)
      if (hasNumbers(cut))
        for (const each of rotated.take(Math.min(perCut, per - drawn), (kind) => drawMutation(kind, cut, dice)))
          mutations.push(each)
      drawn += mutations.length
      trials.push({ cut, mutations })
      if (trials.length > 100 * per) throw new Error(`No mutations can be drawn of ${kind}.`)
    }
    return trials.filter(({ mutations }) => mutations.length > 0)
  })
}

const twice = <T>(value: T): readonly [T, T] => [value, value]

/** The month whose tables the store has not yet when a part of a table is tried. */
const stageOf = ({ kind, table }: Cut): number => (kind === 'first series' ? 1 : table.month)

const hasNumbers = ({ table, rows, columns }: Cut): boolean =>
  rows.some((row) => columns.some((column) => /\d/.test(table.places[row]?.cells[column] ?? '')))

/** Takes the kinds of error in turn, so that each is drawn about equally often; kinds that cannot be had wait. */
class Rotation {
  readonly #queue: KindName[]
  constructor(dice: Dice) {
    this.#queue = dice.sample(kindNames, kindNames.length)
  }
  take(count: number, draw: (kind: KindName) => Mutation | null): Mutation[] {
    const found: Mutation[] = []
    for (const kind of [...this.#queue]) {
      if (found.length === count) break
      const mutation = draw(kind)
      if (mutation === null) continue
      found.push(mutation)
      this.#queue.splice(this.#queue.indexOf(kind), 1)
      this.#queue.push(kind)
    }
    return found
  }
}

/** Tries all mutations in dry runs, each in the store as it was before the table was published. */
export async function measure(
  database: Database,
  plan: Plan,
  progress: (done: readonly Outcome[], of: number) => void = () => {},
): Promise<Measured> {
  const trials = await drawTrials(plan)
  const outcomes: Outcome[] = []
  const unspoilt: Unspoilt[] = []
  const of = trials.reduce((sum, { mutations }) => sum + mutations.length, 0)
  const known = new Map<string, Unspoilt & { readonly said: ReadonlySet<string> }>()
  const tryAll = async (some: readonly Trial[]): Promise<void> => {
    for (const { cut, mutations } of some) {
      const key = JSON.stringify([
        cut.table.month,
        cut.kind,
        cut.table.places[0]?.category,
        cut.rows,
        cut.columns,
        cut.growth,
      ])
      const before = known.get(key) ?? (await asPublished(database, cut))
      if (!known.has(key)) unspoilt.push(before)
      known.set(key, before)
      for (const mutation of mutations) {
        outcomes.push(await outcomeOf(database, mutation, before.said))
        progress(outcomes, of)
      }
    }
    // A dry run leaves dead rows, which the embedded store does not clean up by itself.
    await database.pool.query('VACUUM')
  }
  const last = Math.max(...trials.map(({ cut }) => stageOf(cut)))
  for (let month = 1; month <= last; month++) {
    const own = trials.filter(({ cut }) => stageOf(cut) === month)
    await tryAll(own.filter(({ cut }) => !isAfter(cut.kind)))
    await takeMonths(database, [month])
    await tryAll(own.filter(({ cut }) => isAfter(cut.kind)))
  }
  return { outcomes, unspoilt }
}

const said = ({ kind, key, severity }: Finding): string => `${kind} ${severity} ${key}`

async function asPublished(database: Database, cut: Cut) {
  const { accepted, findings } = await importRelease(database, requestFor(cut))
  const alarms = findings.filter(isAlarm)
  return { cut, accepted, alarms, said: new Set(findings.map(said)) }
}

/** Indicates whether a finding about a published table is a false alarm. */
export const isAlarm = ({ kind, severity }: Finding): boolean =>
  severity === 'ERROR' || (severity === 'WARNING' && (kind === 'UNIT_SUSPECT' || kind === 'REVISION_SUSPECT'))

async function outcomeOf(database: Database, mutation: Mutation, before: ReadonlySet<string>): Promise<Outcome> {
  const report: IngestReport = await importRelease(database, requestFor(mutation.cut, mutation.edits))
  const findings = report.findings.filter((each) => each.severity !== 'INFO' && !before.has(said(each)))
  const isAbout = about(mutation)
  const figures = changedFigures(mutation)
  return {
    mutation,
    refused: !report.accepted,
    findings: findings.filter(isAbout),
    elsewhere: findings.filter((each) => !isAbout(each)),
    named: findings.some(({ indicators: [first] }) => first !== undefined && figures.has(nameOf(first))),
  }
}

/** A figure by metric, category and period. */
const nameOf = ({ series, period }: IndicatorRef): string => [...series.split('|').slice(1, 3), period].join(' ')

const changedFigures = ({ cut, edits }: Mutation): ReadonlySet<string> =>
  new Set(
    [...edits].map(({ row, column }) =>
      [metricOf(column), cut.table.places[row]?.category, periodOf(cut.table, row, column)].join(' '),
    ),
  )

/** Whether a finding is about a changed place: one of its figures is, or its cell stands in a changed row. */
function about({ cut, edits }: Mutation): (finding: Finding) => boolean {
  const places = new Set<string>()
  const columns = new Set<string>()
  for (const { row, column } of edits) {
    places.add(cut.table.places[row]?.category ?? '')
    columns.add(`${metricOf(column)} ${periodOf(cut.table, row, column)}`)
  }
  return ({ indicators, key }) =>
    indicators.length === 0 ||
    indicators.some(({ series, period }) => {
      const [, metric, category = ''] = series.split('|')
      return places.has(category) || (key.endsWith(' column') && columns.has(`${metric} ${period}`))
    })
}
