import { EventEmitter, once } from 'node:events'
import { canonicalTimes, printedText } from '../../domain/numbers/decimal.js'
import { type Change, type Observation, yoyOf } from '../../domain/observations/observation.js'
import { unitInfo } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Copy, ImportLock } from '../database/import-lock.js'
import type { RareParts } from '../query/rows.js'
import type { CodeResolver } from './code-resolver.js'
import type { Series } from './series-tree.js'

const slice = 4000

/** The columns of a figure that say what was printed, in the order of `staging` and `indicator`. */
export const content = Prisma.raw(
  'unit, value, scale, qualifier, status, yoy, share, share_metric_id, share_category_id, share_change, extra',
)

/** The columns of a figure that say what it is a figure of: its series' own ones and its period. */
export const identity = Prisma.raw('series_id, metric_id, breakdown_id, category_id, frequency, period')

/** The columns that say where it stood. */
export const place = Prisma.raw('source, source_row')

const columns = `release_id, ${identity.sql}, ${content.sql}, ${place.sql}`

/** Where a figure stood: in which of its release's sources, and in which row. */
export interface Stood {
  readonly source: number
  readonly row: number
}

/**
 * The figures of one release on their way in: in the table `staging`, which is unlogged and which no reader reads, with
 * their codes as ids. They are copied in outside any transaction, so that the one that follows is short.
 */
export class Staging extends EventEmitter<{ copied: [] }> {
  readonly #copy: Copy
  readonly #coder: CodeResolver
  readonly #releaseId: number
  #series: Series[] = []
  #lines: string[] = []
  #copying: Promise<void> = Promise.resolve()
  count = 0
  /** How many slices stand there, numbered from 1: told by `copied`. */
  slices = 0

  constructor(copy: Copy, coder: CodeResolver, releaseId: number) {
    super()
    this.#copy = copy
    this.#coder = coder
    this.#releaseId = releaseId
  }

  /** Takes in a figure of a series of the coder's; null where there is nothing to wait for. */
  add(figure: Observation, series: Series, stood: Stood | null): Promise<void> | null {
    // As one flat text from here on: what lives to the end of a slice is dear.
    this.#lines.push(this.#line(figure, stood))
    return this.#series.push(series) >= slice ? this.#flush() : null
  }

  /** Waits until all of it is there. */
  async end(): Promise<void> {
    await this.#flush()
    await this.#copying
  }

  /** Waits until so many of them are there: for ever, where there are not. */
  async holds(count: number): Promise<void> {
    while (this.slices * slice < count) await once(this, 'copied')
  }

  /** Makes sure that all of it is there, and says so to the planner. */
  async settle(tx: Prisma.TransactionClient): Promise<void> {
    await refuseLost(tx, this.count)
    await tx.$executeRaw(analyzeStaging)
  }

  async #flush(): Promise<void> {
    const [series, lines] = [this.#series, this.#lines]
    this.#series = []
    this.#lines = []
    await this.#coder.number()
    // The next slice is read while this one is written; what goes wrong is told to whoever comes next.
    await this.#copying
    const number = this.slices + 1
    let text = ''
    for (const [index, { columns }] of series.entries())
      text += `${number}\t${this.#releaseId}\t${columns}\t${lines[index]}\n`
    this.count += lines.length
    this.#copying = this.#copy(`staging (slice, ${columns})`, text).then(() => {
      this.slices = number
      this.emit('copied')
    })
    this.#copying.catch(() => {})
  }

  /** All columns but those of the release and the series. */
  #line(figure: Observation, stood: Stood | null): string {
    const { exponent } = unitInfo(figure.unit)
    const { value, decimals, share, shareOf, shareChange } = figure
    const yoy = yoyOf(figure)
    const base = shareOf === null ? null : this.#coder.shareBase(shareOf)
    const extra = isPlain(figure, yoy) ? null : extraOf(figure, yoy)
    return [
      figure.period.ordinal,
      figure.unit,
      value === null ? none : canonicalTimes(value, exponent),
      decimals === null ? none : decimals - exponent,
      figure.qualifier,
      figure.status,
      yoy?.percent ? printedText(yoy.percent) : none,
      share === null ? none : printedText(share),
      base?.metric ?? none,
      base?.category ?? none,
      shareChange === null ? none : printedText(shareChange),
      extra === null ? none : escaped(JSON.stringify(extra)),
      stood?.source ?? none,
      stood?.row ?? none,
    ].join('\t')
  }
}

/** NULL, as COPY reads it. */
const none = '\\N'

/** JSON holds no tab and no line break but as escapes, and those begin with a backslash. */
const escaped = (json: string): string => json.replaceAll('\\', '\\\\')

/**
 * Does the work with the empty tables `staging` and `staging_series`. Whoever lost the turn leaves them as they are: they
 * may be another's by then, and are made anew by who comes next.
 */
export async function withStaging<T>({ execute }: ImportLock, work: () => Promise<T>): Promise<T> {
  await execute(`
    DROP TABLE IF EXISTS staging, staging_series;
    CREATE UNLOGGED TABLE staging AS SELECT NULL::int AS slice, ${columns} FROM indicator WITH NO DATA;
    CREATE INDEX ON staging (slice);
    CREATE UNLOGGED TABLE staging_series (LIKE series, categories int[])`)
  try {
    return await work()
  } finally {
    await execute('DROP TABLE IF EXISTS staging, staging_series').catch(() => {})
  }
}

/** Says to the planner what `staging` holds, as far as plans depend on it. */
export const analyzeStaging = Prisma.raw('ANALYZE staging (release_id, series_id, period, metric_id, share)')

/**
 * UNAVAILABLE where `staging` does not hold the `copied` rows and no others: the turn was lost, or the database, whose
 * unlogged tables are empty after that. Reading it keeps anyone from taking it away from here on.
 */
export async function refuseLost(tx: Prisma.TransactionClient, copied: number): Promise<void> {
  const [held] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM staging`
  if (held?.n !== copied)
    throw new Refusal('UNAVAILABLE', 'The database lost what was being imported: import it again.')
}

/** Whether a figure has nothing rare, as nearly all have not. */
const isPlain = ({ flags, note, changes }: Observation, yoy: Change | undefined): boolean =>
  flags === null &&
  note.en === null &&
  note.zh === null &&
  (changes.length === 0 || (changes.length === 1 && changes[0] === yoy && yoy?.points === null))

/** All but the change in percent on the year before, which has a column of its own; in one order, however it was given. */
function extraOf({ flags, note, changes }: Observation, yoy: Change | undefined): RareParts | null {
  const others = changes.flatMap((change): Change[] => {
    if (change !== yoy) return [change]
    return change.points === null ? [] : [{ ...change, percent: null }]
  })
  const texts = others.map(({ percent, points, base }) => ({
    ...(percent !== null && { percent: printedText(percent) }),
    ...(points !== null && { points: printedText(points) }),
    base: base.text,
  }))
  const noted = { ...(note.en !== null && { en: note.en }), ...(note.zh !== null && { zh: note.zh }) }
  const extra: RareParts = {
    ...(flags !== null && { flags }),
    ...((note.en ?? note.zh) !== null && { note: noted }),
    ...(texts.length > 0 && { changes: texts.sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0)) }),
  }
  return Object.keys(extra).length === 0 ? null : extra
}
