import { expect } from 'vitest'
import type { Site } from './browser.js'

/** A view of the page; `ready` selects an element that appears once it is loaded, `open` a control that is pressed then. */
export interface View {
  readonly name: string
  readonly address: string
  readonly ready: string
  readonly open?: string
}

const drawn = '.card[aria-busy=false] .canvas svg'
const at = (name: string, address: string, ready = drawn, open?: string): View => ({
  ...{ name, address, ready },
  ...(open === undefined ? {} : { open }),
})

const places = '/?metric=EXPORTS&by=LOCATION'

export const views: readonly View[] = [
  at('front', '/'),
  at('lines', `${places}&category=广东省,江苏省,浙江省`),
  at('ranking', `${places}&chart=bar&top=10`),
  at('table', `${places}&chart=table`, '.card[aria-busy=false] table.figures'),
  at('past', `${places}&asof=2024-10-20`),
  at('menu', places, drawn, '.sentence .word >> nth=5'),
  at('download', places, drawn, '.foot .button >> nth=0'),
  at('search', '/', drawn, '.search input'),
  at('empty', '/?asof=2001-01-01', '.empty .button'),
  at('error', '/?metric=EXPORTS&by=PRODUCTS', '.card [role=alert] button'),
  at('passed over', '/?chart=pie', '.passed-over'),
]

/** Returns descriptions of elements that overflow the window, overlap others or are cut off. */
export const misplaced = `(() => {
  const faults = []
  const page = document.documentElement
  if (page.scrollWidth > page.clientWidth) faults.push('the page is ' + page.scrollWidth + ' wide in a window of ' + page.clientWidth)
  const top = document.querySelector('dialog[open]') ?? document.body
  const clipped = (element, { left, top, right, bottom }) => {
    for (let above = element.parentElement; above !== null; above = above.parentElement) {
      if (getComputedStyle(above).overflowX === 'visible') continue
      const box = above.getBoundingClientRect()
      left = Math.max(left, box.left); right = Math.min(right, box.right)
      top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom)
    }
    return { left, top, right, bottom }
  }
  // Texts are compared line by line, because their boxes contain floating elements.
  const linesOf = (element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const lines = element.matches('h1, h2, h3, p, dt, dd, legend') ? [...range.getClientRects()] : [element.getBoundingClientRect()]
    return lines.map((line) => ({ element, box: clipped(element, line) })).filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1)
  }
  const nameOf = (element) => element.tagName.toLowerCase() + ' "' + (element.getAttribute('aria-label') || element.textContent || element.value || '').trim().slice(0, 40) + '"'
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('.unseen, .skip, [role=tooltip], .popup, .results, .open-sheet, .passed-over') === null
  const overlaps = (elements, least) => {
    const boxes = elements.flatMap(linesOf)
    boxes.forEach(({ element, box }, index) => {
      for (const { element: other, box: its } of boxes.slice(index + 1)) {
        if (element.contains(other) || other.contains(element)) continue
        const width = Math.min(box.right, its.right) - Math.max(box.left, its.left)
        const height = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)
        if (width > least && height > least) faults.push(nameOf(element) + ' lies over ' + nameOf(other))
      }
    })
    return boxes
  }
  const blocks = [...top.querySelectorAll('h1, h2, h3, p:not(.passed-over), dt, dd, legend, summary, button, select, input:not(.track input), nav a, .strip .sparkline, .chart-view, .scrolls, .card .chip')]
    .filter((element) => isSeen(element) && (element.parentElement.closest('.scrolls, svg, .popup, .results, .sheet, .chart-view') === null))
  for (const { element, box } of overlaps(blocks, 1))
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(nameOf(element) + ' goes beyond the window')
  for (const element of document.querySelectorAll('dialog[open]'))
    if (element.getBoundingClientRect().left < 0) faults.push('the dialog goes beyond the window')
  for (const element of top.querySelectorAll('button, h1, h2, h3, summary, nav a, .strip .what'))
    if (isSeen(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) faults.push(nameOf(element) + ' is cut off')
  for (const chart of top.querySelectorAll('svg[role=img]')) {
    const own = chart.getBoundingClientRect()
    for (const { element, box } of overlaps([...chart.querySelectorAll('text')].filter(isSeen), 2))
      if (box.left < own.left - 1 || box.right > own.right + 1 || box.top < own.top - 1 || box.bottom > own.bottom + 1) faults.push(nameOf(element) + ' goes beyond its chart')
  }
  return faults
})()`

/** A row of the table: its class, its header and the text of each cell. */
export type Row = readonly [kind: string, header: string, ...cells: string[]]

/** Reads the rows of the table, without the marks of disagreeing numbers. */
export const tableRows = `[...document.querySelectorAll('.drawing table tbody tr')].map((row) => [row.className, ...[...row.children].map((cell) => {
  const copy = cell.cloneNode(true)
  for (const mark of copy.querySelectorAll('.tipped, [aria-hidden=true]')) mark.remove()
  return copy.textContent.trim()
})])`

/** Fails if a page logged an error that does not match `foreseen`, or sent a request to another host. */
export function expectQuiet(site: Site, foreseen = /^$/): void {
  expect(site.complaints.filter((complaint) => !foreseen.test(complaint))).toEqual([])
  expect(site.foreign).toEqual([])
}
