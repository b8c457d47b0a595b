import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Has the browser load the page while main.ts, which asks for the figures and then for the page, is on its way. */
const preloadPage: Plugin = {
  name: 'preload-page',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.values(bundle)
      .filter((chunk) => chunk.type === 'chunk' && chunk.isDynamicEntry && chunk.name === 'page')
      .map(({ fileName }) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${fileName}` },
        injectTo: 'head',
      })),
}

/** The explorer, from src/explorer to dist/explorer. `npx vite` serves it while it is worked on, beside `npm start`. */
export default defineConfig({
  root: at('src/explorer'),
  plugins: [preloadPage],
  build: {
    outDir: at('dist/explorer'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the page's policy allows no data
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/export': 'http://127.0.0.1:4000' } },
})
