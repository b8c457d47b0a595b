import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ask } from '../../../src/explorer/data/load.js'
import { languages } from '../../../src/explorer/data/state.js'
import type { TestStore } from '../../support.js'
import { misplaced } from './reading.js'
import { drawn, load, measure, openCharts, views } from './support.js'

let opened: TestStore
let ask: Ask

beforeAll(async () => {
  ;({ opened, ask } = await openCharts())
})
afterAll(() => opened.close())

describe.each(Object.entries(views))('the texts of the %s chart', (_, state) => {
  test.each(languages)('are complete and apart in %s', async (language) => {
    const { model } = await load(state, ask, language)
    for (const width of [300, 358, 720, 1248]) expect(misplaced(drawn(model, width).svg, measure)).toEqual([])
  })
})
