import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Category, CodeLists, type Dimension, type Metric } from '../../src/domain/codes/codes.js'
import type { Dataset } from '../../src/domain/codes/dataset.js'
import { parseIdentity } from '../../src/domain/codes/identity.js'
import type { Language } from '../../src/domain/text/language.js'
import { readCodeLists } from '../../src/files/code-lists/reader.js'
import type { KnownFigures } from '../../src/press/arithmetic.js'
import type { Proposal, Proposals } from '../../src/press/proposal.js'
import { readPress } from '../../src/press/read.js'
import type { ExtractedText } from '../../src/press/source.js'

const seed = (name: string): string => readFileSync(new URL(`../../prisma/seed/${name}.csv`, import.meta.url), 'utf8')

/** Builds the shipped code lists without a store. */
export function shippedCodes(): CodeLists {
  const rows = readCodeLists({
    datasets: seed('datasets'),
    dimensions: seed('dimensions'),
    metrics: seed('metrics'),
    categories: seed('categories'),
  })
  const datasets = (rows.datasets ?? []).map(
    (row, rank): Dataset => ({ ...row, id: rank + 1, rank, calendar: row.calendar ?? [] }),
  )
  const dimensions = rows.dimensions.map((row, id): Dimension => ({ ...row, id: id + 1 }))
  const dimensionOf = (code: string): Dimension => dimensions.find((each) => each.code === code) ?? fail(code)
  const metrics = rows.metrics.map(
    ({ identity, additivity, ...row }, rank): Metric => ({
      ...row,
      id: rank + 1,
      rank,
      synonyms: row.synonyms ?? [],
      additivity: additivity ?? 'FLOW',
      identity: identity ? parseIdentity(identity) : null,
      measures: [],
      dimensions: [],
    }),
  )
  const categories = rows.categories.map(
    ({ dimension, isAggregate, ...row }, rank): Category => ({
      ...row,
      id: rank + 1,
      rank,
      synonyms: row.synonyms ?? [],
      dimension: dimensionOf(dimension),
      parent: null,
      children: [],
      isAggregate: isAggregate ?? false,
      members: null,
      groups: [],
    }),
  )
  const byCode = new Map(categories.map((each) => [`${each.dimension.code}:${each.code}`, each]))
  const withMembers = categories.map((category, at): Category => {
    const codes = rows.categories[at]?.members ?? null
    const members = codes?.flatMap((code) => byCode.get(`${category.dimension.code}:${code}`) ?? []) ?? null
    return Object.assign(category, { members: members?.length === 0 ? null : members })
  })
  return new CodeLists({ datasets, dimensions, metrics, categories: withMembers, breakdowns: [] })
}

function fail(code: string): never {
  throw new Error(`the seed has no dimension ${code}`)
}

export const codes = shippedCodes()
export const nothingKnown: KnownFigures = () => null

interface Options {
  readonly publishedAt?: string | null
  readonly language?: Language | null
  readonly known?: KnownFigures
}

export const read = (text: string | ExtractedText, options: Options = {}): Proposals =>
  readPress({
    text: typeof text === 'string' ? { text, starts: null } : text,
    publishedAt: options.publishedAt ?? null,
    language: options.language ?? null,
    codes,
    dataset: codes.dataset('CN_TRADE'),
    known: options.known ?? nothingKnown,
  })

/** Reads a text, and returns a line for each proposal. */
export const linesOf = (text: string, options: Options = {}): string[] => read(text, options).proposals.map(lineOf)

/** Formats a proposal in one line: EXPORTS PRODUCT:SHIPS 2023 13.92 CNY_TRILLION yoy 2.9 share 58.6. */
export function lineOf({
  metric,
  dimension,
  category,
  words,
  period,
  value,
  unit,
  qualifier,
  ...rest
}: Proposal): string {
  const of = category === null ? `"${words ?? 'total'}"` : `${dimension}:${category}`
  const level = value === null ? [] : [qualifier === 'EXACT' ? value : `${qualifier} ${value}`, unit]
  const changes = rest.changes.map(
    ({ percent, points, base }) => `${percent === null ? `${points} points` : percent} on ${base}`,
  )
  const share = rest.share === null ? [] : [`share ${rest.share} of ${rest.shareOf}`]
  const shareChange = rest.shareChange === null ? [] : [`share change ${rest.shareChange}`]
  return [metric, of, period, ...level, ...changes, ...share, ...shareChange].join(' ')
}

/** Reads the figures of a text that was published on a day, each as a line. */
export const linesOn = (day: string, text: string, language: Language = 'EN'): readonly string[] =>
  read(text, { publishedAt: `${day}T00:00:00Z`, language }).proposals.map(lineOf)

/** Reads the figures of a Chinese text of October 2024, each as a line: 云南 TRADE 缅甸 2024-01/2024-09 98.5 -7.3. */
export const figuresInChinese = (text: string): string[] =>
  read(text, { publishedAt: '2024-10-18T00:00:00Z', language: 'ZH' }).proposals.map(
    ({ reporter, metric, words, period, value, yoyChange, share }) =>
      [reporter, metric, words ?? 'total', period, value, yoyChange, share].filter((each) => each !== null).join(' '),
  )

type Reading = readonly [title: string, day: string, text: string, lines: readonly string[]]

/** Tests the lines of texts, one by one. */
export const testReadings = (readings: readonly Reading[], language: Language = 'EN'): void =>
  test.each(readings)('%s', (_, day, text, lines) => {
    expect(linesOn(day, text, language)).toEqual(lines)
  })
