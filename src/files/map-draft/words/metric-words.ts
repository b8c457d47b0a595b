import { otherMeasure } from './scope-words.js'

const trade =
  /进出口|進出口|輸出入|수출입|imports? (?:and|&) exports?|exports? (?:and|&) imports?|total trade|obroty handlu|utrikeshandel totalt/i

// The words by which a text is about exports or imports, and is not their value.
const others =
  /\bre-?(?:ex|im)port|reeksport|reexpo|vidareexport|vidareimport|genudf|genindf|gjenut|jälleenvienti|wederuitvoer|reesporta|wieder(?:aus|ein)fuhr|转口|再輸出|재수출|\bnet\b|netto(?:ex|im)port|balance|saldo|solde|bilan[zs]|bilanc|surplus|deficit|overskud|minus|差额|差額|顺差|逆差|収支|수지|(?:ex|im|eks)port[- ]?(?:price|pri[sx]|preis|quote|dut(?:y|ies)|tax)|(?:aus|ein)fuhrpreis|price ind|preisind|prisind|价格指数|物価|terms of trade|(?:ein|aus)- (?:und|u\.) (?:ein|aus)fuhr|(?:in|uit)- en (?:in|uit)voer|in- och utförsel|ind- og udførsel/i

const exported =
  /export(?!ers?\b|eure?\b|ateur|ador)|出口|輸出|수출|ausfuhr|esporta|uitvoer|eksport|wywóz|vývoz|vienti|utförsel|udførsel|utførsel|экспорт|ihracat/i
const imported =
  /import(?!an|ers?\b|eure?\b|ateur|ador|e\b)|进口|進口|輸入|(?<!\p{L})수입|einfuhr|invoer|przywóz|dovoz|tuonti|införsel|indførsel|innførsel|импорт|ithalat/iu

// "Importe" are imports in German and an amount in Spanish.
const ambiguous = /\bimporte\b/i

const german = /exporte\b|\b(?:mio|mrd|tsd)\b|\b(?:nach|von|insgesamt|der|und)\b/i

const balances =
  /\b(?:trade |commercial )?balance\b|trade surplus|handelsbilanz|handelsbalan[sc]|\bsaldo\b|\bsolde\b|balan[zç]a comercial|bilancia commerciale|bilans handl|kauppatase|obchodní bilance|сальдо|торговый баланс|贸易差额|貿易差額|貿易収支|무역수지/iu

// A deficit has the opposite sign, and other balances are not those of exports and imports.
const otherBalances =
  /deficit|déficit|pa(?:yments|gos|iements|gament)|zahlungsbilanz|servi[cz]|dienst|account|basis|opening|closing|energy|\bnet\b|price|preis/iu

const isBalance = (text: string): boolean =>
  balances.test(text) &&
  !otherBalances.test(text) &&
  !exported.test(text) &&
  !imported.test(text) &&
  otherMeasure(text) === null

/** Returns the metric that a text names; null for none or several. `beside` are texts that show its language. */
export function metricIn(text: string, beside = ''): string | null {
  if (isBalance(text)) return 'BALANCE'
  if (others.test(text) || otherMeasure(text) !== null) return null
  if (trade.test(text)) return 'TRADE'
  const isGerman = ambiguous.test(text) && german.test(`${text} ${beside}`)
  const [isExport, isImport] = [exported.test(text), imported.test(text) || isGerman]
  if (isExport === isImport) return null
  return isExport ? 'EXPORTS' : 'IMPORTS'
}

const both =
  /imports? (?:and|&) exports?|exports? (?:and|&) imports?|(?:ein|aus)- (?:und|u\.) (?:ein|aus)fuhr|(?:in|uit)- en (?:in|uit)voer|in- och utförsel|ind- og udførsel/i

export const namesBoth = (text: string): boolean => both.test(text)

/** Returns the metric of a title. "Exports and imports" above figures of one kind may be their sum or not. */
export const metricInTitle = (text: string): string | null =>
  both.test(text) && !/total (?:value|trade)/i.test(text) ? null : metricIn(text)

const metricWords = new RegExp(String.raw`\p{L}*(?:${exported.source}|${imported.source})\p{L}*|\((?:fob|cif)\)`, 'giu')
const linkWords =
  /^(?:(?:of|to|from|with|nach|von|aus|vers|de|a|til|till|naar|uit|do|z)\s+|[\s,;:–—-]+)+|[\s,;:–—-]+$/giu

/** Removes the words of a metric from a text that names one, as in "EU exports" and "Exports to Chile". */
export const withoutMetric = (text: string): string => text.replace(metricWords, ' ').trim().replace(linkWords, '')
