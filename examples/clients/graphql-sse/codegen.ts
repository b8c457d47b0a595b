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
        // Exact numbers are strings: use a decimal library, or Number where binary precision is enough, as in a chart.
        scalars: { Decimal: 'string', Period: 'string', Date: 'string', DateTime: 'string' },
      },
    },
  },
}

export default config
