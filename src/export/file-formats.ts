/** The formats of files, by the names in addresses and in the command. */
export const fileFormats = ['csv', 'xlsx', 'json-stat', 'sdmx-csv', 'parquet'] as const
export type FileFormat = (typeof fileFormats)[number]
