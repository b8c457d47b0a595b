import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { nearest, type Spot } from '../charts/frame.js'
import type { ChartModel } from '../charts/model.js'
import { isDirection, pointedAt, reachable, step } from '../charts/pointing.js'
import { useWords } from '../i18n/words.js'
import { Crosshair } from './chart/crosshair.js'
import { spoken, summary } from './chart/spoken.js'
import { useDrawing } from './chart/use-drawing.js'
import { FirstDrawing } from './first-drawing.js'
import { GoLink } from './go-link.js'

interface ChartViewProps {
  readonly model: ChartModel
  readonly onOpen: (figure: string) => void
}

/** Holds the number at which the crosshair is. `isSpoken` is true if it was moved by keys. */
interface Hair {
  readonly model: ChartModel
  readonly series: string
  readonly period: number
  readonly isPinned: boolean
  readonly isSpoken: boolean
}

export function ChartView({ model, onOpen }: ChartViewProps): ReactNode {
  const { words } = useWords()
  const id = useId()
  const box = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const [hair, show] = useState<Hair | null>(null)
  const drawing = useDrawing(model, box, canvas)
  const frame = drawing?.frame ?? null
  const spotOf = (at: Hair | null): Spot | null =>
    at?.model === model
      ? (frame?.spots.find(({ series, period }) => series === at.series && period === at.period) ?? null)
      : null

  const spot = spotOf(hair)
  const pointed = frame === null || spot === null ? null : pointedAt(model, frame, spot)
  const near = pointed?.listed.find(({ series }) => series.colour === null)?.series.key ?? null
  useEffect(() => mark(canvas.current, near), [near])

  // A second key can come before what the first one did is rendered.
  const latest = useRef<Hair | null>(null)
  const setHair = (to: Hair | null): void => {
    latest.current = to
    show(to)
  }
  const put = ({ series, period }: Spot, how: Pick<Hair, 'isPinned' | 'isSpoken'>): void =>
    setHair({ model, series, period, ...how })
  const isPinned = (): boolean => latest.current?.model === model && latest.current.isPinned

  const isTouch = useRef(false)
  const pointAt = ({ clientX, clientY, currentTarget }: MouseEvent): Spot | null => {
    if (frame === null) return null
    const { left, top } = currentTarget.getBoundingClientRect()
    const [x, y] = [clientX - left, clientY - top]
    return nearest(reachable(model, frame, x, y), x, y)
  }
  const open = (at: Pick<Spot, 'series' | 'period'>): void => {
    const figure = model.series.find(({ key }) => key === at.series)?.points[at.period]?.figure ?? null
    if (figure !== null) onOpen(figure)
  }
  const move = (event: PointerEvent): void => {
    if (isPinned() || event.pointerType === 'touch') return
    const to = pointAt(event)
    if (to === null) setHair(null)
    else if (to !== spotOf(latest.current)) put(to, { isPinned: false, isSpoken: false })
  }
  const press = (event: MouseEvent): void => {
    const to = pointAt(event)
    if (to === null) return
    if (isTouch.current) put(to, { isPinned: true, isSpoken: true })
    else open((isPinned() && spotOf(latest.current)) || to)
  }
  const type = (event: KeyboardEvent): void => {
    const { key } = event
    if (frame === null || event.altKey || event.ctrlKey || event.metaKey) return
    const at = spotOf(latest.current)
    if (isDirection(key)) {
      const to = step(reachable(model, frame, Number.POSITIVE_INFINITY, 0), at, key)
      if (to !== null) put(to, { isPinned: isPinned(), isSpoken: true })
    } else if (at === null) return
    else if (key === ' ') put(at, { isPinned: !isPinned(), isSpoken: latest.current?.isSpoken === true })
    else if (key === 'Enter') open(at)
    else if (key === 'Escape') setHair(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <figure ref={box} className="chart-view" aria-labelledby={`${id}title`}>
      <figcaption className="unseen">
        <span id={`${id}title`}>{model.title}</span>. <span>{summary(model, words)}.</span>{' '}
        <GoLink to={{ chart: 'table' }}>{words.table}</GoLink>
      </figcaption>
      <div
        className="canvas-box"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the crosshair is moved by keys
        tabIndex={0}
        role="application"
        aria-label={words.listed([model.title, words.drawing.crosshairHelp])}
        onPointerMove={move}
        onPointerLeave={() => isPinned() || setHair(null)}
        onPointerDown={({ pointerType }) => {
          isTouch.current = pointerType === 'touch'
        }}
        onClick={press}
        onKeyDown={type}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.parentElement?.contains(relatedTarget)) setHair(null)
        }}
      >
        {drawing === null && <FirstDrawing model={model} />}
        <div ref={canvas} className="canvas" />
      </div>
      {pointed !== null && hair !== null && frame !== null && drawing !== null && (
        <Crosshair
          {...{ model, frame, pointed, onOpen, isPinned: hair.isPinned }}
          size={{
            width: Number(drawing.svg.getAttribute('width')),
            height: Number(drawing.svg.getAttribute('height')),
          }}
        />
      )}
      <p className="unseen" aria-live="polite">
        {pointed !== null && hair?.isSpoken === true ? spoken(model, pointed, words) : ''}
      </p>
    </figure>
  )
}

function mark(canvas: HTMLElement | null, series: string | null): void {
  for (const path of canvas?.querySelectorAll('[data-near]') ?? []) path.removeAttribute('data-near')
  if (series === null) return
  const path = [...(canvas?.querySelectorAll('path[data-series]:not([data-period])') ?? [])].find(
    (each) => each.getAttribute('data-series') === series,
  )
  path?.setAttribute('data-near', '')
}
