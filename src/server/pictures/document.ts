import type { FirstPage } from './explorer.js'

export const emptyRoot = '<div id="root"></div>'

/**
 * Fills in the document of the page. `about` is what search engines are told of its dataset (schema.org), if anything, and
 * the links for programs.
 */
export function documentWith(
  built: string,
  { language, theme, head, root, style, given }: FirstPage,
  about: { readonly schemaOrg: object; readonly links: string } | null,
): string {
  const [before = '', after = ''] = built.split(emptyRoot, 2)
  const bare = before.replace(/\s*<title>.*?<\/title>|\s*<meta name="description"[^>]*>/gs, '')
  const [inHead = '', inBody = ''] = bare.split('</head>', 2)
  const preferred = language.startsWith('zh') ? 'zh' : 'en'
  const html = `<html lang="${language}" data-theme="${theme}" data-preferred="${preferred}">`
  return [
    inHead.replace(/<html[^>]*>/, () => html),
    head,
    about === null ? '' : `${about.links}<script type="application/ld+json">${jsonInHtml(about.schemaOrg)}</script>`,
    `${style === '' ? '' : `<style>${style}</style>`}</head>`,
    `${inBody}<div id="root">${root}</div>`,
    given === '' ? '' : `<script type="application/json" id="given">${given}</script>`,
    after,
  ].join('')
}

/** Returns JSON in which no text can end the element that it stands in, or begin a comment. */
const jsonInHtml = (value: object): string => JSON.stringify(value).replace(/</g, '\\u003c')
