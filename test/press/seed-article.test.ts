import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Proposal } from '../../src/press/proposal.js'
import { sharedData } from '../shared-data.js'
import { read } from './support.js'

const { url, isPresent } = sharedData.seed

/** Reads the rows of the release that the article became, with the units and empty cells of a proposal. */
function shippedFigures() {
  const file = new URL('../../prisma/seed/CN-GACC-2023-ANNUAL.csv', import.meta.url)
  const [head = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n')
  const columns = head.split(',')
  return rows.map((row) => {
    const cells = row.split(',')
    const cell = (name: string): string | null => cells[columns.indexOf(name)] || null
    const base = cell('change_base')
    return {
      metric: cell('metric'),
      dimension: cell('dimension'),
      category: cell('category'),
      period: cell('period'),
      value: cell('value'),
      unit: cell('value') === null ? null : cell('unit'),
      qualifier: cell('qualifier') ?? 'EXACT',
      change: cell('change'),
      base: cell('change') === null ? null : (base ?? '2022'),
      share: cell('share'),
      shareOf: cell('share_of'),
      shareChange: cell('share_change'),
    }
  })
}

const shown = ({ changes: [change, ...more], ...proposal }: Proposal) => ({
  metric: proposal.metric,
  dimension: proposal.dimension,
  category: proposal.category,
  period: proposal.period,
  value: proposal.value,
  unit: proposal.value === null ? null : proposal.unit,
  qualifier: proposal.qualifier,
  change: change?.percent ?? null,
  base: change?.base ?? null,
  share: proposal.share,
  shareOf: proposal.shareOf,
  shareChange: proposal.shareChange,
  ...(more.length > 0 && { more }),
})

describe.skipIf(!sharedData.seed.isPresent)('the seed article', () => {
  const file = isPresent ? readdirSync(url).find((name) => name.endsWith('.txt')) : undefined
  const text = file === undefined ? '' : readFileSync(new URL(file, url), 'utf8')
  const { proposals, notPlaced } = read(text, { publishedAt: '2024-01-13T06:48:00+08:00' })
  const expected = shippedFigures()

  test.each(expected.map((figure) => [figure.metric, figure.dimension, figure.category, figure] as const))(
    'yields %s of %s %s as the shipped release has it',
    (metric, dimension, category, figure) => {
      const found = proposals.filter(
        (each) => each.metric === metric && each.dimension === dimension && each.category === category,
      )
      expect(found.map(shown)).toEqual([figure])
    },
  )

  test('yields nothing else', () => {
    expect(proposals.length).toBe(expected.length)
    expect(notPlaced.map((each) => each.text)).toEqual(['CNY 2.38 Trillion', '15.6%'])
  })

  test('has each number at its span', () => {
    for (const { value, changes, share, shareChange, spans } of proposals) {
      const numbers = [value, ...changes.map(({ percent }) => percent), share, shareChange]
      const found = [spans.value, ...spans.changes, spans.share, spans.shareChange]
      const texts = found.map((span) => span && text.slice(span.start, span.end).replaceAll(',', ''))
      expect(texts).toEqual(numbers.map((number) => number?.replace('-', '') ?? null))
    }
  })
})
