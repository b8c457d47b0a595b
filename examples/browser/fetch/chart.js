const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

/**
 * Draws a line from exact decimal strings: only their places on the screen are binary numbers.
 *
 * @param {readonly string[]} periods
 * @param {readonly (Intl.StringNumericLiteral | null)[]} values
 */
export function draw(periods, values) {
  const last = values.findLast((value) => value !== null)
  const top = Math.max(...values.map(Number))
  const points = values.flatMap((value, at) =>
    value === null ? [] : [`${(at / (values.length - 1)) * 600 + 20},${180 - (Number(value) / top) * 160}`],
  )
  const svg = /** @type {SVGSVGElement} */ (document.querySelector('svg'))
  svg.innerHTML = `<polyline points="${points.join(' ')}" fill="none" stroke="currentColor" stroke-width="2" />
    <text x="20" y="198">${periods[0]}</text>
    <text x="620" y="198" text-anchor="end">${periods.at(-1)}: ${last ? exact.format(last) : 'no level printed'}</text>`
}
