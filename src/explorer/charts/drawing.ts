import type { Frame } from './frame.js'

/** Holds a drawing; `frame` is null where nothing can be pointed at. */
export interface Drawing {
  readonly svg: SVGSVGElement
  readonly frame: Frame | null
}
