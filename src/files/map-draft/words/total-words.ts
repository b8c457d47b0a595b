const labels = `
  total; totals; grand total; world; world total; total world; all countries; all partners; all products; all regions;
  all commodities; overall total; total all products
  insgesamt; zusammen; gesamt; gesamtsumme; summe; welt; alle länder; alle waren
  ensemble; total général; monde; monde entier; tous pays; tous produits; toutes régions
  todos; total general; mundo; todo el mundo; todos los países; todos los productos
  total geral; todos os países; todos os produtos
  totale; totale generale; mondo; tutti i paesi; tutte le merci
  totaal; totaal generaal; wereld; alle landen; alle goederen
  totalt; samtliga; hela världen; världen; alla länder; alla varor; summa
  i alt; verden; hele verden; alle lande; i alt alle lande; sum; alle land; alle varer
  yhteensä; kaikki maat; kaikki yhteensä; koko maailma; maailma
  ogółem; razem; świat; wszystkie kraje
  celkem; úhrnem; svět; všechny země
  összesen; mindösszesen; világ
  итого; всего; мир; все страны
  toplam; genel toplam; dünya
  总计; 总值; 总额; 合计; 总数; 全部; 全球; 世界; 合計; 総計; 総額; 総数; 計; 總計; 總額; 總值; 全国
  합계; 총계; 전체; 총액; 계; 세계; 전세계
`

const plain = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s*–—-]+|[\s:*–—-]+$/gu, '')
    .replace(/\s+/gu, ' ')

const known = new Set(labels.split(/[;\n]/).map(plain))

/** Tells the label of a total, regardless of case, width and spaces; labels that only contain one of these words are none. */
export const isTotal = (label: string): boolean => label.length <= 60 && known.has(plain(label)) && plain(label) !== ''

const totalWords = new Set(
  `total totals totaal totale totali totales totais totalt totalsumme gesamt insgesamt zusammen gesamtsumme summe summa
  ogółem razem celkem úhrnem összesen mindösszesen yhteensä итого всего toplam jumlah`.split(/\s+/),
)

// The words beside which a total is that of the whole table.
const generalWords = new Set(
  `all alle grand general générale général generale geral generaal global mundial mondial world mondo monde mundo welt
  wereld świat nacional national nazionale nationale country countries land landen länder pays países paises paesi kraje
  zemí země maat world trade value goods waren goederen of the de del des di der los las en il`.split(/\s+/),
)

const wordsOf = (label: string): readonly string[] =>
  label.length > 60 ? [] : (plain(label).match(/[\p{L}\p{M}]+/gu) ?? [])

/** Tells a label that begins or ends with the word of a total, such as "Total OECD". */
export const isLikeTotal = (label: string): boolean => {
  const words = wordsOf(label)
  return [words[0], words.at(-1)].some((word) => word !== undefined && totalWords.has(word))
}

/** Tells a label of such a word and others that restrict it to no part, such as "Totaal landen". */
export const isGeneralTotal = (label: string): boolean =>
  isLikeTotal(label) &&
  wordsOf(label).every((word) => totalWords.has(word) || generalWords.has(word)) &&
  !/\d/.test(label)
