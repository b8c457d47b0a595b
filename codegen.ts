import type { CodegenConfig } from '@graphql-codegen/cli'

/** How documents are typed: exact numbers and days are strings, enums are their values. */
export const typed = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  scalars: { Decimal: 'string', Period: 'string', Date: 'string', DateTime: 'string', Count: 'number' },
}

/** Writes the contract, and typed documents for every operation that the repository holds. */
const config: CodegenConfig = {
  schema: './src/graphql/schema.ts',
  ignoreNoDocuments: true,
  importExtension: '.js',
  generates: {
    'schema.graphql': { plugins: ['schema-ast'], config: { sort: true } },
    'src/generated/gql/': {
      documents: ['src/graphql/operations/*.graphql', 'test/queries/**/*.graphql'],
      preset: 'client',
      config: typed,
    },
    // Those of the pages are apart, as texts: a page has no use for the parser, nor for the operations of others.
    'src/generated/gql/explorer/': {
      documents: ['src/explorer/documents/*.graphql'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { ...typed, documentMode: 'string' },
    },
    'src/generated/gql/desk/': {
      documents: ['src/explorer/desk/documents/*.graphql'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { ...typed, documentMode: 'string' },
    },
    'src/generated/gql/mcp/': {
      documents: ['src/mcp/documents/*.graphql'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { ...typed, documentMode: 'string' },
    },
  },
}

export default config
