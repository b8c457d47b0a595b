import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Observation } from '../../../../src/domain/observations/observation.js'
import { ingest } from '../../../../src/store/ingest/ingest.js'
import type { Item } from '../../../../src/store/ingest/item.js'
import { head, prepareForGenerated } from '../../../figures.js'
import { openTestStore } from '../../../support.js'
import { forgetReleases } from '../../../versions.js'
import { type Case, cases } from './matrix-cases.js'

const { database, close } = await openTestStore()
await prepareForGenerated(database)
afterAll(close)
beforeEach(() => forgetReleases(database))

const source = { file: 'table.csv', value: 'value', change: 'change', share: 'share' }

async function take(code: string, day: number, figures: readonly Observation[]) {
  const items = (async function* (): AsyncGenerator<Item> {
    for (const [index, figure] of figures.entries()) yield { observation: figure, row: index + 2, source }
  })()
  return ingest(database, head({ code, publishedAt: `2025-06-0${day}T00:00:00Z` }), items, { acceptFindings: true })
}

/** The kinds and severities that are kept with release B. */
async function found(): Promise<string[]> {
  const { rows } = await database.pool.query<{ told: string }>(
    `SELECT DISTINCT kind || ' ' || severity AS told FROM finding WHERE code = 'B' AND to_version IS NULL`,
  )
  return rows.map(({ told }) => told)
}

const titled = cases.map((each) => ({ ...each, toString: () => `${each.check}: ${each.slip}` }))
const told = (check: Case, severity: string, isApart: boolean): string =>
  `${(isApart ? check.apartKind : undefined) ?? check.kind} ${severity}`

describe('in one release', () => {
  test.each(titled.filter(({ together }) => together !== null))('%s is found', async (check) => {
    await take('B', 2, [...check.known, ...check.own])
    expect(await found()).toContain(told(check, check.together ?? '', false))
  })
})

describe('with an observation of another release', () => {
  test.each(titled.filter(({ apart }) => apart !== null))('%s is found', async (check) => {
    await take('A', 1, check.known)
    expect(await found()).toEqual([])
    await take('B', 2, check.own)
    expect(await found()).toContain(told(check, check.apart ?? '', true))
  })
})

describe('with a release that is imported late', () => {
  test.each(titled.filter(({ apart }) => apart !== null))('%s is found', async (check) => {
    await take('B', 2, check.own)
    await take('A', 1, check.known)
    expect(await found()).toContain(told(check, check.apart ?? '', true))
  })
})

test('the table of docs/importing.md lists these checks and severities', () => {
  const text = readFileSync(new URL('../../../../docs/importing.md', import.meta.url), 'utf8')
  const table = text.slice(text.indexOf('| compared'), text.indexOf('\n\n', text.indexOf('| compared')))
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const severities = (cell = ''): string[] => cell.match(/ERROR|WARNING|INFO/g) ?? []
  const documented = rows.map(([, check = '', , together, known, late]) => ({
    check,
    together: severities(together),
    known: severities(known),
    late: severities(late),
  }))
  const ofCases = [...new Set(cases.map(({ check }) => check))].map((check) => {
    const own = cases.filter((each) => each.check === check)
    const of = (cell: 'together' | 'apart') =>
      ['ERROR', 'WARNING', 'INFO'].filter((severity) => own.some((each) => each[cell] === severity))
    return { check, together: of('together'), known: of('apart'), late: of('apart') }
  })
  expect(documented).toEqual(ofCases)
})
