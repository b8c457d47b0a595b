import type { CategoryRef } from '../domain/codes/codes.js'
import { type Observation, yoyOf } from '../domain/observations/observation.js'
import { quantityKey, seriesKey } from '../domain/observations/series-key.js'
import type { Period } from '../domain/periods/period.js'
import { baseOf, isUnit } from '../domain/units/unit.js'
import { getOrInsert } from '../lib/memo.js'
import { Pace } from '../lib/pace.js'
import type { KnownFigure, KnownFigures } from './arithmetic.js'
import type { Proposal, Proposals } from './proposal.js'
import { type PressRequest, pressReader } from './read.js'

export interface StoredFigure extends Observation {
  readonly release: { readonly code: string; readonly publishedAt: string }
}

export interface WantedFigure {
  /** The key of a series without its frequency: CN_TRADE|TRADE|TOTAL:ALL|CNY. */
  readonly quantity: string
  readonly period: Period
}

/** Reads figures of one version of a store. What is asked for in one call takes one statement. */
export interface FigureSource<Figure extends StoredFigure> {
  /** Returns for each quantity the figures for the days of its period, at most one of each frequency. */
  readonly figures: (wanted: readonly WantedFigure[]) => Promise<readonly (readonly Figure[])[]>
  /** Returns for each figure what releases before its own printed for it, the oldest first. */
  readonly earlier: (figures: readonly Figure[]) => Promise<readonly (readonly Figure[])[]>
}

export interface ReadFigures<Figure> {
  readonly proposals: Proposals
  readonly storedFor: (proposal: Proposal) => Figure | null
}

interface Entry<Figure> extends WantedFigure {
  found: Figure | null | undefined
}

/**
 * Reads the figures of a press text and compares them with the current figures of a store, in at most two statements.
 * `pace` lets other answers run between sentences.
 */
export async function readWithStore<Figure extends StoredFigure>(
  request: PressRequest,
  dataset: string,
  source: Pick<FigureSource<Figure>, 'figures'>,
  pace = new Pace(),
): Promise<ReadFigures<Figure>> {
  const entries = new Map<string, Entry<Figure>>()
  const find = (metric: string, category: CategoryRef, period: Period, measure: string | null): Figure | null => {
    const quantity = quantityOf(dataset, metric, category, measure)
    if (quantity === null) return null
    const key = `${quantity} ${period.text}`
    return getOrInsert(entries, key, (): Entry<Figure> => ({ quantity, period, found: undefined })).found ?? null
  }
  const known: KnownFigures = (...wanted) => {
    const figure = find(...wanted)
    return figure && knownFigure(figure)
  }
  const read = await pace.run(pressReader(request))
  // Which figures are asked for depends on what was found, by one step: a year earlier only where there is no other base.
  let proposals = await pace.run(read(known))
  for (let round = 0; round < 2; round++) {
    const open = [...entries.values()].filter(({ found }) => found === undefined)
    if (open.length === 0) break
    const found = await source.figures(open)
    open.forEach((entry, at) => {
      entry.found = found[at]?.find(({ period }) => period.text === entry.period.text) ?? null
    })
    proposals = await pace.run(read(known))
  }
  const periods = new Map([...entries.values()].map(({ period }) => [period.text, period]))
  return {
    proposals,
    storedFor({ metric, dimension, category, period, unit }) {
      const of = periods.get(period ?? '')
      if (dimension === null || category === null || of === undefined || unit === null || !isUnit(unit)) return null
      return find(metric, { dimension, code: category }, of, baseOf(unit))
    },
  }
}

export const quantityOf = (
  dataset: string,
  metric: string,
  category: CategoryRef,
  measure: string | null,
): string | null =>
  measure === null || !isUnit(measure)
    ? null
    : quantityKey(seriesKey({ dataset, metric, categories: [category], measure, frequency: 'ANNUAL' }))

function knownFigure(figure: StoredFigure): KnownFigure {
  const { value, decimals, unit, qualifier, share, release } = figure
  return {
    value: value?.toFixed() ?? null,
    decimals,
    unit,
    qualifier,
    yoyChange: yoyOf(figure)?.percent?.value.toFixed() ?? null,
    share: share?.value.toFixed() ?? null,
    release: release.code,
    publishedAt: release.publishedAt,
  }
}
