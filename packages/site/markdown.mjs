import { posix } from 'node:path'
import { pages } from './pages.mjs'
import { slugOf } from './slug.mjs'

/** Where the site shows a file or a folder of the repository. */
const places = new Map([
  ['schema.graphql', 'reference/queries/'],
  ['examples/queries', 'reference/examples/'],
  ['prisma/seed', 'reference/data-dictionary/'],
  ['src/graphql/operations', 'reference/examples/'],
  ...pages.flatMap(({ slug, file }) =>
    [file, file.replace(/\/README\.md$/, '')].map(
      (name) => /** @type {const} */ ([name, slug === '' ? '' : `${slug}/`]),
    ),
  ),
])

/**
 * Returns where a link of a document leads on the site, or null if it leads to a file that the site does not have.
 * @param {string} target
 * @param {string} root The way to the first page.
 * @param {string} file The document.
 */
function urlOf(target, root, file) {
  if (/^(https?:|#)/.test(target)) return target
  if (target.startsWith('/')) return root + target.slice(1)
  const [path = '', anchor] = target.split('#')
  if (/\.png$/.test(path)) return root + posix.basename(path)
  const place = places.get(posix.join(posix.dirname(file), path).replace(/\/$/, ''))
  return place === undefined ? null : root + place + (anchor === undefined ? '' : `#${anchor}`)
}

/**
 * Gives headings their anchors, and links the addresses of pages. Links to other files of the repository are texts.
 * @param {import('markdown-it').default} markdown
 */
export function withAnchorsAndLinks(markdown) {
  markdown.core.ruler.push('anchors-and-links', ({ tokens, env: { root, file } }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'heading_open') token.attrSet('id', slugOf(tokens[index + 1]?.content ?? ''))
      /** @type {boolean[]} */
      const open = []
      for (const child of token.children ?? []) {
        if (child.type === 'image') child.attrSet('src', urlOf(child.attrGet('src') ?? '', root, file) ?? '')
        if (child.type === 'link_close' && open.pop() === false) child.tag = 'span'
        if (child.type !== 'link_open') continue
        const url = urlOf(child.attrGet('href') ?? '', root, file)
        open.push(url !== null)
        if (url !== null) child.attrSet('href', url)
        else [child.tag, child.attrs] = ['span', null]
      }
    }
  })
}
