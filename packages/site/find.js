/**
 * What readers call things, and what the documents call them.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const otherNames = [
  [/\b(failed to fetch|cross[- ]origin|blocked|same[- ]origin)\b/gi, 'cors'],
  [/\b(next page|infinite scroll|load more|paging|paginat\w*|cursors?)\b/gi, 'pages'],
  [/\b(codegen|typescript|typings)\b/gi, 'typed'],
  [/\b(graph|plot)s?\b/gi, 'chart'],
  [/\b(excel|spreadsheet)s?\b/gi, 'xlsx'],
  [/\b(pandas|jupyter)\b/gi, 'python'],
]

/**
 * Guides come before pages that mention everything.
 * @type {readonly (readonly [RegExp, number])[]}
 */
const weights = [
  [/^\/changelog\//, 0.1],
  [/^\/(contributing|architecture|finding-your-way)\//, 0.4],
  [/^\/(reference|clients)\//, 0.6],
]
const weightOf = (/** @type {string} */ id) => weights.find(([place]) => place.test(id))?.[1] ?? 1

const how = { prefix: true, fuzzy: 0.15, boost: { heading: 4, page: 2 }, boostDocument: weightOf }

/**
 * Makes the index of the sections of all pages.
 * @param {readonly { id: string, page: string, heading: string, text: string }[]} sections
 * @param {typeof import('minisearch').default} MiniSearch The site has it at a place of its own.
 */
export function indexOf(sections, MiniSearch) {
  const index = new MiniSearch({ fields: ['heading', 'page', 'text'], storeFields: ['heading', 'page'] })
  index.addAll(sections)
  return index
}

/**
 * Finds the sections that have every word of a text, by these or by other names, or else those that have some.
 * @param {import('minisearch').default} index
 * @param {string} text
 */
export function findIn(index, text) {
  const renamed = otherNames.reduce((words, [name, own]) => words.replace(name, own), text)
  const every = [text, renamed].map((words) => ({ combineWith: /** @type {const} */ ('AND'), queries: [words] }))
  const found = index.search({ combineWith: 'OR', queries: every }, how)
  return found.length > 0 ? found : index.search(`${text} ${renamed}`, how)
}
