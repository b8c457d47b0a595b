import type { Words } from '../i18n/en.js'
import { grouped } from './number.js'
import type { Cell } from './table/grid.js'

/** The decimal places of computed percentages. */
export const places = 2

export const levelText = ({ value, qualifier, status, figure }: Cell, words: Words): string =>
  value === null
    ? figure === null
      ? words.noFigure
      : words.statuses[status]
    : words.qualified[qualifier].replace('#', grouped(value))
