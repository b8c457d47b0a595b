import { fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import { Decimal } from '../../../src/domain/numbers/decimal.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import type { Period } from '../../../src/domain/periods/period.js'
import type { Language } from '../../../src/domain/text/language.js'
import { baseOf, convert } from '../../../src/domain/units/unit.js'
import { observationsOf } from '../../../src/press/observations.js'
import type { Proposals } from '../../../src/press/proposal.js'
import type { WrittenText } from '../../../src/press/writing/pieces.js'
import { type ReleaseFigures, type SummaryLength, summaryLengths } from '../../../src/press/writing/plan.js'
import { writeSummary } from '../../../src/press/writing/write.js'
import { codes, read } from '../support.js'

export const dataset = codes.findDataset('CN_TRADE')

export const write = (
  figures: ReleaseFigures<Observation>,
  language: Language,
  length: SummaryLength,
): WrittenText<Observation> | null => writeSummary({ figures, revisions: [], codes, dataset, language, length })

/** Describes a figure in one line, in base units: two figures with the same line say the same. */
export function lineOf(figure: Observation): string {
  const { metric, categories, period, value, unit, qualifier, changes, share, shareOf, shareChange } = figure
  const base = baseOf(unit)
  const level = value === null ? [] : [qualifier, convert(value, unit, base).toFixed()]
  const told = changes.map(
    ({ percent, points, base: against }) => `${(percent ?? points)?.value.toFixed()} on ${days(against)}`,
  )
  return [
    metric,
    ...categories.map(({ dimension, code }) => `${dimension}:${code}`),
    days(period),
    ...level,
    base === 'ITEM' ? 'ZONE' : base,
    ...told.sort(),
    share === null ? '' : `share ${share.value.toFixed()} of ${shareOf?.metric}`,
    shareChange === null ? '' : `change of share ${shareChange.value.toFixed()}`,
  ].join(' ')
}

const days = ({ first, last }: Period): string => `${first}/${last}`

/** Returns the figures that a reader finds in a text, as observations. */
export function observed(proposals: Proposals): Observation[] {
  const printed = (text: string | null) =>
    text === null ? null : { value: new Decimal(text), decimals: text.split('.')[1]?.length ?? 0 }
  return observationsOf(proposals, () => '', dataset.code).map(({ value, changes, share, shareChange, ...rest }) => ({
    ...rest,
    value: value === null ? null : new Decimal(value),
    changes: changes.map(({ percent, points, base }) => ({ percent: printed(percent), points: printed(points), base })),
    share: printed(share),
    shareChange: printed(shareChange),
  }))
}

export interface Trip {
  readonly text: string
  readonly told: readonly string[]
  readonly found: readonly string[]
  readonly rest: readonly string[]
  readonly again: string | null
}

/** Writes a release, reads the text, and writes what was read. */
export function travel(release: ReleaseFigures<Observation>, language: Language, length: SummaryLength): Trip | null {
  const written = write(release, language, length)
  if (written === null) return null
  const { text, spans } = written
  const proposals = read(text)
  const found = observed(proposals)
  const isTotal = ({ categories: [first] }: Observation): boolean => first?.dimension === 'TOTAL'
  const [first] = found
  const figures = {
    period: first?.period ?? null,
    totals: found.filter(isTotal),
    parts: found.filter((each) => !isTotal(each)),
  }
  return {
    text,
    told: [...new Set(spans.map(({ figure }) => lineOf(figure)))].sort(),
    found: found.map(lineOf).sort(),
    rest: [
      ...proposals.notPlaced.map(({ text: number, reason }) => `${number} ${reason.code}`),
      ...proposals.proposals.filter((each) => each.class === 'NOT_PLACED').map(({ words }) => `${words} not placed`),
    ],
    again: write(figures, language, 'LONG')?.text ?? null,
  }
}

/** Asserts that what a text tells is what a reader finds, and that writing what was found gives the same text. */
export function expectRoundTrip(release: ReleaseFigures<Observation>, language: Language, length: SummaryLength): void {
  const trip = travel(release, language, length)
  if (trip === null) return
  const { text, told, found, rest, again } = trip
  expect({ text, found, rest }).toEqual({ text, found: told, rest: [] })
  expect(again).toBe(text)
}

export const languages = fc.constantFrom<Language>('EN', 'ZH')
export const lengths = fc.constantFrom(...summaryLengths)
