import { describe, expect, onTestFinished, test } from 'vitest'
import type { Observation } from '../../src/domain/observations/observation.js'
import { figure } from '../figures.js'
import { statements } from '../statements.js'
import { backwards, inRows, signedStore, take, withoutPlaces } from './imports.js'
import { fillHistory, key, signedApp, signing } from './support.js'

const metrics = ['TRADE', 'IMPORTS', 'EXPORTS']

/** The figures of each period together, as tables that name their series in columns have them: each block has all series. */
const byPeriod = Array.from(
  { length: 200 },
  (_, n) => `${1950 + Math.floor(n / 12)}-${`${(n % 12) + 1}`.padStart(2, '0')}`,
).flatMap((period, n) => metrics.map((metric) => figure({ metric, period, value: `${n}.0` })))

const nameOf = (release: string, { metric, period }: Observation) => ({
  release,
  series: key(metric, 'TOTAL:ALL', 'M'),
  period: period.text,
})

async function signedByPeriod(order: typeof withoutPlaces) {
  const opened = await signedStore()
  await fillHistory(opened)
  await opened.database.listen()
  const keys = await signing(opened)
  onTestFinished(() => keys.clear())
  const { release } = await take(opened, order(byPeriod))
  const { release: again } = await take(opened, order(byPeriod))
  return { release, again, ...(await signedApp(opened, keys)) }
}

describe('a proof shows each figure of rows', () => {
  test.each([
    ['of one figure each', (figures) => inRows(figures, 1)],
    ['of many figures each', (figures) => inRows(figures, 300, 1)],
    ['in descending order', backwards],
    ['of no file', withoutPlaces],
  ] satisfies [string, typeof withoutPlaces][])('%s', async (_, order) => {
    const { release, again, prove } = await signedByPeriod(order)
    for (const figure of byPeriod.filter((_, n) => n % 67 === 0))
      for (const name of [nameOf(release, figure), nameOf(again, figure)])
        expect((await prove(name)).figure).toMatchObject({ value: `${figure.value}.0`, unit: figure.unit })
  })
})

test('a proof takes as many statements in whichever block its figure is', async () => {
  const { release, prove } = await signedByPeriod((figures) => inRows(figures, 1))
  const names = [300, 0, byPeriod.length - 1].flatMap((at) => byPeriod[at] ?? []).map((each) => nameOf(release, each))
  await prove(nameOf(release, byPeriod[150] ?? figure()))
  const counts: number[] = []
  for (const name of names) counts.push((await statements(() => prove(name))).length)
  expect(new Set(counts).size).toBe(1)
})

test('a proof is refused for periods that no figure has', async () => {
  const { release, prove } = await signedByPeriod((figures) => inRows(figures, 1))
  for (const period of ['1949-12', '2000', 'nonsense', '']) {
    const name = { release, series: key('TRADE', 'TOTAL:ALL', 'M'), period }
    await expect(prove(name)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})
