import { allUnits, baseOf, isCurrency, isUnit, unitInfo } from '../../../domain/units/unit.js'
import { getOrInsert, memoizeByText } from '../../../lib/memo.js'
import { metricIn } from './metric-words.js'

export type Meaning =
  | { readonly is: 'base'; readonly base: string; readonly exponent: number; readonly isWeak: boolean }
  | { readonly is: 'bases'; readonly senses: readonly BaseSense[] }
  | { readonly is: 'scale'; readonly senses: readonly Sense[] }
  | { readonly is: 'label' | 'harmless' | 'in' | 'per' }

interface Sense {
  readonly exponent: number
  readonly languages: readonly string[]
}

// A currency of which only the language tells the country, like "kr".
interface BaseSense {
  readonly base: string
  readonly languages: readonly string[]
}

export interface Word {
  readonly meaning: Meaning
  // Empty if the word shows no language.
  readonly languages: readonly string[]
}

const scales: readonly (readonly [exponent: number, language: string, words: string])[] = [
  [1, '', 'ten 十 십'],
  [2, 'en', 'hundred hundreds'],
  [2, '', '百 백'],
  [3, '', 'k 千 천'],
  [3, 'en', 'thousand thousands'],
  [3, 'de', 'tausend tsd'],
  [3, 'fr', 'millier milliers mille'],
  [3, 'es', 'mil miles millar millares'],
  [3, 'pt', 'mil milhar milhares'],
  [3, 'it', 'mila mille migliaia'],
  [3, 'nl', 'duizend duizenden'],
  [3, 'pl', 'tys tysiąc tysiące tysięcy'],
  [3, 'sv', 'tusen tusental tusentals'],
  [3, 'da', 'tusind tusinde'],
  [3, 'nb', 'tusen'],
  [3, 'fi', 'tuhat tuhatta tuhansia'],
  [3, 'cs', 'tis tisíc tisíce tisíců'],
  [3, 'hu', 'ezer'],
  [3, 'ro', 'mie mii'],
  [3, 'ru', 'тыс тысяча тысяч тысячи'],
  [3, 'el', 'χιλ χιλιάδες χιλιάδων'],
  [3, 'tr', 'bin'],
  [4, '', '万 萬 만'],
  [5, 'en', 'lakh lakhs'],
  [6, '', 'm mn mln'],
  [6, 'de', 'mio'],
  [6, 'en', 'million millions'],
  [6, 'de', 'million millionen'],
  [6, 'fr', 'million millions'],
  [6, 'es', 'millón millon millones'],
  [6, 'pt', 'milhão milhao milhões milhoes'],
  [6, 'it', 'milione milioni'],
  [6, 'nl', 'miljoen miljoenen'],
  [6, 'pl', 'milion miliony milionów'],
  [6, 'sv', 'miljon miljoner milj'],
  [6, 'da', 'million millioner mill mio'],
  [6, 'nb', 'million millioner mill'],
  [6, 'fi', 'miljoona miljoonaa milj'],
  [6, 'cs', 'mil milion miliony milionů'],
  [6, 'hu', 'millió'],
  [6, 'ro', 'mil milion milioane'],
  [6, 'ru', 'млн миллион миллиона миллионов миллионы'],
  [6, 'el', 'εκατ εκατομμύρια εκατομμυρίων'],
  [6, 'tr', 'milyon'],
  [7, 'en', 'crore crores'],
  [8, '', '亿 億 억'],
  [9, '', 'bn mld mrd'],
  [9, 'en', 'billion billions'],
  [9, 'de', 'milliarde milliarden mia'],
  [9, 'fr', 'milliard milliards md mds'],
  [9, 'es', 'millardo millardos'],
  [9, 'pt', 'bilhão bilhao bilhões bilhoes'],
  [9, 'it', 'miliardo miliardi'],
  [9, 'nl', 'miljard miljarden'],
  [9, 'pl', 'miliard miliardy miliardów'],
  [9, 'sv', 'miljard miljarder md mdr'],
  [9, 'da', 'milliard milliarder mia'],
  [9, 'nb', 'milliard milliarder'],
  [9, 'fi', 'miljardi miljardia'],
  [9, 'cs', 'miliarda miliardy miliard'],
  [9, 'hu', 'milliárd'],
  [9, 'ro', 'miliard miliarde'],
  [9, 'ru', 'млрд миллиард миллиарда миллиардов миллиарды'],
  [9, 'el', 'δισ δισεκατομμύρια δισεκατομμυρίων'],
  [9, 'tr', 'milyar'],
  [12, '', 'tn trn 兆 조'],
  [12, 'ru', 'трлн триллион триллионов'],
  [12, 'tr', 'trilyon'],
  [12, 'en', 'trillion trillions'],
  [12, 'de', 'billion billionen'],
  [12, 'fr', 'billion billions'],
  [12, 'es', 'billón billon billones'],
  [12, 'pt', 'trilhão trilhao trilhões trilhoes bilião biliões'],
  [12, 'it', 'bilione bilioni'],
  [12, 'nl', 'biljoen biljoenen'],
  [12, 'pl', 'bilion biliony bilionów'],
  [12, 'da', 'billion billioner'],
  [12, 'nb', 'billion billioner'],
  [12, 'cs', 'bilion biliony bilionů'],
  [18, 'de', 'trillion trillionen'],
  [18, 'fr', 'trillion trillions'],
]

