import { lazy, type ReactNode, Suspense, useContext } from 'react'
import { useOfBrowser } from '../../data/asking/rendering.js'
import type { PageData } from '../../data/use-page.js'
import { StateContext } from '../go-link.js'

// Loaded when first opened, so that the first view is small.
const FigurePanel = lazy(async () => ({ default: (await import('./figure/figure-panel.js')).FigurePanel }))
const FindingsPanel = lazy(async () => ({ default: (await import('./findings/findings-panel.js')).FindingsPanel }))
const Picker = lazy(async () => ({ default: (await import('./picker.js')).Picker }))
const ReleasesPanel = lazy(async () => ({ default: (await import('./releases/releases-panel.js')).ReleasesPanel }))

export function Panels({ page }: { page: PageData }): ReactNode {
  const [{ panel, figure }] = useContext(StateContext)
  const { front, view, choices, shown } = page
  // The server renders the page below them alone.
  const isInBrowser = useOfBrowser(always, false)
  if (!isInBrowser) return null
  // A boundary that waits closes the dialogs within it.
  return (
    <>
      <Suspense>
        {panel === 'picker' && front !== null && view !== null && (
          <Picker view={view} lists={front} choices={choices} grid={shown?.grid ?? null} />
        )}
      </Suspense>
      <Suspense>{panel === 'findings' && front !== null && <FindingsPanel releases={front.releases.nodes} />}</Suspense>
      <Suspense>{panel === 'releases' && front !== null && <ReleasesPanel releases={front.releases} />}</Suspense>
      <Suspense>{figure !== null && <FigurePanel key={figure} id={figure} />}</Suspense>
    </>
  )
}

const always = (): boolean => true
