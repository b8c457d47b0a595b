import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Builds a module that is imported as "NAME?entry" as an entry of its own, and has the import return its URL. Unlike
 * Vite's "?worker", this lets the workers share files with each other and with the page, which saves a third of them.
 */
const entries: Plugin = {
  name: 'entries',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('?entry')) return null
    const module = await this.resolve(source.slice(0, -'?entry'.length), importer)
    return module && `\0entry:${module.id}`
  },
  load(id) {
    if (!id.startsWith('\0entry:')) return null
    const file = this.emitFile({ type: 'chunk', id: id.slice('\0entry:'.length) })
    return `export default import.meta.ROLLUP_FILE_URL_${file}`
  },
}

/** GraphiQL, from packages/graphiql to dist/graphiql. */
export default defineConfig({
  root: at('.'),
  base: '/graphiql/',
  publicDir: false,
  plugins: [entries],
  resolve: { alias: [{ find: /^prettier\/(parser-babel|plugins\/estree)$/, replacement: at('./jsonc.ts') }] },
  build: {
    outDir: at('../../dist/graphiql'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the page's policy allows no data
    modulePreload: false, // it would need a document, which workers have not
    chunkSizeWarningLimit: 4000,
    license: { fileName: 'licences.md' },
  },
})
