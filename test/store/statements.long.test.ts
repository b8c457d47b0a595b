import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { changeQuery } from '../../src/domain/observations/figure-change.js'
import { importRelease } from '../../src/import/importer.js'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { leaseWebhooks } from '../../src/store/admin/deliveries.js'
import { partition } from '../../src/store/admin/partition.js'
import { change } from '../../src/store/database/change.js'
import { closeLeftCursors } from '../../src/store/database/embedded/left-cursors.js'
import { dropStagingTables } from '../../src/store/database/import-lock.js'
import { openExtract } from '../../src/store/export/extract.js'
import { makeLeaf, missingLeaves, readLeaves } from '../../src/store/history/leaves.js'
import { readPrintedBlock } from '../../src/store/history/printed-block.js'
import { HistoryTree } from '../../src/store/history/tree.js'
import { countChanges, pageOfChanges } from '../../src/store/query/changes.js'
import { estimatorOf, releaseSizesOf } from '../../src/store/query/counts/cardinality-estimator.js'
import { readDatasetFacets, readMetricFacets, readPeriodFacets } from '../../src/store/query/counts/facets.js'
import { findFinding } from '../../src/store/query/findings/findings.js'
import { groupsOf, releasesOfGroups } from '../../src/store/query/groups/groups.js'
import { countReleaseChanges } from '../../src/store/query/release-changes.js'
import { releaseSource } from '../../src/store/query/release-figures.js'
import { figuresOfSeries, matchedSeries } from '../../src/store/query/series.js'
import { Store } from '../../src/store/query/store.js'
import { figure, head, release } from '../figures.js'
import { eagerColumns, openEmptyStore, openTestStore, type TestStore } from '../support.js'
import { backedUp, fill, restoreFrom } from './admin/backup-support.js'
import { type Declared, type Kind, readDeclared } from './declared-rows.js'
import { cases } from './ingest/checks/matrix-cases.js'

const isEmbedded = 'file' in inject('template')

/** Statements that the operations below do not execute, with the reason. */
const notExecuted: Readonly<Record<string, string>> = {
  'src/store/database/address-hosts.ts': 'it requires an address of several hosts',
  'src/store/database/connection-watch.ts': 'it requires a connection that is silent for 4 s',
  'src/store/ingest/checks/units.ts': 'one of them requires a column of many figures in a wrong unit',
  'src/store/database/session.ts': isEmbedded ? 'the embedded store has no address' : 'two of them require a pooler',
}

interface Executed {
  readonly text: string
  readonly fields: readonly pg.FieldDef[] | undefined
}

/** Records the statements of all connections with their result columns. */
function record(): { readonly executed: readonly Executed[]; stop(): void } {
  const executed: Executed[] = []
  const { query } = pg.Client.prototype
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      const [statement] = given
      const text = typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '')
      const note = (result: pg.QueryResult | undefined): void => {
        if (result !== undefined) executed.push({ text, fields: result.fields })
      }
      const at = given.findIndex((each) => typeof each === 'function')
      const callback = given[at] as ((error: unknown, result?: pg.QueryResult) => void) | undefined
      if (callback !== undefined)
        given[at] = (error: unknown, result?: pg.QueryResult) => {
          note(result)
          callback(error, result)
        }
      const result: unknown = Reflect.apply(query, this, given)
      if (result instanceof Promise) result.then(note, () => {})
      return result
    },
  })
  return { executed, stop: () => Object.assign(pg.Client.prototype, { query }) }
}

const opened: TestStore[] = []
const recording = record()
let declared: readonly Declared[]
let found: ReadonlyMap<Declared, readonly Executed[]>
beforeAll(async () => {
  declared = readDeclared()
  opened.push(await openTestStore(), await openEmptyStore())
  await execute(opened[0] as TestStore, opened[1] as TestStore)
  found = match()
})
afterAll(async () => {
  recording.stop()
  for (const { close } of opened) await close()
})

