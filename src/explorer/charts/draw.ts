import type { Chart } from '../data/state.js'
import type { Drawing } from './drawing.js'
import { bar } from './kinds/bar.js'
import { heat } from './kinds/heat.js'
import type { ChartKind } from './kinds/kind.js'
import { line } from './kinds/line.js'
import { map } from './kinds/map.js'
import { multiples } from './kinds/multiples.js'
import { rates } from './kinds/rates.js'
import { slope } from './kinds/slope.js'
import { stacked } from './kinds/stacked.js'
import type { ChartModel } from './model.js'
import { wordsOf } from './parts/axis.js'
import { said } from './parts/said.js'
import type { Room, Surface } from './surface.js'

const kinds: Readonly<Partial<Record<Chart, ChartKind>>> = { line, bar, multiples, slope, stacked, heat, map, rates }

/** Draws a table, which has no drawing, as lines or bars of its numbers. */
const kindOf = ({ chart, periods }: ChartModel): ChartKind => kinds[chart] ?? (periods.length >= 3 ? line : bar)

/** Returns the least height at which nothing is left out, in pixels; `draw` exceeds that of its surface up to this. */
export const leastHeight = (model: ChartModel, room: Room): number => Math.ceil(kindOf(model).leastHeight(model, room))

/** Draws a chart. Each mark of a number has `data-series`, `data-period` and `data-value`. */
export const draw = (model: ChartModel, surface: Surface): Drawing =>
  isEmpty(model) ? said(wordsOf(model).drawing.nothing, surface) : kindOf(model).draw(model, surface)

const isEmpty = ({ chart, series }: ChartModel): boolean =>
  chart !== 'rates' && series.every(({ points }) => points.every(({ value }) => value === null))
