import { getOrInsert } from '../../lib/memo.js'
import type { Steps } from '../../lib/steps.js'
import type { Cells } from './cells.js'
import { isMonthColumn, isYearColumn } from './cells.js'
import { isTotal } from './words/total-words.js'
import { periodPattern } from './words.js'

/** The codes of a classification, like those of SITC, in a column beside one of labels. */
export interface CodeColumn {
  readonly name: string
  readonly label: Cells | null
  /** The column of labels, of which some have several codes. */
  readonly repeated: Cells | null
  readonly isDoubtful: boolean
}

const classification =
  'sitc|hs|cn|kn|nc|cpa|cpc|nace|isic|ncm|taric|prodcom|tnved|[cnk]n8|nc8|hs[246]|mti|lp|nr|no|num|id|egw|ean|m49'

// The headers of codes: "No" is one, and "No. of firms" is none.
const named = new RegExp(
  String.raw`^(?:${classification})\.?[\s-]?(?:rev|nr|no|codes?|kod|kód|koodi)?\.?[\s-]?\d{0,4}(?:[\s-]digits?)?$|^l\.\s?p\.$|(?:^|[^\p{L}])(?:codes?|kode|kod|kód|koodi|código|codigo|codice|nummer)$|(?:^|[a-zäöåé])(?:code|kod|koodi|nummer)$|[a-z]Code$|编码|代码|编号|番号|コード|코드|번호|代號`,
  'iu',
)

export const isCodeName = (name: string): boolean => named.test(name.trim())

export const isProductCode = (name: string): boolean =>
  /(?<![a-z])(?:sitc|hs|cn|kn|nc|cpa|cpc|ncm|taric|prodcom|tnved|mti)(?![a-z])|warennummer|varukod|varekod/iu.test(
    name.trim(),
  )

/** Finds the columns of digits that are codes and no figures, by their place in `columns`. */
export function* codeColumns(columns: readonly Cells[]): Steps<ReadonlyMap<number, CodeColumn>> {
  const found = new Map<number, CodeColumn>()
  const isLabel = (cells: Cells) =>
    !cells.isFigure && cells.values.length > 0 && cells.values.every((text) => /\p{L}/u.test(text))
  const firstLabel = columns.findIndex(isLabel)
  for (const [at, cells] of columns.entries()) {
    yield
    if (!isOfDigits(cells) || isYearColumn(cells) || isMonthColumn(cells)) continue
    const isNamed = isCodeName(cells.name)
    const beside = [columns[at + 1], columns[at - 1]].filter((each) => each !== undefined).filter(isLabel)
    const label = beside.find((each) => isNamedBy(cells, each) && isNamedBy(each, cells)) ?? null
    const repeated = label === null ? (beside.find((each) => isNamedBy(cells, each)) ?? null) : null
    const isLeft = firstLabel < 0 ? at === 0 : at < firstLabel
    const hasZeros = cells.values.some((text) => /^0\d/.test(text))
    if ((isNamed && (label !== null || isLeft || hasZeros)) || (hasZeros && label !== null))
      found.set(at, { name: cells.name, label, repeated, isDoubtful: false })
    else if (isLeft && label !== null && isLikeCodes(cells))
      found.set(at, { name: cells.name, label, repeated, isDoubtful: true })
  }
  return found
}

const isDigits = (text: string): boolean => /^\d{1,10}$/.test(text)

const isOfDigits = ({ values, header }: Cells): boolean =>
  values.length > 1 &&
  values.some((text) => isDigits(text)) &&
  values.every((text) => isDigits(text) || isTotal(text)) &&
  header.every((text) => periodPattern(text) === null)

export function isNamedBy({ cells }: Cells, labels: Cells): boolean {
  const labelOf = new Map<string, string>()
  return cells.every((text, row) => {
    const label = labels.cells[row] ?? ''
    return text === '' || label === '' || getOrInsert(labelOf, text, () => label) === label
  })
}

function isLikeCodes({ values, distinct }: Cells): boolean {
  if (distinct.size !== values.length) return false
  const widths = new Set(values.map(({ length }) => length))
  const isNested =
    [...widths].length > 1 && values.some((text) => distinct.has(text.slice(0, -2)) || distinct.has(text.slice(0, -1)))
  const counts = values.every((text, at) => Number(text) === Number(values[0]) + at)
  return widths.size === 1 || isNested || counts
}
