import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Drawing } from '../../charts/drawing.js'
import type { ChartModel } from '../../charts/model.js'
import { pagePalette } from '../../charts/palette.js'
import { measureIn } from './measure.js'

type Charts = typeof import('../../charts/draw.js')

// The library of charts is loaded after the page, and once.
let loaded: Charts | null = null
let loading: Promise<Charts> | null = null
const load = (): Promise<Charts> => {
  loading ??= import('../../charts/draw.js')
  return loading
}

/** Draws a chart into `canvas`, as large as `box`, again whenever the room or the fonts change. */
export function useDrawing(
  model: ChartModel,
  box: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLElement | null>,
): Drawing | null {
  const [charts, setCharts] = useState(loaded)
  const [room, setRoom] = useState<Room | null>(null)
  const [fonts, setFonts] = useState(0)
  const [drawing, setDrawing] = useState<Drawing | null>(null)

  useLayoutEffect(() => {
    if (charts !== null) return undefined
    let isWanted = true
    load().then(
      (all) => {
        loaded = all
        if (isWanted) setCharts(all)
      },
      () => {
        loading = null // the next chart tries again
      },
    )
    return () => {
      isWanted = false
    }
  }, [charts])

  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return undefined
    const look = (): void =>
      setRoom((before) => {
        const now = roomOf(current)
        return before?.width === now.width && before.height === now.height ? before : now
      })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(current)
    if (current.parentElement !== null) observer.observe(current.parentElement)
    const again = (): void => setFonts((before) => before + 1)
    document.fonts.addEventListener('loadingdone', again)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', again)
    }
  }, [box])

  // New fonts have other widths.
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, canvas.current]
    if (charts === null || room === null || room.width === 0 || outer === null || inner === null) return
    const measure = measureIn(inner)
    const least = charts.leastHeight(model, { width: room.width, measure })
    const height = Math.max(least, room.height)
    const drawn = charts.draw(model, { width: room.width, height, measure, document, palette: pagePalette })
    drawn.svg.setAttribute('aria-hidden', 'true')
    inner.replaceChildren(drawn.svg)
    stretch(outer, least > room.height ? least : null)
    setDrawing(drawn)
  }, [charts, model, room, fonts, box, canvas])

  return drawing
}

interface Room {
  readonly width: number
  readonly height: number
}

/** Returns the room that the page leaves, as if no chart had stretched it. */
function roomOf(box: HTMLElement): Room {
  const before = box.style.minHeight
  stretch(box, null)
  box.toggleAttribute('data-bare', true) // nor the drawing of the server
  const room = { width: box.clientWidth, height: box.clientHeight }
  box.toggleAttribute('data-bare', false)
  stretch(box, before === '' ? null : Number.parseFloat(before))
  return room
}

function stretch(box: HTMLElement, height: number | null): void {
  box.style.minHeight = height === null ? '' : `${height}px`
  box.toggleAttribute('data-tall', height !== null)
}