const bases: readonly (readonly [unit: string, language: string, names: string])[] = [
  ['USD', '', 'us$|us dollar|us dollars|u s dollars|米ドル|美元'],
  ['USD', 'es', 'dólares|dolares|dólares estadounidenses|dólares americanos'],
  ['USD', 'pt', 'dólares|dolares|dólares americanos|dólares dos eua'],
  ['USD', 'fr', 'dollars américains|dollars us|dollars des états unis'],
  ['USD', 'it', 'dollari usa|dollari statunitensi'],
  ['USD', 'nl', 'amerikaanse dollars'],
  ['EUR', '', '€|euro|euros|ユーロ|歐元'],
  ['GBP', '', '£|sterling|英鎊'],
  ['JPY', '', '円|yenes|ienes|日圆'],
  ['CNY', '', 'rmb|renminbi|人民币|元'],
  ['CHF', 'de', 'fr|franken|schweizer franken'],
  ['CHF', 'fr', 'francs suisses'],
  ['CHF', 'it', 'franchi svizzeri'],
  ['HKD', '', 'hk$|港币|港元'],
  ['CAD', '', 'c$|ca$|can$'],
  ['AUD', '', 'a$|au$'],
  ['NZD', '', 'nz$'],
  ['SGD', '', 's$'],
  ['TWD', '', 'nt$|新台币'],
  ['BRL', 'pt', 'r$|reais'],
  ['MXN', '', 'mex$|mx$'],
  ['MXN', 'es', 'pesos mexicanos'],
  ['INR', '', '₹'],
  ['KRW', '', '₩'],
  ['USD', '', '달러|불|미불|미국 달러|미달러|미국달러|미화'],
  ['EUR', '', '유로'],
  ['EUR', 'fi', 'euroa'],
  ['EUR', 'hu', 'euró'],
  ['JPY', '', '엔'],
  ['CNY', '', '위안'],
  ['KRW', '', '원'],
  ['CAD', 'fr', 'dollars canadiens'],
  ['CAD', 'es', 'dólares canadienses'],
  ['AUD', 'fr', 'dollars australiens'],
  ['SEK', 'sv', 'kronor|svenska kronor'],
  ['SEK', '', 'swedish kronor'],
  ['NOK', 'nb', 'norske kroner'],
  ['NOK', '', 'norwegian kroner'],
  ['DKK', 'da', 'danske kroner'],
  ['DKK', '', 'danish kroner'],
  ['USD', 'ru', 'долларов сша|доллары сша|долл сша'],
  ['USD', 'tr', 'abd doları|abd dolari'],
  ['USD', 'ro', 'dolari sua|dolari americani'],
  ['EUR', 'ru', 'евро'],
  ['EUR', 'el', 'ευρώ'],
  ['EUR', 'tr', 'avro'],
  ['TRY', 'tr', 'türk lirası|tl'],
  ['USD', 'pl', 'dolarów amerykańskich|dolarów usa'],
  ['PLN', '', 'pln|polish zloty|polish zlotys'],
  ['PLN', 'pl', 'zł|zl|złoty|złote|złotych'],
  ['CZK', '', 'czk|czech koruna|czech crowns'],
  ['CZK', 'cs', 'kč|korun|korun českých'],
  ['HUF', '', 'huf|hungarian forint'],
  ['HUF', 'hu', 'forint|ft'],
  ['RON', '', 'ron|romanian lei'],
  ['RON', 'ro', 'lei|leu'],
  ['BGN', 'bg', 'лева|лв'],
  ['ANG', '', 'ang|netherlands antillean guilders'],
  ['ISK', '', 'isk'],
  ['TRY', '', 'turkish lira|turkish liras|₺'],
  ['RUB', '', '₽|russian rubles|russian roubles'],
  ['RUB', 'ru', 'рублей|руб'],
  ['THB', '', 'thb|baht'],
  ['IDR', '', 'idr|rupiah'],
  ['MYR', '', 'myr|ringgit|rm'],
  ['VND', '', 'vnd'],
  ['CLP', 'es', 'pesos chilenos'],
  ['COP', 'es', 'pesos colombianos'],
  ['ARS', 'es', 'pesos argentinos'],
  ['TONNE', '', '톤'],
  ['KILOGRAM', 'pt', 'quilograma|quilogramas'],
  ['KILOGRAM', 'es', 'kilogramo|kilogramos'],
  ['KILOGRAM', 'fr', 'kilogramme|kilogrammes'],
  ['KILOGRAM', 'de', 'kilogramm'],
  ['KILOGRAM', 'it', 'chilogrammo|chilogrammi'],
  ['KILOGRAM', '', '킬로그램'],
  ['TONNE', 'ru', 'т|тонна|тонны|тонн'],
  ['TONNE', 'ro', 'tone|tonă'],
  ['TONNE', 'fi', 'tonni|tonnia'],
  ['TONNE', 'cs', 'tun|tuny'],
  ['TONNE', '', 'tonne|tonnes|metric ton|metric tons|噸|トン'],
  ['TONNE', 'de', 'tonnen'],
  ['TONNE', 'es', 'tonelada|toneladas'],
  ['TONNE', 'pt', 'tonelada|toneladas'],
  ['TONNE', 'it', 'tonnellata|tonnellate'],
  ['KILOGRAM', '', 'kilogramm|kilogramme|kilogrammes|kilogramos|quilogramas|公斤|キログラム'],
  ['PERCENT', '', '%|per cent|pct'],
  ['PERCENT', 'de', 'prozent'],
  ['PERCENT', 'fr', 'pour cent'],
  ['PERCENT', 'es', 'por ciento'],
  ['PERCENT', 'pt', 'por cento'],
  ['PERCENT', 'nl', 'procent'],
  ['PERSON', '', 'people|personen|personnes|personas|pessoas|persone|osoby|osób'],
  ['NUMBER', '', 'number|numbers|anzahl|nombre|número|numero|aantal|liczba'],
]