/** Executes every operation of the store. */
async function execute({ database }: TestStore, empty: TestStore): Promise<void> {
  await fill(database)
  const checked = [
    ...cases.map(({ known }) => known).slice(0, 3),
    ...cases.filter(({ check }) => /exchanged/i.test(check)).flatMap(({ known, own }) => [known, own]),
  ]
  for (const [index, figures] of checked.entries())
    await release(database, { code: `C-${index}`, publishedAt: `2026-01-0${index + 1}T00:00:00Z` }, figures)
  const twice = [figure({ period: '2019', value: '1' }), figure({ period: '2019', value: '2' })]
  await release(database, { code: 'TWICE' }, twice)
  await release(database, { code: 'PARTS' }, [figure({ period: '2019', value: '1', categories: ['PARTNER:EU'] })])
  const table = 'metric,dimension,category,period,value,unit\nEXPORTS,TOTAL,ALL,2017,1,CNY\n'
  const bytes = () => Readable.from([Buffer.from(table)])
  for (let times = 0; times < 2; times++) {
    await release(database, { code: 'AGAIN' }, [figure({ period: '2018', value: '1' })])
    await importRelease(database, {
      head: head({ code: 'SAME-BYTES' }),
      files: [{ name: 'table.csv', bytes: bytes(), again: bytes }],
      ...{ format: 'CSV', map: null, period: null, encoding: null, createCodes: false },
    })
  }
  await change(database, async (tx, version) => {
    await writeCodeLists(tx, version, { metrics: [], dimensions: [], categories: [] })
    return { changed: true, result: undefined }
  })
  const client = await database.pool.connect()
  await client.query('CREATE TABLE staging_left (id int)')
  await dropStagingTables(client).finally(() => client.release())

  await closeLeftCursors(database.pool)

  const store = new Store(database)
  await store.ask()
  const view = await store.view()
  const query = { filter: {}, scope: null, order: [] }
  const { edges } = await view.page(query, { first: 1000 })
  const [indicator] = edges.map(({ node }) => node)
  if (indicator === undefined) throw new Error('The store has no figures.')
  const { series, period, release: printed } = indicator
  await view.count({ ...query, filter: { hasValue: true } })
  await view.facets(query)
  for (const filter of [{}, { hasValue: true }]) {
    await readMetricFacets(view, { ...query, filter })
    await readDatasetFacets(view, { ...query, filter })
    await readPeriodFacets(view, { ...query, filter })
  }
  await view.current([series.key], period)
  await view.indicator({ release: printed.code, series: series.key, period: period.text })
  await view.series(series.key)
  await view.span(series)
  await view.history(indicator)
  await view.confirmedBy(indicator)
  await view.known.load({ quantity: series.key.slice(0, -2), ordinal: period.ordinal, at: null })
  for (const each of view.snapshot.releases.filter(({ code }) => code === 'PARTS' || code === 'TWICE'))
    await releaseSource(view, each).figures()
  const findings = await view.findings({}, { first: 10 })
  await view.countFindings({})
  await view.tallyFindings({})
  await store.published({ version: view.snapshot.firstVersion, stamp: null }, AbortSignal.abort())
  for (const { node } of findings.edges) await findFinding(view, node.code, node.kind, node.key)
  await estimatorOf(view)
  await releaseSizesOf(view)
  const groups = { keys: [[{ by: 'METRIC' }, { by: 'PERIOD' }]], most: 10_000, exchange: null } as const
  for (const before of [false, true]) await groupsOf(view, { ...groups, filter: {}, before })
  await releasesOfGroups(view, {}, groups.keys)
  for (const filter of [
    { frequency: ['ANNUAL'] as const },
    { frequency: ['ANNUAL'] as const, releases: [printed.code] },
  ]) {
    const matched = await matchedSeries(view, filter, { first: 10, mostFigures: 10_000 })
    await figuresOfSeries(view, filter, matched.series, null)
  }
  await readByColumns(database)
  const changes = changeQuery({ from: '2020-01-01T00:00:00Z', filter: {} })
  await pageOfChanges(view, changes, { first: 10 }, null)
  await countChanges(view, changes)
  const versions = changeQuery({ fromVersion: view.snapshot.firstVersion, filter: {} })
  await pageOfChanges(view, versions, { first: 10 }, null)
  await countReleaseChanges(view, view.snapshot.releases, {})
  await leaseWebhooks(database, view.snapshot.version + 1, new Date(), 1)
  const extract = await openExtract(database, view.snapshot, [{ query }], true)
  for await (const figures of extract.figures()) expect(figures).not.toEqual([])
  await extract.close()
  for (const version of await missingLeaves(database)) await makeLeaf(database, version)
  await readLeaves(database, 1, 10)
  await new HistoryTree(database).read()
  await readPrintedBlock(view, { release: printed.code, series: series.key, period: period.text })
  await restoreFrom(empty.database, (await backedUp(database)).bytes)
  await partition(database)
}

