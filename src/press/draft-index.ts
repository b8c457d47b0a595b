import { total } from '../domain/codes/codes.js'
import type { Period } from '../domain/periods/period.js'
import type { Draft } from './assemble.js'
import { reporterKey } from './statement.js'

/** Finds drafts of a text by what they measure: the first that the text tells. */
export class DraftIndex {
  readonly #bySeries = new Map<string, Draft>()
  readonly #totals = new Map<string, Draft>()

  constructor(drafts: readonly Draft[]) {
    for (const draft of drafts) {
      const { metric } = draft.frame
      const series = seriesKey(metric, draft.period, draft)
      if (!this.#bySeries.has(series)) this.#bySeries.set(series, draft)
      const period = totalKey(metric, draft.period, draft.measure)
      if (draft.placement.category === total.code && !this.#totals.has(period)) this.#totals.set(period, draft)
    }
  }

  /** Returns the draft of another metric or period that is otherwise like this one. */
  beside(metric: string, period: Period, like: Draft): Draft | undefined {
    return this.#bySeries.get(seriesKey(metric, period, like))
  }

  /** Returns the total of a metric, of any reporter. */
  total(metric: string, period: Period, measure: string | null): Draft | undefined {
    return this.#totals.get(totalKey(metric, period, measure))
  }
}

const totalKey = (metric: string, period: Period, measure: string | null): string =>
  JSON.stringify([metric, period.text, measure])

const seriesKey = (metric: string, period: Period, { measure, placement, frame }: Draft): string => {
  const { dimension, category, words } = placement
  return JSON.stringify([metric, period.text, measure, dimension, category, words, reporterKey(frame.reporter)])
}
