import { draftBounds, textBounds } from '../../domain/input-bounds.js'
import { formatCount } from '../../errors.js'
import { encodingFrom } from '../../files/input/transcode.js'
import { type DraftedTable, draftTable, mapText } from '../../files/map-draft/draft.js'
import { builder } from '../builder.js'
import { type Asked, costs, type Within } from '../cost.js'
import { bytesOf, encodingType } from './import.js'

const mostRows = 2000
const mostColumns = 100

const draftType = builder.objectRef<DraftedTable>('MapDraft').implement({
  description: 'A drafted map of a wide table, and the table as it is read with it.',
  fields: (t) => ({
    map: t.string({
      description: 'The map, as indented JSON. It is complete if there are no `placeholders`.',
      resolve: ({ draft }) => mapText(draft.map),
    }),
    placeholders: t.field({
      ...costs({ items: 10 }),
      type: ['String'],
      description: 'The texts in the map that must be replaced before an import. Each says what is to be decided.',
      resolve: ({ draft }) => [...draft.placeholders],
    }),
    guesses: t.field({
      ...costs({ items: ({ within: { columns = 0 } }) => columns + 10 }),
      type: ['String'],
      description: 'A sentence for each guess.',
      resolve: ({ draft }) => [...draft.guesses],
    }),
    figures: t.field({
      ...costs({ items: 10 }),
      type: ['String'],
      description: 'The first figures as they would be read, at most 10.',
      resolve: ({ draft }) => [...draft.figures],
    }),
    problems: t.field({
      ...costs({ items: 10 }),
      type: ['String'],
      description: 'What hinders the map from reading the table, at most 10 sentences. Begin with the placeholders.',
      resolve: ({ draft }) => [...draft.problems],
    }),
    rows: t.field({
      // A text in memory costs about half a value.
      ...costs({ items: ({ within: { rows = 0, columns = 0 } }) => (rows * (columns + 1)) / 2 }),
      type: t.listRef(t.listRef('String')),
      description: `The cells of the file or of its sheet as text, blank rows included: at most ${formatCount(mostRows)} rows of ${mostColumns} cells, each of at most ${formatCount(textBounds.header.most)} characters. A row may be shorter than others. The row with \`row: n\` of a finding is the item n - 1.`,
      resolve: ({ rows }) => rows.slice(0, mostRows).map((cells) => cells.slice(0, mostColumns)),
    }),
    rowCount: t.field({
      type: 'Count',
      description: 'The number of rows of the table, of which `rows` has the first.',
      resolve: ({ rows }) => rows.length,
    }),
    columnCount: t.field({
      type: 'Count',
      description: 'The number of columns of the table, of which `rows` has the first.',
      resolve: ({ width }) => width,
    }),
    columns: t.field({
      ...costs({ items: ({ within: { columns = 0 } }) => columns }),
      type: ['String'],
      description:
        'The names of all columns by which findings of an import with this map refer to them: a finding whose `column` is the item m is about the cell m of its row, and one whose `column` is null about the whole row. No two names are equal. Empty if the names are not known before the `problems` are solved; for a map with other header texts, draft the map again or find the column by its number in names like "column 3" and "Exports (column 3)".',
      resolve: ({ columns }) => [...columns],
    }),
  }),
})

const inputType = builder.inputType('DraftMapInput', {
  description: 'A wide table as a file.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The name of the file, which stands for a title if it has none.' }),
    content: t.string({
      required: true,
      description: `The content, CSV, XLSX or HTML: at most ${formatCount(textBounds.draftContent.most)} characters, ${formatCount(draftBounds.cells)} cells and ${formatCount(draftBounds.characters)} characters in cells.`,
    }),
    encoding: t.field({ type: encodingType, defaultValue: 'TEXT', description: 'The encoding of the content.' }),
    charset: t.string({
      description:
        'The character encoding of a file that is sent as BASE64, like gb18030, shift_jis or latin1. It is guessed by default.',
    }),
    sheet: t.string({
      description:
        'The name of the sheet of a workbook, or the number of the table of a page. The default is the only visible sheet or the only table.',
    }),
    period: t.field({ type: 'Period', description: 'The period of a table that does not state it.' }),
  }),
})

interface GivenInput {
  readonly content?: unknown
  readonly encoding?: unknown
}

/** Estimates how many rows and columns of a table are returned. An archive may have any number. */
export function tableIn({ content, encoding }: GivenInput): Required<Pick<Within, 'rows' | 'columns'>> {
  if (typeof content !== 'string' || content.length > textBounds.draftContent.most) return { rows: 0, columns: 0 }
  const text = encoding === 'BASE64' ? Buffer.from(content, 'base64').toString('latin1') : content
  if (text.startsWith('PK')) return { rows: mostRows, columns: mostColumns }
  const isPage = text.trimStart().startsWith('<')
  const rows = text.split(isPage ? /<tr\b/i : /\r?\n|\r/, mostRows)
  const columns = rows.map((row) => row.match(isPage ? /<t[dh]\b/gi : /[,;\t]/g)?.length ?? 0)
  return { rows: rows.length, columns: Math.min(mostColumns, 1 + columns.reduce((most, each) => Math.max(most, each))) }
}

const inputIn = ({ args }: Asked): GivenInput => (args['input'] as GivenInput | null | undefined) ?? {}

/** The cost of a draft: about half a microsecond for each character, and for an archive what it may unpack to. */
function draftWeight({ content, encoding }: GivenInput): number {
  if (typeof content !== 'string' || content.length > textBounds.draftContent.most) return 500
  const isArchive = encoding === 'BASE64' && content.startsWith('UEs')
  return 500 + content.length / 10 + (isArchive ? 45_000 : 0)
}

builder.queryField('draftMap', (t) =>
  t.field({
    ...costs({ weight: (asked) => draftWeight(inputIn(asked)), tells: (asked) => tableIn(inputIn(asked)) }),
    type: draftType,
    nullable: true,
    description:
      'Drafts the map of a wide table, as the command `indicators map` does, and returns the table as it is read. Nothing is stored. A file that has no header or figures, or is damaged, is BAD_USER_INPUT.',
    args: { input: t.arg({ type: inputType, required: true, description: 'The table.' }) },
    resolve: async (_, { input }, { view }): Promise<DraftedTable> => {
      const { name, sheet = null, charset, period = null } = input
      if (view.pace.due()) await view.pace.rest()
      return draftTable(bytesOf(input), {
        file: name,
        encoding: charset == null ? null : encodingFrom(charset),
        sheet,
        period,
        dimensions: view.snapshot.codes.dimensions,
        bounds: draftBounds,
        pace: view.pace,
      })
    },
  }),
)
