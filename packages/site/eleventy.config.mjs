// Builds the documentation as a site in dist/docs, which the server serves at /docs/: `node build.mjs site`. Its links are
// relative, so that it can be copied to any place.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dictionaryPage } from './dictionary.mjs'
import { withAnchorsAndLinks } from './markdown.mjs'
import { chapters, pages } from './pages.mjs'
import { referencePages } from './reference.mjs'
import { sectionsOf } from './sections.mjs'
import { slugOf } from './slug.mjs'

/** @param {import('@11ty/eleventy/UserConfig').default} site */
export default function configure(site) {
  // Before the templates, whose places are below the input. All pages are added here, none is a file there.
  site.setInputDirectory('packages/site')
  site.setIncludesDirectory('layouts')
  site.ignores.add('packages/site/README.md')
  site.setOutputDirectory('dist/docs')
  site.amendLibrary('md', withAnchorsAndLinks)
  site.addGlobalData('chapters', chapters)
  const texts = [
    ...pages.map(({ slug, file }) => ({ slug, file, text: readFileSync(file, 'utf8') })),
    ...referencePages(readFileSync('schema.graphql', 'utf8')).map((page) => ({ ...page, file: 'schema.graphql' })),
    dictionaryPage(),
  ]
  for (const { slug, file, text } of texts) {
    const [, title = slug] = /^# (.*)$/m.exec(text) ?? []
    const contents = [...text.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => ({ heading, id: slugOf(heading) }))
    const root = slug === '' ? './' : '../'.repeat(slug.split('/').length)
    const data = { layout: 'layout.njk', permalink: slug === '' ? '/' : `/${slug}/`, root, file, slug, title, contents }
    site.addTemplate(`${slug || 'index'}.md`, text, data)
  }
  site.addPassthroughCopy({
    ...{
      'packages/site/site.css': 'site.css',
      'packages/site/search.js': 'search.js',
      'packages/site/find.js': 'find.js',
      'docs/*.png': '.',
    },
    'src/explorer/icon.svg': 'icon.svg',
    'node_modules/minisearch/dist/es/index.js': 'minisearch.js',
    'node_modules/minisearch/LICENSE.txt': 'minisearch.txt',
  })
  site.on('eleventy.after', async ({ directories, results }) => {
    const sections = results.flatMap(({ url, content }) => (url === null ? [] : sectionsOf(url, content)))
    await writeFile(join(directories.output, 'sections.json'), JSON.stringify(sections))
  })
  return {
    markdownTemplateEngine: false,
    templateFormats: ['md'],
  }
}
