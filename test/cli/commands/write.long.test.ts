import { afterEach, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { Place, patient } from '../run.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

const figures = `metric,dimension,category,period,value,unit,change
TRADE,TOTAL,ALL,2023,41.76,CNY_TRILLION,0.2
EXPORTS,TOTAL,ALL,2023,23.77,CNY_TRILLION,0.6
IMPORTS,TOTAL,ALL,2023,17.99,CNY_TRILLION,-0.3
EXPORTS,PARTNER,JAPAN,2023,1.11,CNY_TRILLION,-3.5
`

async function withFigures(): Promise<Place> {
  const place = await Place.of(workplace)
  const release = ['--release', 'FLASH', '--title', 'T', '--publisher', 'P']
  const published = ['--published-at', '2024-01-12T00:00:00+08:00']
  const file = await place.file('flash.csv', figures)
  expect(await place.run('import', file, ...release, ...published)).toMatchObject({ status: 0 })
  return place
}

const chinese =
  '2023年，我国进出口总值41.76万亿元，同比增长0.2%。其中，出口23.77万亿元，增长0.6%；进口17.99万亿元，下降0.3%。\n'

test('write prints a text that read confirms', patient, async () => {
  const place = await withFigures()
  const written = await place.run('write', '--release', 'FLASH', '--language', 'zh')
  expect(written).toEqual({ status: 0, out: `${chinese}对日本出口1.11万亿元，下降3.5%。\n`, err: '' })

  const read = await place.run('read', await place.file('text.txt', written.out), '--json')
  const classes = JSON.parse(read.out).proposals.map((each: { class: string }) => each.class)
  expect({ status: read.status, classes }).toEqual({ status: 0, classes: Array(4).fill('CONFIRMED') })

  const short = await place.run('write', '--release', 'FLASH', '--language', 'zh', '--length', 'short', '--json')
  const { text, spans, ...rest } = JSON.parse(short.out)
  expect(rest).toEqual({ release: 'FLASH', language: 'zh', length: 'short' })
  expect(`${text}\n`).toBe(chinese)
  expect(spans).toHaveLength(6)
  expect(spans[0]).toEqual({
    span: { start: 13, end: 18 },
    figure: { series: 'CN_TRADE|TRADE|TOTAL:ALL|CNY|A', period: '2023', release: 'FLASH' },
  })
})

test('write refuses a release that is unknown or retracted', patient, async () => {
  const place = await withFigures()
  expect(await place.run('write', '--release', 'FLAHS')).toEqual({
    status: 1,
    out: '',
    err: expect.stringContaining('There is no release "FLAHS". Did you mean FLASH?'),
  })
  expect(await place.run('write', '--release', 'FLASH', '--length', 'endless')).toMatchObject({ status: 2, out: '' })
  expect(await place.run('write')).toMatchObject({ status: 2, out: '' })
  await place.run('retract', 'FLASH', '--reason', 'Wrong')
  expect(await place.run('write', '--release', 'FLASH')).toEqual({
    status: 1,
    out: '',
    err: 'The release FLASH was retracted.\n',
  })
})
