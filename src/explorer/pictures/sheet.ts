/**
 * Moves the styles of elements, which the policy of the page does not allow, into a style sheet. What Preact escapes
 * cannot look like an attribute.
 */
export function sheetOf(html: string): { readonly root: string; readonly style: string } {
  const numbers = new Map<string, number>()
  const root = html.replace(/ style="([^"]*)"/g, (_, style: string) => {
    const number = numbers.get(style) ?? numbers.size
    numbers.set(style, number)
    return ` data-styled="${number}"`
  })
  const rules = [...numbers].map(([style, number]) => `[data-styled="${number}"]{${style.replace(/[<>{}&]/g, '')}}`)
  return { root, style: rules.join('') }
}
