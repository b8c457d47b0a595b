import { readFile } from 'node:fs/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv } from '../../../src/files/csv/reader.js'
import { parseSdmxMap } from '../../../src/files/maps/map-files.js'
import { sdmxCsv } from '../../../src/files/sdmx-csv/reader.js'
import type { SdmxMap } from '../../../src/files/sdmx-map/map.js'
import { importRelease } from '../../../src/import/importer.js'
import { seedStore } from '../../../src/server/seed.js'
import { download, openHardStore } from '../../export/support.js'
import { figure, generated, head, prepareForGenerated, release, said } from '../../figures.js'
import { readCube } from '../../files/json-stat/cube-support.js'
import { openEmptyStore, type TestStore } from '../../support.js'
import { media, textOf } from './sdmx-support.js'

const flow = 'data/dataflow/GACC/CN_TRADE/1.0.0'

/** The map of the guide, for a dataflow with some of the dimensions of the default store. */
async function documented(text: string): Promise<string> {
  const guide = await readFile(new URL('../../../docs/sdmx.md', import.meta.url), 'utf8')
  const [, json = ''] = /```json\n(\{\n {2}"metric"[^`]*)```/.exec(guide) ?? []
  const map: SdmxMap = JSON.parse(json)
  const columns = text.slice(0, text.indexOf('\n')).split(',')
  const dimensions = Object.entries(map.dimensions ?? {}).filter(([column]) => columns.includes(column))
  return JSON.stringify({ ...map, dimensions: Object.fromEntries(dimensions) })
}

/** All that is printed of the figures of the dataset, from the tidy CSV of `/export` and from SDMX-CSV. */
async function both(opened: TestStore) {
  const tidy = await (await download(opened, 'csv', { datasets: ['CN_TRADE'] })).text()
  const text = await textOf(opened, flow, media.csv)
  const map = await documented(text)
  const { figures, problems } = await readCube(sdmxCsv(await parseSdmxMap(map, 'sdmx-map.json')), text)
  expect(problems).toEqual([])
  const expected = await readCube(csv, tidy)
  return { text, map, told: expected.figures.map(said).sort(), read: figures.map(said).sort() }
}

const again = (opened: TestStore, text: string, map: string) =>
  importRelease(opened.database, {
    head: head({ code: 'AGAIN', publishedAt: '2026-11-01T00:00:00Z' }),
    files: [{ name: 'again.csv', bytes: (async function* () { yield new TextEncoder().encode(text) })() }], // biome-ignore format: one file
    format: 'SDMX_CSV',
    map: { file: 'sdmx-map.json', text: map },
    period: null,
    encoding: null,
    acceptFindings: true,
  })

describe('the documented map reads SDMX-CSV back:', () => {
  let opened: TestStore
  afterAll(() => opened.close())

  test('everything that ships, with every field, is unchanged', async () => {
    opened = await openEmptyStore()
    await seedStore(opened.database, pino({ level: 'silent' }), 'all')
    const { text, map, told, read } = await both(opened)
    const guide = await documented('FREQ,PRODUCT,PARTNER,ENTERPRISE_TYPE,PLATFORM,REGIME,LOCATION\n')
    expect(JSON.parse(map)).toEqual(JSON.parse(guide))
    expect(read).toEqual(told)
    const { added, revised, unchanged, rejected } = await again(opened, text, map)
    expect({ added, revised, unchanged, rejected }).toEqual({
      added: 0,
      revised: 0,
      unchanged: told.length,
      rejected: 0,
    })
  })
})

describe('figures that are hard to write', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openHardStore()
    await prepareForGenerated(opened.database)
    const rates = { metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'] }
    await release(opened.database, { code: 'RATES', publishedAt: '2020-02-01T00:00:00Z' }, [
      figure({ ...rates, period: '2011', yoy: '5.0', status: 'PRELIMINARY' }),
      figure({ ...rates, period: '2012', share: '1.0', shareOf: ['EXPORTS', 'PRODUCT:重型'], status: 'NORMAL' }),
      figure({
        ...rates,
        period: '2013-H1',
        value: '2',
        yoy: '1',
        changes: [
          { percent: '-2.50', base: '2011-H1' },
          { percent: '3', base: '2010-01/2010-05' },
        ],
      }),
      figure({ ...rates, period: '2014', value: '3', note: { en: 'A: b; c, "d"', zh: null }, flags: 'b: p (1)' }),
    ])
    await release(opened.database, { code: 'GENERATED', publishedAt: '2020-03-01T00:00:00Z' }, generated(800, 7))
  })
  afterAll(() => opened.close())

  test('are read back with every field', async () => {
    const { read, told } = await both(opened)
    expect(read).toEqual(told)
    expect(read.length).toBeGreaterThan(800)
  })

  test('are read back from exported files, with the map of the guide', async () => {
    const guide = await readFile(new URL('../../../docs/exporting.md', import.meta.url), 'utf8')
    const [, map = ''] = /exports\.map\.json <<'JSON'\n(.*?)\nJSON\n/s.exec(guide) ?? []
    const filter = { datasets: ['CN_TRADE'], dimensions: ['PRODUCT'] }
    const text = async (format: string) => (await download(opened, format, filter)).text()
    const reader = sdmxCsv(await parseSdmxMap(map, 'exports.map.json'))
    const { figures, problems } = await readCube(reader, await text('sdmx-csv'))
    expect(problems).toEqual([])
    const { figures: told } = await readCube(csv, await text('csv'))
    expect(figures.map(said).sort()).toEqual(told.map(said).sort())
    expect(told.length).toBeGreaterThan(100)
  })
})