const ambiguousBases: readonly (readonly [names: string, senses: readonly BaseSense[]])[] = [
  [
    'kr',
    [
      { base: 'SEK', languages: ['sv'] },
      { base: 'NOK', languages: ['nb'] },
      { base: 'DKK', languages: ['da'] },
    ],
  ],
  [
    'kroner|krone',
    [
      { base: 'NOK', languages: ['nb'] },
      { base: 'DKK', languages: ['da'] },
    ],
  ],
]

// The units that are also things in a title, and are units only beside a multiplier or after a word like "Unit:".
const weak = new Set(['ENTERPRISE', 'PERSON', 'ZONE', 'ITEM', 'INDEX', 'METRE', 'NUMBER'])

const others: readonly (readonly [is: 'label' | 'harmless' | 'in' | 'per', language: string, words: string])[] = [
  ['label', 'en', 'unit units'],
  ['label', 'de', 'einheit einheiten maßeinheit'],
  ['label', 'fr', 'unité unités unite'],
  ['label', 'es', 'unidad unidades'],
  ['label', 'pt', 'unidade unidades'],
  ['label', 'it', 'unità'],
  ['label', 'nl', 'eenheid'],
  ['label', 'pl', 'jednostka'],
  ['label', 'sv', 'enhet'],
  ['label', 'da', 'enhed'],
  ['label', 'nb', 'enhet'],
  ['label', 'fi', 'yksikkö'],
  ['label', 'cs', 'jednotka'],
  ['label', 'ru', 'единица'],
  ['label', 'tr', 'birim'],
  ['label', '', '单位 單位 単位 단위'],
  ['in', '', 'in'],
  ['in', 'fr', 'en'],
  ['in', 'es', 'en'],
  ['in', 'pt', 'em'],
  ['in', 'pl', 'w'],
  ['in', 'cs', 'v'],
  ['in', 'ru', 'в'],
  ['in', 'el', 'σε'],
  ['in', 'ro', 'în'],
  ['in', 'sv', 'i'],
  ['in', 'da', 'i'],
  ['in', 'nb', 'i'],
  ['per', '', 'per pro je / ÷'],
  ['harmless', '', 'x × fob cif 值 额 額 金额 金額 计'],
  [
    'harmless',
    'en',
    'of the at current price prices value values amount amounts measure figures data expressed nominal',
  ],
  ['harmless', 'pt', 'líquido'],
  ['harmless', 'es', 'neto'],
  ['harmless', '', 'net netto'],
  ['harmless', 'de', 'zu von jeweiligen laufenden preisen wert werte angaben'],
  ['harmless', 'fr', 'de d des prix courants valeur valeurs mesure exprimé'],
  ['harmless', 'es', 'a de precios corrientes actuales valor valores peso medida expresado'],
  ['harmless', 'pt', 'a de preços correntes atuais valor valores peso medida'],
  ['harmless', 'it', 'a di prezzi correnti valore valori peso misura'],
  ['harmless', 'nl', 'van lopende prijzen waarde'],
  ['harmless', 'pl', 'wartość ceny bieżące'],
  ['harmless', 'sv', 'löpande priser värde'],
  ['harmless', 'da', 'løbende priser værdi'],
  ['harmless', 'nb', 'løpende priser verdi'],
  ['harmless', 'fi', 'arvo käyvin hinnoin'],
  ['harmless', 'cs', 'běžné ceny hodnota'],
]

