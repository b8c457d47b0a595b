import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { preact } from './vite.config.js'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the server draws of the explorer, from src/explorer/server.ts to one file, which needs no package. */
export default defineConfig({
  root: at('src/explorer'),
  publicDir: false,
  build: {
    ssr: at('src/explorer/server.ts'),
    outDir: at('dist/explorer-server'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // what the page has is named as the page names it
    target: 'node20',
    minify: true, // a package holds it
    license: { fileName: 'licences.md' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
  resolve: { alias: preact },
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
})
