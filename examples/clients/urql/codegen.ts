import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: 'http://127.0.0.1:4000/schema.graphql',
  documents: ['main.ts'],
  importExtension: '.js',
  generates: {
    'gql/': {
      preset: 'client',
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        // Exact numbers are strings: give them to a decimal library, or to Number where a chart does not mind.
        scalars: { Decimal: 'string', Period: 'string', Date: 'string', DateTime: 'string' },
      },
    },
  },
}

export default config
