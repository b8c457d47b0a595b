import { type Draft, totalCode } from './draft.js'

export const escaped = (cell: string, delimiter = ','): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Writes figures as the tidy CSV, each with the sentence of the text that states it as its note. */
export function csvOf(drafts: readonly Draft[], text: string, language: 'EN' | 'ZH'): string {
  const changes = Math.max(1, ...drafts.map(({ fields }) => fields.otherChanges.length + 1))
  const each = Array.from({ length: changes }, () => ['change', 'change_base']).flat()
  const header = [
    ...['metric', 'dimension', 'category', 'period', 'value', 'unit', 'decimals', 'qualifier'],
    ...[...each, 'share', 'share_change', 'share_of', language === 'ZH' ? 'note_zh' : 'note'],
  ]
  const rows = drafts.map(({ fields, sentence }) => {
    const { category, growth, otherChanges } = fields
    const isTotal = category === null || category.code === totalCode
    const stated = [{ percent: growth, base: '' }, ...otherChanges]
    const bases = Array.from({ length: changes }, (_, at) => [stated[at]?.percent ?? '', stated[at]?.base ?? ''])
    return [
      ...[fields.metric, isTotal ? '' : category.dimension.code, isTotal ? '' : category.code, fields.period],
      ...[fields.value, fields.unit, fields.decimals, fields.qualifier, ...bases.flat()],
      ...[fields.share, fields.shareChange, fields.share === '' ? '' : fields.shareOf],
      text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim(),
    ]
  })
  return `${[header, ...rows].map((row) => row.map((cell) => escaped(cell)).join(',')).join('\n')}\n`
}
