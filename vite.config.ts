import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Has the browser load the page while main.ts, which asks for the figures and then for the page, is on its way. */
const preloadPage: Plugin = {
  name: 'preload-page',
  transformIndexHtml: (_html, { path, bundle = {} }) =>
    Object.values(bundle)
      .flatMap((chunk) =>
        path === '/index.html' && chunk.type === 'chunk' && chunk.isDynamicEntry && chunk.name === 'page'
          ? [chunk.fileName, ...chunk.imports]
          : [],
      )
      .map((fileName) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${fileName}` },
        injectTo: 'head',
      })),
}

/** Has what notes early clicks run before anything is shown, while the page is on its way. */
const noteEarly: Plugin = {
  name: 'note-early',
  apply: 'build',
  transformIndexHtml: (_html, { path, bundle = {} }) =>
    Object.values(bundle)
      .filter((chunk) => path === '/index.html' && chunk.type === 'chunk' && chunk.name === 'early')
      .map(({ fileName }) => ({
        tag: 'script',
        attrs: { type: 'module', async: true, blocking: 'render', src: `/${fileName}` },
        injectTo: 'head-prepend',
      })),
}

/** What the page shares with the panels that open beside it, in one file instead of many. */
const shared =
  /node_modules\/preact\/|gql\/explorer\/graphql\.ts$|explorer\/(data\/(?!panels|asking\/(typescript|preset))|i18n\/words|charts\/sparkline|components\/(?!why|tip)[^/]+$)/

/** Preact takes the place of React, whose types and API the components use: it is a tenth of its size. */
export const preact = [
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/server$/, replacement: 'preact-render-to-string' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-dev-runtime' }, // `npm run dev`
]

/** What the server answers: not the sources of the page, like /charts/model.ts and /data/day.ts. */
const routes =
  '^/(graphql|graphiql|export|embed|oembed|mcp|docs|schema\\.graphql|sdmx|openapi\\.json|feed\\.atom|calendar\\.ics|catalog\\.jsonld|sitemap\\.xml|robots\\.txt|chart\\.(svg|png)|data/[^?]+\\.(csv|xlsx|json|parquet|atom))(?=$|[/?])'

/** The explorer, from src/explorer to dist/explorer. `npm run dev` serves it while it is worked on. */
export default defineConfig({
  root: at('src/explorer'),
  plugins: [preloadPage, noteEarly],
  resolve: { alias: preact },
  build: {
    outDir: at('dist/explorer'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the page's policy allows no data
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: [at('src/explorer/index.html'), at('src/explorer/desk.html')],
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', test: shared },
            { name: 'early', test: /explorer\/early\.ts$/ },
          ],
        },
      },
    },
  },
  server: { proxy: { [routes]: `http://127.0.0.1:${process.env['PORT'] ?? 4000}` } },
})
