export const fileFormats = ['csv', 'xlsx', 'json-stat', 'sdmx-csv', 'parquet'] as const
export type FileFormat = (typeof fileFormats)[number]
