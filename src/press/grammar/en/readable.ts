import { type Item, masked } from '../../items.js'

/** Masks the items of a text, and what says nothing of its numbers: datelines, bullets, clauses and brackets without any. */
export const readable = (text: string, items: readonly Item[]): string =>
  masked(text, items)
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(dateline, fill)
    .replace(bullet, fill)
    .replace(relative, (clause) => `,${fill(clause.slice(1))}`)
    .replace(aside, fill)

const fill = (words: string): string => '\uE0FF'.repeat(words.length)

/** The place before a report: "WELLINGTON, Aug. 26 (Xinhua) -- Exports". */
const dateline = /^[ \t]*[A-Z][A-Z.,'’ -]{2,40}[^a-z\d\n]{0,20}(?:[(][A-Z][\w ]{1,30}[)] ?)?(?:--|[-–—]) (?=[A-Z])/gmu

const bullet = /^[ \t]*[•·▪◦‣*–-](?=[ \t]+\S)/gmu

/** A relative clause without numbers says nothing about the numbers after it. */
const relative = /,\s(?:which|who|whose|where)\b[^,.;\uE001-\uE004]{1,200}(?=,)/gi

/** Words in brackets that qualify a name: "cheese (largest commodity group) rose". */
const aside =
  /\s[(](?![^()]*\b(?:terms|denominated|excl\w*|deficit|surplus|adjusted|yuan|dollars?|year|month|from|up|down)\b)[^()\d\uE001-\uE008]*\s[^()\d\uE001-\uE008]*[)]/giu