const languagesOf = (language: string): readonly string[] => (language === '' ? [] : [language])

export const unitWords = (): ReadonlyMap<string, Word> => wordsOf(`${allUnits().length}`)

const wordsOf = memoizeByText((): ReadonlyMap<string, Word> => {
  const found = new Map<string, { meaning: Meaning; languages: string[] }>()
  const add = (text: string, meaning: Meaning, language: string) => {
    const word = getOrInsert(found, text, () => ({ meaning, languages: [] }))
    if (word.meaning.is === 'scale' && meaning.is === 'scale')
      word.meaning = { is: 'scale', senses: [...word.meaning.senses, ...meaning.senses] }
    word.languages.push(...languagesOf(language))
  }
  const addBase = (text: string, unit: string, language = '') => {
    const { base, exponent } = isUnit(unit) ? unitInfo(unit) : { base: unit, exponent: 0 }
    add(text, { is: 'base', base, exponent, isWeak: weak.has(unit) }, language)
  }
  for (const [exponent, language, words] of scales)
    for (const text of words.split(' '))
      add(text, { is: 'scale', senses: [{ exponent, languages: languagesOf(language) }] }, language)
  for (const [unit, language, names] of bases) for (const text of names.split('|')) addBase(text, unit, language)
  for (const [names, senses] of ambiguousBases)
    for (const text of names.split('|')) add(text, { is: 'bases', senses }, '')
  for (const [is, language, words] of others) for (const text of words.split(' ')) add(text, { is }, language)
  for (const unit of allUnits()) {
    if (baseOf(unit) !== unit && unit !== 'TONNE') continue
    const { name, symbol } = unitInfo(unit)
    const english = words(name.en)
    const own = [english, english.replace(/s$/, ''), name.zh, isCurrency(unit) ? unit.toLowerCase() : words(symbol)]
    for (const text of own) if (text !== '' && !found.has(text)) addBase(text, unit)
  }
  return found
}, 10)

const words = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%‰]+/gu, ' ')
    .trim()

/** Tells a word that names a currency or quantity of which it is not known which, like "dollars" and "euroa". */
export const isLikeUnit = (word: string): boolean =>
  /^(?:euro(?!p)[a-z]{0,3}|dollars?|d[oó]lar(?:es)?|dolar\p{L}*|francs?|frank\p{L}{0,2}|franchi|pounds?|pfund|libras?|yen|yuan|pesos?|rupees?|kron[aeory]{0,2}|rand|rubl\p{L}{0,2}|доллар\p{L}{0,2}|рубл\p{L}{0,2}|dolari|lira|zł|złot\p{L}*|tons?|tonn\p{L}*|tonel\p{L}*|kt|mt|[kmgt]wh|teus?|barrels?|bbl|hl|달러|美金|元|圆|円|ドル|[$¥£€₽])$/u.test(
    word,
  )

export const isSubject = (word: string): boolean => metricIn(word) !== null
