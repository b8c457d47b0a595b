import { frequencies } from '../domain/periods/period.js'
import { languages } from '../domain/text/language.js'
import { recordLabels, recordShapes } from '../files/output/record-table.js'
import { exportFormats } from './formats.js'
import { queries } from './request.js'

export interface Parameter {
  readonly description: string
  readonly schema: object
  readonly example?: string
}

const text = { type: 'string' } as const

export const versionParameters = {
  version: {
    description: 'A version of the store. The default is the newest.',
    schema: { type: 'integer', minimum: 1 },
  },
  stamp: { description: 'The stamp of that version, or its first characters.', schema: text },
} as const satisfies Record<string, Parameter>

export const addressParameters = {
  from: { description: 'Periods that end in this period or later.', schema: text, example: '2023' },
  to: { description: 'Periods that end in this period or earlier.', schema: text, example: '2024-06' },
  frequency: {
    description: 'Frequencies, separated by commas.',
    schema: { type: 'array', items: { enum: frequencies } },
  },
  unit: {
    description:
      'The unit of the values, which selects the figures of its measure. The default is the base unit of each measure.',
    schema: text,
    example: 'CNY_BILLION',
  },
  asOf: {
    description:
      'Figures as known at this time: a time with its offset from UTC, or a date for the end of the day at the publisher.',
    schema: text,
    example: '2024-01-31',
  },
  language: {
    description: 'The language of names and notes.',
    schema: { enum: ['en', 'zh'], default: 'en' },
  },
  shape: {
    description: 'long has a row for each figure; wide has a row for each series, and a column for each period.',
    schema: { enum: recordShapes, default: 'long' },
  },
  labels: {
    description: 'Codes, names, or both, in separate columns.',
    schema: { enum: recordLabels, default: 'code' },
  },
  comment: {
    description: 'Begins a CSV file with a line about its sources.',
    schema: { type: 'boolean', default: false },
  },
  ...versionParameters,
} as const satisfies Record<string, Parameter>

export type AddressParameter = keyof typeof addressParameters

export const exportParameters = {
  format: {
    description: 'The format of the file; about is its description.',
    schema: { enum: exportFormats },
  },
  query: {
    description: 'The query whose complete result is written.',
    schema: { enum: queries, default: 'indicators' },
  },
  variables: { description: 'The arguments of the query, as JSON.', schema: text },
  language: { description: 'The language of labels and notes.', schema: { enum: languages, default: 'EN' } },
  ...versionParameters,
} as const satisfies Record<string, Parameter>
