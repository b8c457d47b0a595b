import { createContext, type ReactNode, useContext } from 'react'
import type { ChartModel } from '../charts/model.js'

/** Draws a chart as markup where there is no browser; null in one. */
export const FirstDrawingContext = createContext<((model: ChartModel) => string) | null>(null)

/** Shows the drawing that the server sent, until the page knows the size of its own. */
export function FirstDrawing({ model }: { model: ChartModel }): ReactNode {
  const draw = useContext(FirstDrawingContext)
  const markup = draw === null ? '' : draw(model)
  // Preact leaves alone what is in the document already.
  return <div className="first-drawing" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
}
