import type { ChartPoint, ChartSeries } from '../model.js'

export type Attributes = Readonly<Record<string, string | number | null>>

const namespace = 'http://www.w3.org/2000/svg'

export function element(
  document: Document,
  name: string,
  attributes: Attributes,
  ...children: readonly (Element | string)[]
): SVGElement {
  const made = document.createElementNS(namespace, name) as SVGElement
  adorn(made, attributes)
  made.append(...children)
  return made
}

export function adorn(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null)
      element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value)
}

export const saying = (
  series: Pick<ChartSeries, 'key'>,
  { period, value }: Pick<ChartPoint, 'period' | 'value'>,
): Attributes => ({
  'data-series': series.key,
  'data-period': period,
  'data-value': value,
})
