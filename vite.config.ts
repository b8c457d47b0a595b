import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The explorer, from src/explorer to dist/explorer. `npx vite` serves it while it is worked on, beside `npm start`. */
export default defineConfig({
  root: at('src/explorer'),
  build: {
    outDir: at('dist/explorer'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the page's policy allows no data
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/export': 'http://127.0.0.1:4000' } },
})
