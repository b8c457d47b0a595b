import process from 'node:process'
import { defineConfig } from 'prisma-cli/config'

// Every `prisma` command asks for the schema engine, `generate` included, which never runs it. Naming a binary that
// exists stops the download; the engine itself is used as WebAssembly, by `npm run migration`.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
