import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'
import { expectQuiet } from './views.js'

const site = new Site({ SEED: 'true' })
beforeAll(() => site.start(), 120_000)
afterAll(() => site.close())

interface Seen {
  readonly paper: string
  readonly lines: readonly string[]
  readonly markers: readonly string[]
}

/** Returns the colours of the coloured lines of a chart, and the shapes of the last marker of each. */
const seen = `(() => {
  const colourOf = (element, property) => getComputedStyle(element)[property]
  const markers = new Map()
  for (const marker of document.querySelectorAll('.canvas [data-series][data-period]:is(path, circle)'))
    markers.set(marker.dataset.series, marker.tagName + (marker.getAttribute('d') ?? ''))
  return {
    paper: colourOf(document.querySelector('.card'), 'backgroundColor'),
    lines: [...markers.keys()].map((key) =>
      colourOf([...document.querySelectorAll('.canvas path[data-series="' + key + '"]:not([data-period])')].at(-1), 'stroke')),
    markers: [...markers.values()],
  }
})()`

test.each(['light', 'dark'] as const)('in forced %s colours, series are told by their markers', async (colorScheme) => {
  const page = await site.open('/?metric=EXPORTS&by=LOCATION&every=MONTHLY&top=6', {
    forcedColors: 'active',
    colorScheme,
  })
  await page.locator('.canvas > svg').waitFor()
  const { paper, lines, markers } = await page.evaluate<Seen>(seen)
  expect(lines).toHaveLength(6)
  expect(new Set(markers).size).toBe(6)
  expect(lines).not.toContain(paper)
  const folder = process.env['SCREENS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/forced-${colorScheme}.png` })
})

test('pages log no errors and load nothing from other hosts', () => expectQuiet(site))
