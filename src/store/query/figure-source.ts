import type { Period } from '../../domain/periods/period.js'
import type { Indicator } from './rows.js'
import type { View } from './view.js'

interface Wanted {
  readonly quantity: string
  readonly period: Period
}

/** Reads the figures of a view that were known at a time, now by default, for the reader of press texts. */
export const figureSource = (view: View, at: Date | null = null) => ({
  figures: (wanted: readonly Wanted[]): Promise<readonly (readonly Indicator[])[]> =>
    Promise.all(wanted.map(({ quantity, period }) => view.known.load({ quantity, ordinal: period.ordinal, at }))),
  earlier: (figures: readonly Indicator[]): Promise<readonly (readonly Indicator[])[]> =>
    Promise.all(
      figures.map(async (figure) => {
        const versions = await view.history(figure)
        const own = versions.findIndex(({ release }) => release === figure.release)
        return versions.slice(0, Math.max(own, 0))
      }),
    ),
})
