import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Frame } from '../../charts/frame.js'
import type { ChartModel, ChartPoint } from '../../charts/model.js'
import { growthText, shareText } from '../../charts/parts/rate-text.js'
import type { Listed, Pointed } from '../../charts/pointing.js'
import { grouped, rounded, scaled, signed } from '../../data/number.js'
import type { Chart } from '../../data/state.js'
import { places } from '../../data/texts.js'
import { useWords } from '../../i18n/words.js'
import { Marker } from '../panels/marker.js'

interface CrosshairProps {
  readonly model: ChartModel
  readonly frame: Frame
  readonly size: { readonly width: number; readonly height: number }
  readonly pointed: Pointed
  readonly isPinned: boolean
  readonly onOpen: (figure: string) => void
}

export function Crosshair({ model, frame, size, pointed, isPinned, onOpen }: CrosshairProps): ReactNode {
  const { spot, rings } = pointed
  const { width, height } = size
  return (
    <>
      <svg className="crosshair" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        {frame.along === 'x' && <path className="hair" d={`M${spot.x},${frame.top}V${frame.bottom}`} />}
        {frame.along === 'y' && <path className="row" d={`M0,${spot.y}H${width}`} strokeWidth={rowHeight(frame)} />}
        {(frame.along === 'y' ? [] : rings).map(({ series, x, y }) => (
          <circle key={series} cx={x} cy={y} r="6.5" data-colour={colourOf(model, series)} />
        ))}
      </svg>
      <List {...{ model, frame, size, pointed, isPinned, onOpen }} />
    </>
  )
}

function rowHeight({ spots }: Frame): number {
  const places = spots.map(({ y }) => y).sort((one, other) => one - other)
  const gaps = places.slice(1).map((y, at) => y - (places[at] ?? 0))
  return Math.min(usualRow, ...gaps.filter((gap) => gap > 1))
}
const usualRow = 38

const coloured: ReadonlySet<Chart> = new Set<Chart>(['line', 'slope', 'stacked'])

const colourOf = ({ series, chart }: ChartModel, key: string): number =>
  coloured.has(chart) ? (series.find((each) => each.key === key)?.colour ?? 0) : 0

/** Stands on the side with more room, never over its own spot; of rows, below its own. */
function List({ model, frame, size, pointed, isPinned, onOpen }: CrosshairProps): ReactNode {
  const { words } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const { spot, period, listed, rest } = pointed
  useLayoutEffect(() => {
    const { current } = list
    if (current === null) return
    const { offsetWidth, offsetHeight } = current
    const isRight = spot.x + gap + offsetWidth <= size.width || spot.x < size.width / 2
    const left = isRight ? spot.x + gap : spot.x - gap - offsetWidth
    const top = Math.max(0, Math.min(size.height - offsetHeight, spot.y - offsetHeight / 2))
    const isTight = frame.along === 'y' || left < 0 || left + offsetWidth > size.width
    current.style.left = `${Math.max(0, Math.min(size.width - offsetWidth, left))}px`
    current.style.top = `${isTight ? aside(spot.y, offsetHeight, size.height) : top}px`
  })
  const whole = model.whole?.points[period]
  const withGrowth = model.fromReference && listed.some(({ point }) => growthText(point) !== null)
  const withShare = model.fromReference && !withGrowth && listed.some(({ series }) => series.category !== null)
  const rate = withGrowth ? words.drawing.growth : withShare ? words.drawing.share : ''
  const hasWhole = whole?.value != null && listed.length > 1
  return (
    <div ref={list} className="pointed" data-pinned={isPinned || undefined} aria-hidden={!isPinned || undefined}>
      <strong>{model.periods[period]?.label}</strong>
      <table>
        <tbody>
          {listed.map((each) => (
            <Row key={each.series.key} each={each} {...{ isPinned, onOpen, withGrowth, withShare, model }} />
          ))}
          {hasWhole && (
            <tr className="whole">
              <th scope="row">{model.whole?.label}</th>
              <td>{whole.full}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      {rest > 0 && <p>{words.drawing.others(rest)}</p>}
      <p>
        {[model.reference === 100 ? '' : model.unit, rate, words.drawing.enterOpens]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </div>
  )
}

const gap = 16

const aside = (y: number, height: number, most: number): number =>
  y + gap + height <= most ? y + gap : Math.max(0, y - gap - height)

function Row({
  each: { series, point },
  model,
  isPinned,
  onOpen,
  withGrowth,
  withShare,
}: { each: Listed; withGrowth: boolean; withShare: boolean } & Pick<
  CrosshairProps,
  'model' | 'isPinned' | 'onOpen'
>): ReactNode {
  const { words } = useWords()
  const { figure } = point
  const growth = withGrowth ? growthText(point) : null
  const share = withShare ? shareText(point) : null
  return (
    <>
      <tr data-colour={series.colour ?? undefined}>
        <th scope="row">
          {coloured.has(model.chart) && <Marker colour={series.colour} />}
          {isPinned && figure !== null ? (
            <button type="button" onClick={() => onOpen(figure)}>
              {series.label}
            </button>
          ) : (
            series.label
          )}
        </th>
        <td>{point.full}</td>
        <td data-disputed={growth?.isDisputed || undefined}>
          {growth === null ? share : growth.isComputed ? <em>{growth.text}</em> : growth.text}
        </td>
      </tr>
      {marksOf(point, model, words).map((text) => (
        <tr key={text} className="note">
          <td colSpan={3}>{text}</td>
        </tr>
      ))}
    </>
  )
}

type Texts = ReturnType<typeof useWords>['words']

function marksOf(
  { newer, value, status, reason, growth }: ChartPoint,
  { chart, exponent }: ChartModel,
  words: Texts,
): readonly string[] {
  const isUsual = status === 'NORMAL' || status === 'FINAL' || value === null
  const isCompared = chart === 'rates' && growth.reported !== null && growth.value !== null
  return [
    ...(isCompared ? [`${words.drawing.computed} ${signed(rounded(growth.value ?? '0', places))}%`] : []),
    ...(isUsual ? [] : [words.statuses[status]]),
    ...(value === null && reason !== null ? [reason] : []),
    ...(newer === null ? [] : [`◇ ${words.labelled(words.drawing.now, grouped(scaled(newer, exponent)))}`]),
  ]
}
