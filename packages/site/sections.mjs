/**
 * Divides a page into what can be found: a text for each heading, with the address of the heading.
 * @param {string} url
 * @param {string} html
 */
export function sectionsOf(url, html) {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? ''
  const page = textOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(main)?.[1] ?? '')
  return main.split(/(?=<h[123] id=)/).flatMap((part) => {
    const [whole = '', id, heading = ''] = /^<h[123] id="([^"]*)"[^>]*>(.*?)<\/h[123]>/s.exec(part) ?? []
    if (id === undefined) return []
    return { id: `${url}#${id}`, page, heading: textOf(heading), text: textOf(part.slice(whole.length)) }
  })
}

/** @param {string} html */
const textOf = (html) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
