import { expect, onTestFinished, test } from 'vitest'
import { hashLeaf, MerkleTree } from '../../src/domain/history-proof/merkle.js'
import { Decimal, printedText } from '../../src/domain/numbers/decimal.js'
import type { Observation } from '../../src/domain/observations/observation.js'
import { seriesKey } from '../../src/domain/observations/series-key.js'
import { yearBefore } from '../../src/domain/periods/period.js'
import { baseOf, unitInfo } from '../../src/domain/units/unit.js'
import { makeLeaves } from '../../src/history/leaf-maker.js'
import { readLeaves } from '../../src/store/history/leaves.js'
import { figure, generated, prepareForGenerated, release } from '../figures.js'
import { openTestStore } from '../support.js'

/** JSON as PostgreSQL writes it: shorter keys first, spaces after colons and commas. */
function jsonb(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonb).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}: ${jsonb(each)}`).join(', ')}}`
}

const none = '\\N'
const scaled = (value: Decimal, exponent: number): string => value.times(new Decimal(10).pow(exponent)).toFixed()

/** The line of an observation, from what the test wrote down alone. */
function lineOf(of: Observation): string {
  const { metric, categories, period, unit, value, decimals, changes, share, shareOf, shareChange, flags, note } = of
  const key = seriesKey({ dataset: 'CN_TRADE', metric, categories, measure: baseOf(unit), frequency: period.frequency })
  const yoy = changes.find(({ percent, base }) => percent !== null && base === yearBefore(period))
  const others = changes.filter((change) => change !== yoy)
  const notes = Object.fromEntries(Object.entries(note).filter(([, text]) => text !== null))
  const more = {
    ...(flags !== null && { flags }),
    ...(Object.keys(notes).length > 0 && { note: notes }),
    ...(others.length > 0 && {
      changes: others.map(({ percent, points, base }) => ({
        ...(percent !== null && { percent: printedText(percent) }),
        ...(points !== null && { points: printedText(points) }),
        base: base.text,
      })),
    }),
  }
  const whole = shareOf === null ? none : `${shareOf.metric} ${shareOf.category.dimension}:${shareOf.category.code}`
  const text = (number: Observation['share']): string => (number === null ? none : printedText(number))
  const { exponent } = unitInfo(unit)
  const level = value === null || decimals === null ? [none, none] : [scaled(value, exponent), decimals - exponent]
  const rates = [text(yoy?.percent ?? null), text(share), text(shareChange)]
  const rest = Object.keys(more).length === 0 ? none : jsonb(more).replaceAll('\\', '\\\\')
  return [key, period.ordinal, unit, ...level, of.qualifier, of.status, ...rates, rest, exponent, whole]
    .join('\t')
    .concat('\n')
}

const bytes = (line: string): Buffer => Buffer.from(line.split('\t')[0] ?? '')

/** The lines in the order of keys and periods, since the figures come from no file. */
const inOrder = (a: string, b: string): number =>
  Buffer.compare(bytes(a), bytes(b)) || Number(a.split('\t')[1]) - Number(b.split('\t')[1])

const rootOf = (figures: readonly Observation[]): string => {
  const lines = figures.map(lineOf).sort(inOrder)
  const blocks = Array.from({ length: Math.ceil(lines.length / 128) }, (_, at) => lines.slice(at * 128, at * 128 + 128))
  return Buffer.from(new MerkleTree(blocks.map((block) => hashLeaf(block.join('')))).root()).toString('base64')
}

test('the lines of releases are those of what they printed', async () => {
  const { database, close } = await openTestStore()
  onTestFinished(close)
  await prepareForGenerated(database)
  const first = generated(300, 3)
  const noted = figure({
    ...{ period: '2020-H2', value: '1.50', flags: 'p', shareChange: '-0.30', note: { en: '"a"\t\\\n', zh: '注 ' } },
    changes: [{ points: '2', base: '2019-H2' }],
  })
  const releases = [first, [...first.slice(0, 150).toReversed(), noted], generated(200, 5)]
  for (const [at, figures] of releases.entries())
    await release(database, { code: `L-${at}`, publishedAt: `2025-01-0${at + 1}T00:00:00Z` }, figures)
  await makeLeaves(database)
  const leaves = (await readLeaves(database, 1, 1000)).map((leaf) => JSON.parse(leaf).imported)
  for (const [at, figures] of releases.entries())
    expect(leaves.find((each) => each?.code === `L-${at}`)).toMatchObject({
      figures: figures.length,
      root: rootOf(figures),
    })
})
