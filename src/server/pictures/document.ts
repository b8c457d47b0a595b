import type { FirstPage } from './explorer.js'

export const emptyRoot = '<div id="root"></div>'

export function documentWith(built: string, { language, theme, head, root, style, given }: FirstPage): string {
  const [before = '', after = ''] = built.split(emptyRoot, 2)
  const bare = before.replace(/\s*<title>.*?<\/title>|\s*<meta name="description"[^>]*>/gs, '')
  const [inHead = '', inBody = ''] = bare.split('</head>', 2)
  const preferred = language.startsWith('zh') ? 'zh' : 'en'
  const html = `<html lang="${language}" data-theme="${theme}" data-preferred="${preferred}">`
  return [
    inHead.replace(/<html[^>]*>/, () => html),
    `${head}${style === '' ? '' : `<style>${style}</style>`}</head>`,
    `${inBody}<div id="root">${root}</div>`,
    given === '' ? '' : `<script type="application/json" id="given">${given}</script>`,
    after,
  ].join('')
}
