import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Frame, nearest, type Spot } from '../../../src/explorer/charts/frame.js'
import type { ChartModel } from '../../../src/explorer/charts/model.js'
import { type Direction, pointedAt, reachable, step } from '../../../src/explorer/charts/pointing.js'
import type { Ask } from '../../../src/explorer/data/load.js'
import type { TestStore } from '../../support.js'
import { drawn, load, openCharts, views } from './support.js'

let opened: TestStore
let ask: Ask

beforeAll(async () => {
  ;({ opened, ask } = await openCharts())
})
afterAll(() => opened.close())

async function open(state: (typeof views)[keyof typeof views]): Promise<{ model: ChartModel; frame: Frame }> {
  const { model } = await load(state, ask)
  const { frame } = drawn(model)
  if (frame === null) throw new Error('The chart can be pointed at.')
  return { model, frame }
}

const walk = (frame: Frame, from: Spot | null, ...directions: Direction[]): Spot | null =>
  directions.reduce<Spot | null>((spot, direction) => step(frame, spot, direction), from)

describe('the crosshair of lines', () => {
  test('lists the selected series of the nearest period by value', async () => {
    const { model, frame } = await open(views.line)
    const selected = model.series.slice(0, 3)
    const [spot] = frame.spots.filter(({ series, period }) => series === selected[0]?.key && period === 7)
    if (spot === undefined) throw new Error('There is a spot.')
    const found = nearest(reachable(model, frame, spot.x + 4, frame.top), spot.x + 4, frame.top)
    const pointed = pointedAt(model, frame, found ?? spot)
    expect(pointed.period).toBe(7)
    const values = pointed.listed.map(({ point }) => Number(point.value))
    expect(values).toEqual(selected.map(({ points }) => Number(points[7]?.value)).sort((one, other) => other - one))
    expect(pointed.rings).toHaveLength(3)
  })

  test('reaches a grey line that is near, and no other', async () => {
    const { model, frame } = await open(views.line)
    const grey = frame.spots.find(({ series, period }) => series === model.series[3]?.key && period === 9)
    if (grey === undefined) throw new Error('There is a grey line.')
    const at = nearest(reachable(model, frame, grey.x, grey.y + 1), grey.x, grey.y + 1)
    expect(pointedAt(model, frame, at ?? grey).listed.map(({ series }) => series.key)).toContain(grey.series)
    const far = reachable(model, frame, grey.x, -500).spots.map(({ series }) => series)
    expect(new Set(far)).toEqual(new Set(model.series.slice(0, 3).map(({ key }) => key)))
  })

  test('moves by arrow keys along its series and across others', async () => {
    const { model, frame: all } = await open(views.line)
    const frame = reachable(model, all, Number.POSITIVE_INFINITY, 0)
    const end = walk(frame, null, 'ArrowLeft')
    expect(end?.period).toBe(23)
    expect(walk(frame, end, 'ArrowLeft', 'ArrowLeft')).toMatchObject({ series: end?.series, period: 21 })
    expect(walk(frame, end, 'Home')).toMatchObject({ series: end?.series, period: 0 })
    expect(walk(frame, end, 'Home', 'ArrowLeft')?.period).toBe(0)
    const top = walk(frame, end, 'ArrowUp', 'ArrowUp', 'ArrowUp')
    const rows = [top, walk(frame, top, 'ArrowDown'), walk(frame, top, 'ArrowDown', 'ArrowDown')]
    expect(rows.map((spot) => spot?.series).sort()).toEqual(
      model.series
        .slice(0, 3)
        .map(({ key }) => key)
        .sort(),
    )
  })
})

describe('the crosshair of rows and tiles', () => {
  test('moves from row to row in a ranking', async () => {
    const { model, frame } = await open(views.bar)
    const keys = model.series.slice(0, 10).map(({ key }) => key)
    const spots = keys.map((_, at) => walk(frame, null, ...Array<Direction>(at + 1).fill('ArrowDown')))
    expect(spots.map((spot) => spot?.series)).toEqual(keys)
    expect(pointedAt(model, frame, spots[2] as Spot).listed).toHaveLength(1)
  })

  test('moves to the neighbours of a cell', async () => {
    const { frame } = await open(views.heat)
    const first = walk(frame, null, 'ArrowDown')
    const right = walk(frame, first, 'ArrowRight')
    expect(right).toMatchObject({ series: first?.series, period: 1 })
    expect(walk(frame, right, 'ArrowDown')?.period).toBe(1)
    expect(walk(frame, right, 'ArrowDown', 'ArrowUp', 'ArrowLeft')).toEqual(first)
  })
})
