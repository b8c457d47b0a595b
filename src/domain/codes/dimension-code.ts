import { excerpt } from '../input-bounds.js'
import { codeText, isCode } from './code-text.js'

export const levelColumns = ['period', 'value', 'unit', 'decimals', 'qualifier', 'status', 'flags'] as const
export const changeColumns = ['change', 'change_base'] as const
export const lastColumns = ['share', 'share_of', 'share_change', 'note', 'note_zh'] as const

export const tidyColumns = [
  'dataset',
  'metric',
  'dimension',
  'category',
  ...levelColumns,
  ...changeColumns,
  ...lastColumns,
  'release',
] as const

const known: ReadonlySet<string> = new Set(tidyColumns)

export const isDimensionCode = (text: string): boolean =>
  isCode(text) && /\p{L}/u.test(text) && text === text.toUpperCase() && !known.has(text.toLowerCase())

export function dimensionFault(code: string): string | null {
  if (isDimensionCode(code)) return null
  const what = `"${excerpt(code, 100)}" cannot be the code of a dimension, which names a column of the tidy CSV`
  if (known.has(code.toLowerCase())) return `${what}: the format has this column already. Choose another code.`
  const capitals = codeText(code.toUpperCase())
  if (isDimensionCode(capitals)) return `${what}: write it in capitals, ${excerpt(capitals, 100)}.`
  return `${what}: write letters, and capitals only, in a script that has them.`
}
