import { Refusal } from '../../errors.js'
import type { CodeLists } from './codes.js'
import { type Dataset, exchangeRates } from './dataset.js'

/**
 * Finds the dataset of a release or text that may not name one: it is the only dataset beside the exchange rates;
 * AMBIGUOUS if there are several, UNKNOWN_CODE if there is none.
 */
export function datasetFor(code: string | null | undefined, codes: CodeLists): Dataset {
  if (code != null) return codes.findDataset(code)
  const { datasets } = codes
  const others = datasets.filter((each) => each.code !== exchangeRates)
  const choices = others.length > 0 ? others : datasets
  const [only, ...more] = choices
  if (only === undefined) throw new Refusal('UNKNOWN_CODE', `The store has no dataset. ${addDataset}`)
  if (more.length === 0) return only
  const allowed = choices.map((each) => each.code)
  throw new Refusal(
    'AMBIGUOUS',
    `The store has the datasets ${allowed.join(', ')}, and none is named. Name one as "dataset" (with a command: --dataset), or have one set as DEFAULT_DATASET.`,
    { allowed },
  )
}

const addDataset =
  'An empty store receives the built-in code lists unless SEED is false; add your own with "codes import": a row with its code in the column "dataset".'

/** Returns the only item, or the only one of the default dataset; null if there is none. Throws AMBIGUOUS for several. */
export function onlyOne<T>(
  found: readonly T[],
  datasetOf: (item: T) => string,
  defaultDataset: string | null,
  what: string,
): T | null {
  const datasets = [...new Set(found.map(datasetOf))]
  if (datasets.length < 2) return found[0] ?? null
  const preferred = found.find((each) => datasetOf(each) === defaultDataset)
  if (preferred !== undefined) return preferred
  throw new Refusal('AMBIGUOUS', `${what} is in the datasets ${datasets.join(' and ')}. Name one of them.`, {
    allowed: datasets,
  })
}
