import type { TableQueryVariables } from '../../generated/gql/explorer/graphql.js'
import type { Language } from './state.js'

export const formats = {
  csv: 'CSV',
  xlsx: 'XLSX',
  'json-stat': 'JSON-stat',
  'sdmx-csv': 'SDMX-CSV',
  parquet: 'Parquet',
} as const
export type Format = keyof typeof formats
export const formatNames = Object.keys(formats) as readonly Format[]

export const exportOf = (format: Format, query: string, language: Language, variables: unknown): string =>
  `/export?${new URLSearchParams({ format, query, language: language.toUpperCase(), variables: JSON.stringify(variables) })}`

export const seriesVariables = ({ filter, transform, unit, shownUnit, base }: Partial<TableQueryVariables>) => ({
  filter,
  transform,
  unit: transform === 'LEVEL' ? unit : shownUnit,
  base,
})
