import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** A line of the datamodel that is a comment, within a text of JavaScript. */
const comment = /(?<=\\n|: ") *\/\/(?:(?!\\n).)*\\n/g

/**
 * The command with the server, from src/cli/main.ts to a few files in dist/cli, since Node takes half of the time to load
 * the thousand modules that they are made of. Threads are beside them under their own names. Functions keep their names
 * and lines for the traces of errors.
 */
export default defineConfig({
  root: at('src'),
  publicDir: false,
  build: {
    ssr: true,
    outDir: at('dist/cli'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: {
        main: at('src/cli/main.ts'),
        'draw-thread': at('src/server/pictures/draw-thread.mjs'),
        'watch-thread': at('src/server/plugins/execution/watch-thread.mjs'),
        'pglite-worker': at('src/store/database/embedded/pglite-worker.mjs'),
      },
      output: {
        entryFileNames: ({ name }) => `${name}.${name.includes('-') ? 'mjs' : 'js'}`,
        chunkFileNames: '[name].js',
        comments: false, // of packages: licences.md has their licences
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 2, test: /^(?!.*\/src\/mcp\/(?!operations))/, priority: 1 },
            // Apart, so that only processes that speak the protocol load its packages.
            { name: 'mcp', test: /\/src\/mcp\/(?!operations)/ },
          ],
        },
      },
    },
  },
  plugins: [
    {
      name: 'datamodel-without-comments', // which every command would load
      transform: (code, id) =>
        id.endsWith('/generated/prisma/internal/class.ts')
          ? { code: code.replace(/"inlineSchema": "(?:[^"\\]|\\.)*"/, (text) => text.replace(comment, '')), map: null }
          : null,
    },
  ],
  // One form of graphql, whose classes are compared: packages ask for both.
  resolve: {
    alias: [
      { find: /^graphql(\/(?:execution|language|type|utilities))?$/, replacement: 'graphql$1/index.mjs' },
      { find: /^graphql\/(.+)\.js$/, replacement: 'graphql/$1.mjs' },
      // The writer of JSON that graphql-jit has for an option that is not used, with its own copy of a validator.
      { find: /^fast-json-stringify$/, replacement: at('src/lib/left-out.ts') },
    ],
  },
  // Packages of native code and WebAssembly stay what they are, and so does the driver, whose statements tests intercept,
  // and the protocol, which few processes load.
  ssr: {
    noExternal: true,
    external: [
      ...['@electric-sql/pglite', '@prisma/client', '@resvg/resvg-js', 'fs-native-extensions', 'pg', 'pg-native'],
      ...['@modelcontextprotocol/server', 'zod'],
    ],
  },
})