/** Loads columns, and brings them to the version of a release that changes and adds figures, with a series of its own. */
async function readByColumns(database: TestStore['database']): Promise<void> {
  const store = new Store(database, null, eagerColumns)
  const query = { filter: { metrics: ['EXPORTS'] }, scope: null, order: [] }
  await (await store.view()).page(query, { first: 10 })
  const shared = { metric: 'EXPORTS', share: '5.5', shareOf: ['EXPORTS', 'TOTAL:ALL'] as const }
  const figures = ['PARTNER:EU', 'PARTNER:US'].map((category, index) =>
    figure({ ...shared, period: '2011', value: `${index + 1}`, categories: [category] }),
  )
  await release(database, { code: 'COLUMNS-1', publishedAt: '2026-02-01T00:00:00Z' }, figures.slice(0, 1))
  await (await store.view()).page(query, { first: 10 })
  const again = figure({ ...shared, period: '2011', value: '3', categories: ['PARTNER:EU'] })
  await release(database, { code: 'COLUMNS-2', publishedAt: '2026-02-02T00:00:00Z' }, [again, ...figures.slice(1)])
  await (await store.view()).page(query, { first: 10 })
}

/** The kinds that columns of a type have; other types are enums or composites. */
const kindsOfType: Readonly<Record<'pg' | 'prisma', Readonly<Record<number, Kind>>>> = {
  pg: { 20: 'string', 1700: 'string' },
  prisma: { 20: 'bigint', 1700: 'string' }, // numerics are Prisma.Decimal, which is only passed to `new Decimal`
}
const kindsOfBoth: Readonly<Record<number, Kind>> = {
  ...{
    16: 'boolean',
    17: 'bytes',
    21: 'number',
    23: 'number',
    25: 'string',
    1043: 'string',
    19: 'string',
    700: 'number',
    701: 'number',
  },
  ...{
    114: 'json',
    3802: 'json',
    1184: 'Date',
    1005: 'number[]',
    1007: 'number[]',
    1009: 'string[]',
    1003: 'string[]',
  },
}

const normalize = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Tells whether a text contains parts in their order. */
function containsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  return parts.every((part) => {
    const at = text.indexOf(part, from)
    from = at + part.length
    return at >= 0
  })
}

const shortest = 15

/** Finds the executions of declared statements: an execution belongs to those with the longest texts that it contains. */
function match(): Map<Declared, Executed[]> {
  const patterns = declared.flatMap((each) =>
    each.texts.map((texts) => {
      const parts = texts.map(normalize)
      return { each, parts, length: parts.join('').length }
    }),
  )
  const usable = patterns.filter(({ length }) => length >= shortest).sort((a, b) => b.length - a.length)
  const returning = recording.executed.filter(({ fields }) => fields !== undefined && fields.length > 0)
  const byText = new Map(returning.map((each) => [normalize(each.text), each]))
  const found = new Map<Declared, Executed[]>()
  for (const [text, executed] of byText) {
    const longest = usable.find(({ parts }) => containsInOrder(text, parts))
    const same = usable.filter(({ length, parts }) => length === longest?.length && containsInOrder(text, parts))
    for (const { each } of same) found.set(each, [...(found.get(each) ?? []), executed])
  }
  return found
}

/** Columns that `View.rows` adds. */
const added = ['is_version', 'present']

function faultsOf({ place, client, columns }: Declared, { fields = [] }: Executed): string[] {
  const own = fields.filter(({ name }) => !added.includes(name))
  const unknown = own.filter(({ name }) => !columns.has(name)).map(({ name }) => `${place}: ${name} is not declared`)
  const missing = [...columns]
    .filter(([name, { optional }]) => !optional && !own.some((field) => field.name === name))
    .map(([name]) => `${place}: ${name} is not selected`)
  const wrong = own.flatMap(({ name, dataTypeID }) => {
    const expected = kindsOfBoth[dataTypeID] ?? kindsOfType[client][dataTypeID] ?? 'string'
    const { kind = expected } = columns.get(name) ?? {}
    return kind === expected
      ? []
      : [`${place}: ${name} is declared as ${kind}, and is ${expected} (type ${dataTypeID})`]
  })
  // Rows of checks have a type with all columns of a subject, of which some statements select a part.
  return [...unknown, ...(place.includes('/checks/') ? [] : missing), ...wrong]
}

test('every statement with a row type is executed', () => {
  const missing = declared.filter((each) => !found.has(each) && !((each.place.split(':')[0] ?? '') in notExecuted))
  expect(missing.map(({ place }) => place)).toEqual([])
  expect(declared.length).toBeGreaterThan(60)
})

test('the columns of every statement are those of its row type', () => {
  const faults = [...found].flatMap(([each, executions]) => executions.flatMap((one) => faultsOf(each, one)))
  expect([...new Set(faults)]).toEqual([])
})
