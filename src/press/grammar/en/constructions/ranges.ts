import { type Item, item } from '../../../items.js'
import type { Span } from '../../../source.js'
import type { LooseNumber } from '../../../statement.js'

const ends = /^(?:between )?(?<first>.*?\d.*?)(?: ?[-\x96~] ?| and )(?<second>[^\d]*\d.*)$/is
const digitsIn = /\d(?:[\d.,]*\d)?/u

/** Returns the two numbers of each range among the items of a sentence, which are no figures: "grew 7-8 percent". */
export const rangesIn = (items: readonly Item[], text: string, sentence: Span): readonly LooseNumber[] =>
  items
    .filter(({ kind, measure }) => kind === 'OTHER' && measure === 'RANGE')
    .flatMap(({ start, end }) => {
      const words = text.slice(start, end)
      const { first = words, second = '' } = ends.exec(words)?.groups ?? {}
      const at = start + words.indexOf(first)
      return [endOf(first, at), endOf(second, end - second.length)]
    })
    .map((each): LooseNumber => ({ item: each, reason: 'RANGE', sentence }))

function endOf(words: string, start: number): Item {
  const found = digitsIn.exec(words)
  const digits = start + (found?.index ?? 0)
  const value = found?.[0] ?? ''
  const span = { start: digits, end: digits + value.length }
  return item('NUMBER', { start, end: start + words.length }, { digits: span, value: value.replaceAll(',', '') })
}
