import { isYearBefore, type Period, periodBefore, yearBefore } from '../../../domain/periods/period.js'
import type { Span } from '../../source.js'
import type { State } from './state.js'

type Told = Pick<State, 'period' | 'sentence'>

/** Tells of when an earlier level is that names no period, from those that the text has compared before. */
export class ComparedLevels {
  #last: { readonly sentence: Span; readonly period: Period; readonly base: Period } | null = null
  /** The period with which all levels so far are compared; null before the first. */
  #way: 'YEAR' | 'PREVIOUS' | 'SEVERAL' | null = null

  take({ period, sentence }: Told, base: Period): void {
    if (period === null || base.first >= period.first) return
    this.#last = { sentence, period, base }
    const way = isYearBefore(base, period) ? 'YEAR' : periodBefore(period)?.text === base.text ? 'PREVIOUS' : 'SEVERAL'
    this.#way = this.#way === null || this.#way === way ? way : 'SEVERAL'
  }

  // Indicates a text that has so far compared original figures with the year before only.
  #areChangesYearly: boolean | null = null

  takeChange(isYearly: boolean, isAdjusted: boolean): void {
    if (!isAdjusted) this.#areChangesYearly = isYearly && this.#areChangesYearly !== false
  }

  // Returns the period before, with which an office compares where it says nothing.
  beforeUnsaid(period: Period | null, isAdjusted: boolean): Period | null {
    this.takeChange(false, isAdjusted)
    return period && periodBefore(period)
  }

  get areYearly(): boolean {
    return this.#areChangesYearly === true && (this.#way === null || this.#way === 'YEAR')
  }

  get areOnPrevious(): boolean {
    return this.#way === 'PREVIOUS'
  }

  areComparedIn(sentence: Span): boolean {
    return this.#way === 'PREVIOUS' && this.#last?.sentence === sentence
  }

  get sentence(): Span | null {
    return this.#last?.sentence ?? null
  }

  /**
   * Returns the period of an earlier level without one: that of the last in the sentence, "exports rose to 3.6 billion from
   * 3.4 billion in 2022, while imports rose to 5 billion from 4.5 billion", else as all of the text's.
   */
  baseOf({ period, sentence }: Told): Period | null {
    if (period === null) return null
    if (this.#last?.sentence === sentence && this.#last.period.text === period.text) return this.#last.base
    if (this.#way === 'YEAR') return yearBefore(period)
    return this.#way === 'PREVIOUS' ? periodBefore(period) : null
  }
}
