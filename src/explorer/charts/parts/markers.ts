import type { ChartSeries } from '../model.js'
import type { Palette } from '../surface.js'

export const symbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'] as const

type Marked = Pick<ChartSeries, 'colour'>

/** The shape of a selected series; those beyond six colours share the first. */
export const symbolOf = ({ colour }: Marked): (typeof symbols)[number] => symbols[(colour || 1) - 1] ?? 'circle'

export const markerPaths: Readonly<Record<(typeof symbols)[number], string>> = {
  circle: 'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z',
  square: 'M-3.5,-3.5h7v7h-7z',
  triangle: 'M0,-5l4.7,8.2h-9.4z',
  diamond: 'M0,-5.5l3.6,5.5l-3.6,5.5l-3.6,-5.5z',
  cross: 'M-4.8,-1.6h3.2v-3.2h3.2v3.2h3.2v3.2h-3.2v3.2h-3.2v-3.2h-3.2z',
  star: 'M0,-6l1.4,4.2h4.4l-3.5,2.6l1.3,4.2l-3.6,-2.6l-3.6,2.6l1.3,-4.2l-3.5,-2.6h4.4z',
}

export function colourOf({ colour }: Marked, palette: Palette): string {
  if (colour === null) return palette.others
  return palette.series[colour - 1] ?? palette.quiet
}

/** The colour of a text about a series; that of context has more contrast than its line. */
export const textColourOf = (series: Marked, palette: Palette): string =>
  series.colour === null ? palette.othersText : colourOf(series, palette)
