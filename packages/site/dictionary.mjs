import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** @typedef {Readonly<Record<string, string>>} Row */

/** @type {(name: string) => readonly Row[]} */
const listed = (name) => parse(readFileSync(`prisma/seed/${name}.csv`, 'utf8'), { columns: true })

/** @type {(text: string | undefined) => string} */
const cell = (text = '') => text.replace(/[|\\]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')

/** @type {(text: string | undefined) => string} */
const code = (text = '') => (text === '' ? '' : `\`${text}\``)

/** @type {(heads: readonly string[], rows: readonly (readonly string[])[]) => string} */
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const naming = ['code', 'English', 'Chinese']

/** @type {(row: Row) => readonly string[]} */
const namesOf = (row) => [code(row['code']), cell(row['name_en']), cell(row['name_zh'])]

/** Writes the data dictionary: a page of Markdown of the code lists that ship. */
export function dictionaryPage() {
  const categories = listed('categories')
  const dimensions = listed('dimensions')
  const units = listed('units')
  return {
    slug: 'reference/data-dictionary',
    file: 'prisma/seed',
    text: [
      '# Data dictionary',
      'The code lists that ship, in their order. Imports add codes to a store: `npx indicators codes export` writes those of a store, and its page lists them.',
      '## Datasets',
      table(
        [...naming, 'agency', 'description'],
        listed('datasets').map((row) => [...namesOf(row), code(row['agency']), cell(row['description'])]),
      ),
      '## Metrics',
      table(
        [...naming, 'additivity', 'identity', 'description'],
        listed('metrics').map((row) => [
          ...namesOf(row),
          ...[code(row['additivity']), code(row['identity']), cell(row['description'])],
        ]),
      ),
      '## Dimensions',
      table(
        [...naming, 'description'],
        dimensions.map((row) => [...namesOf(row), cell(row['description'])]),
      ),
      '## Categories',
      ...dimensions.flatMap((dimension) => {
        const own = categories.filter((each) => each['dimension'] === dimension['code'])
        const rows = own.map((row) => [
          ...namesOf(row),
          ...[code(row['parent']), row['group'] === 'yes' ? code(row['members']) || 'not stated' : ''],
          cell(row['description']),
        ])
        return own.length === 0
          ? []
          : [`### ${dimension['code']}`, table([...naming, 'below', 'members of a group', 'description'], rows)]
      }),
      '## Units',
      'Each measure has a base unit, whose code is that of the measure. Units of one measure are converted into each other.',
      table(
        ['measure', 'English', 'Chinese', 'units'],
        units
          .filter((base) => base['code'] === base['measure'])
          .map((base) => {
            const scales = units.filter(({ measure }) => measure === base['code'])
            return [...namesOf(base), scales.map((unit) => code(unit['code'])).join(', ')]
          }),
      ),
    ].join('\n\n'),
  }
}
