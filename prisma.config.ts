import process from 'node:process'
import { defineConfig } from 'prisma/config'

// Every Prisma command looks for the binary of the schema engine, which `generate` and `validate` do not run. Naming a file
// that exists prevents its download. `npm run migration` uses the engine as WebAssembly.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

const url = process.env['DATABASE_URL']

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }), // for `npx prisma studio`
})
