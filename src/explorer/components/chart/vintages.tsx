import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { apart, stepsOf, type Vintage } from '../../charts/vintages.js'
import { dayAt, offsetOf } from '../../data/day.js'
import { useWords } from '../../i18n/words.js'
import { useAmount } from '../panels/use-amount.js'
import type { Figure } from '../why.js'
import { measureIn } from './measure.js'

const [height, foot, digits, size] = [104, 22, 8, 13]

/**
 * Draws the numbers of a figure as steps, each from the day on which it was printed. The table beside it has them as
 * text.
 */
export function Vintages({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  const vintages = figure.history.flatMap(({ value, unit, knownFrom, knownTo, release }): Labelled | readonly [] => {
    if (value === null || knownFrom === knownTo) return []
    const day = words.day(dayAt(knownFrom, offsetOf(release.publishedAt)))
    return { value, from: knownFrom, to: knownTo, text: amount.ofBase(value, unit, digits), day }
  })
  return new Set(vintages.map(({ value }) => value)).size > 1 ? <Steps vintages={vintages} /> : null
}

interface Labelled extends Vintage {
  readonly text: string
  readonly day: string
}

function Steps({ vintages }: { vintages: readonly Labelled[] }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<{ readonly width: number; readonly measure: (text: string) => number } | null>(null)
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return undefined
    const measure = measureIn(current)
    const look = (): void => setRoom({ width: current.clientWidth, measure: (text) => measure(text, size, 600) })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className="vintages">
      {room !== null && room.width > 0 && <Drawing vintages={vintages} {...room} />}
    </div>
  )
}

interface DrawingProps {
  readonly vintages: readonly Labelled[]
  readonly width: number
  readonly measure: (text: string) => number
}

function Drawing({ vintages, width, measure }: DrawingProps): ReactNode {
  const steps = stepsOf(vintages, width, height)
  const placed = (textOf: (vintage: Labelled) => string) =>
    apart(
      steps.map(({ vintage, x: [x] }) => ({ x, width: measure(textOf(vintage)) })),
      width,
    )
  const [values, days] = [placed(({ text }) => text), placed(({ day }) => day)]
  const last = steps.length - 1
  return (
    <svg
      className="steps"
      width={width}
      height={height + foot}
      viewBox={`0 0 ${width} ${height + foot}`}
      aria-hidden="true"
    >
      <path className="base" d={`M0,${height + 0.5}H${width}`} />
      {steps.map(({ vintage, x: [from, to], y }, at) => {
        const before = steps[at - 1]
        const [value = null, day = null] = [values[at], days[at]]
        return (
          <g key={vintage.from} data-current={at === last || undefined}>
            {before !== undefined && <path className="join" d={`M${from},${before.y}V${y}`} />}
            <path className="step" d={`M${from},${y}H${to}`} />
            <circle cx={Math.max(4, from)} cy={y} r="4" />
            {value !== null && (
              <text className="value" x={value} y={y - 9}>
                {vintage.text}
              </text>
            )}
            {day !== null && (
              <text x={day} y={height + 16}>
                {vintage.day}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
