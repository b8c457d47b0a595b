import { nameIn } from '../../data/named.js'
import type { Lists } from '../../data/view.js'
import type { Words } from '../../i18n/en.js'
import { type Draft, totalCode } from './draft.js'

/** Names what a figure is of, by what is entered: "Exports of Guangdong", or the words of the text. */
export function nameOf({ fields, words: ofText }: Draft, lists: Lists | null, words: Words): string {
  const { metric, category } = fields
  const metricName = metric === '' || lists === null ? metric : nameIn(lists.metrics, metric, words)
  if (category === null)
    return [metricName, ofText === '' ? '' : `“${ofText}”`].filter((each) => each !== '').join(' · ')
  if (category.code === totalCode) return words.page.search.all(metricName)
  return words.page.search.sentence(metricName, words.text(category))
}

export function wholeName(shareOf: string, lists: Lists | null, words: Words): string | null {
  const [metric = ''] = shareOf.split('|')
  return metric === '' || lists === null ? null : nameIn(lists.metrics, metric, words)
}
