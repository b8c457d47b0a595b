import type { Drawing } from '../drawing.js'
import type { ChartModel } from '../model.js'
import type { Room, Surface } from '../surface.js'

export interface ChartKind {
  readonly leastHeight: (model: ChartModel, room: Room) => number
  readonly draw: (model: ChartModel, surface: Surface) => Drawing
}
