import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: 'http://127.0.0.1:4000/schema.graphql',
  documents: ['src/*.tsx'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
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
