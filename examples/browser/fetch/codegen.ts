import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: 'http://127.0.0.1:4000/schema.graphql',
  documents: ['main.js'],
  generates: {
    'gql/': {
      preset: 'client',
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        // Exact numbers are strings, which Intl formats without loss.
        scalars: {
          Decimal: 'Intl.StringNumericLiteral',
          Period: 'string',
          Date: 'string',
          DateTime: 'string',
          Count: 'number',
        },
      },
    },
  },
}

export default config
