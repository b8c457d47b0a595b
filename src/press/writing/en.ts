import type { Category } from '../../domain/codes/codes.js'
import type { Observation } from '../../domain/observations/observation.js'
import type { Period } from '../../domain/periods/period.js'
import { periodText } from '../../domain/text/citation.js'
import { inLanguage } from '../../domain/text/language.js'
import { baseOf, unitInfo } from '../../domain/units/unit.js'
import {
  categoryOf,
  changesOf,
  type Flow,
  flowOf,
  type Grammar,
  isNil,
  isSameTotal,
  type Measured,
  metricOf,
  monthOf,
  Told,
  type ToldChange,
  type Words,
  wholeOf,
  yearOf,
} from './grammar.js'
import { levelPieces, listed, type Pieces, ratePieces, sharePieces } from './pieces.js'
import type { Revision, Sentence } from './plan.js'

const flowNames: Readonly<Record<Flow, string>> = {
  TRADE: 'imports and exports',
  EXPORTS: 'exports',
  IMPORTS: 'imports',
}
const links: Readonly<Record<string, string>> = { ENTERPRISE_TYPE: 'by', REGIME: 'under', PLATFORM: 'through' }
const properNames = new Set(['PARTNER', 'LOCATION', 'COUNTRY', 'REGION', 'REPORTER', 'GEO', 'AREA', 'REF_AREA'])
const withArticle =
  /^(?:(?:United |European Union$|Russian Federation$|Netherlands$|Philippines$|Maldives$|Bahamas$|Gambia$|Czech Republic$|Dominican Republic$)|new three )/

const singular = /\b(?:balance|index|level|number|price|rate|ratio|share|value|volume)$/i
/** Words of a name that would divide a list of names elsewhere. */
const inseparable = /,|\b(?:and|or|with|of|for|to|from|in|by|under|through)\b/

interface Subject {
  readonly text: string
  readonly verb: string
  /** The words for it where a clause before had the same metric: those of ships. */
  readonly again?: string
}

/** Words summaries in English: "In 2023, China's imports and exports were CNY 41.76 trillion, up 0.2% on a year earlier." */
export class EnglishGrammar implements Grammar {
  readonly separator = ' '
  readonly #words: Words
  readonly #told: Told

  constructor(words: Words) {
    this.#words = words
    this.#told = new Told(null)
  }

  sentence<Figure extends Observation>(sentence: Sentence<Figure>): Pieces<Figure> {
    if (sentence.kind === 'REVISIONS')
      return sentence.revisions.flatMap((each, at) => [at === 0 ? '' : ' ', ...this.#revision(each)])
    const { opening, figures } = sentence
    const [first] = figures
    if (first === undefined) return []
    const speaker = opening === 'PERIOD' && this.#told.namesSpeaker() ? this.#words.speaker : ''
    if (speaker !== '' && this.#subject(first, speaker).text.startsWith(speaker))
      this.#told.currency = this.#words.currency
    const isNamed = this.#told.namesCurrency(figures) || opening === 'CURRENCY'
    const start = [
      ...(opening === 'PERIOD' ? [`in ${periodWords(first.period)}, `] : []),
      ...(isNamed ? [`in ${unitInfo(baseOf(first.unit)).name.en.replace(/s$/, '')} terms, `] : []),
    ].join('')
    // Behind the name of a currency, a list of names could be read as beginning with it.
    const isList = sentence.kind === 'GROWTH' && !isNamed
    const clauses = isList ? this.#growth(figures, speaker) : this.#levels(figures, speaker)
    return capitalised([start, ...clauses, '.'])
  }

  #levels<Figure extends Observation>(figures: readonly Figure[], speaker: string): Pieces<Figure> {
    const clauses = figures.map((figure, at) => {
      const subject = this.#subject(figure, at === 0 ? speaker : '')
      const before = figures[at - 1]
      if (before !== undefined && isSameTotal(before, figure)) return this.#clause(figure, { text: '', verb: '' })
      const isAgain = subject.again !== undefined && before?.metric === figure.metric
      return this.#clause(figure, isAgain ? { ...subject, text: subject.again ?? '' } : subject)
    })
    const isPair = figures.every((each) => isCounted(each.metric) || categoryOf(each, this.#words.codes) === null)
    if (clauses.length === 2) return listed(clauses, isPair ? ', and ' : '; ')
    return listed(clauses, '; ', '; and ')
  }

  #name(category: Category): string {
    const name = inLanguage(category.name, 'EN') ?? category.code
    const isProper = properNames.has(category.dimension.code)
    const isPhrase = /^Other /.test(name) || (!isProper && /^[A-Z][a-z]/.test(name) && !/ .*[A-Z]/.test(name))
    const shown = isPhrase ? lowered(name) : name
    return withArticle.test(shown) ? `the ${shown}` : shown
  }

  #metric(figure: Pick<Observation, 'metric'>): string {
    const metric = metricOf(figure, this.#words.codes)
    const name = (metric && inLanguage(metric.name, 'EN')) ?? figure.metric
    return /^[A-Z][a-z]/.test(name) ? lowered(name) : name
  }

  #subject(figure: Measured, speaker = ''): Subject {
    const { metric } = figure
    const flow = flowOf(metric)
    const category = categoryOf(figure, this.#words.codes)
    const owner = speaker === '' ? '' : `${speaker} `
    const the = speaker === '' ? 'the ' : owner
    const balance = figure.value === null ? 'balance' : figure.value.isNegative() ? 'deficit' : 'surplus'
    if (category === null) {
      if (flow !== null) return { text: `${owner}${flowNames[flow]}`, verb: 'were' }
      if (metric === 'BALANCE') return { text: `${the}trade ${balance}`, verb: 'was' }
      if (isCounted(metric)) return { text: `the number of ${this.#metric(figure)}`, verb: 'was' }
      const name = this.#metric(figure)
      return { text: `${owner === '' && singular.test(name) ? 'the ' : owner}${name}`, verb: 'stood at' }
    }
    const name = this.#name(category)
    const dimension = category.dimension.code
    if (metric === 'TRADING_ENTERPRISES') return { text: `the number of ${name} that traded`, verb: 'was' }
    if (metric === 'BALANCE' && dimension === 'PARTNER')
      return { text: `${the}trade ${balance} with ${name}`, verb: 'was' }
    if (flow === null) return { text: `${owner}${this.#metric(figure)} (${name})`, verb: 'stood at' }
    if (dimension === 'PARTNER' && flow === 'TRADE')
      return { text: `${owner}trade with ${name}`, verb: 'was', again: `that with ${name}` }
    if (dimension === 'LOCATION' && !name.endsWith('s')) return { text: `${name}'s ${flowNames[flow]}`, verb: 'were' }
    const link = dimension === 'PARTNER' ? (flow === 'EXPORTS' ? 'to' : 'from') : (links[dimension] ?? 'of')
    const again = ['to', 'from', 'of'].includes(link) ? { again: `those ${link} ${name}` } : {}
    return { text: `${owner}${flowNames[flow]} ${link} ${name}`, verb: 'were', ...again }
  }

  #clause<Figure extends Observation>(figure: Figure, { text, verb }: Subject): Pieces<Figure> {
    const level = this.#level(figure)
    const [first, ...others] = changesOf(figure)
    const rest = level === null ? others : first === undefined ? [] : [first, ...others]
    const change = level === null && first !== undefined ? this.#moved(first, figure) : null
    const parts: Pieces<Figure>[] = rest.map((each) => this.#change(each, figure))
    const opening: Pieces<Figure> = level !== null ? [verb === '' ? '' : ` ${verb} `, ...level] : (change ?? [])
    const link = opening.length === 0 ? ' ' : parts.length > 0 ? ', and ' : ' and '
    return [text, ...opening, ...parts.flatMap((part) => [', ', ...part]), ...this.#share(figure, link)]
  }

  #level<Figure extends Observation>(figure: Figure): Pieces<Figure> | null {
    if (isNil(figure)) return ['nil']
    const level = levelPieces(figure, 'EN', figure.metric !== 'BALANCE')
    // The subject says what is counted.
    return level !== null && isCounted(figure.metric) ? level.slice(0, level.findIndex(isNumber) + 1) : level
  }

  #moved<Figure extends Observation>({ kind, number, base }: ToldChange, figure: Figure): Pieces<Figure> {
    const rate = ratePieces(number, figure, kind, 'EN')
    const verb = number.value.isZero() ? 'grew by' : number.value.isNegative() ? 'fell' : 'rose'
    return [` ${verb} `, ...rate, this.#against(base)]
  }

  #change<Figure extends Observation>({ kind, number, base }: ToldChange, figure: Figure): Pieces<Figure> {
    const rate = ratePieces(number, figure, kind, 'EN')
    const word = number.value.isZero() ? 'with growth at ' : number.value.isNegative() ? 'down ' : 'up '
    return [word, ...rate, this.#against(base)]
  }

  #against(base: Period | null): string {
    if (base !== null) return ` on ${periodWords(base)}`
    return this.#told.namesBase() ? ' on a year earlier' : ''
  }

  #share<Figure extends Observation>(figure: Figure, link: string): Pieces<Figure> {
    const { share, shareChange } = figure
    const whole = wholeOf(figure)
    const of = whole === null ? '' : ` of ${this.#subject(whole).text}`
    const verb = whole === null ? 'had a share of' : 'accounted for'
    const told: Pieces<Figure> = share === null ? [] : [`${link}${verb} `, ...sharePieces(share, figure, 'EN'), of]
    if (shareChange === null) return told
    const direction = shareChange.value.isNegative() ? 'less' : 'more'
    const points = ratePieces(shareChange, figure, 'PERCENTAGE_POINT', 'EN')
    const before: Pieces<Figure> = share === null ? [`${link}had a share `] : [...told, ', ']
    return [...before, ...points, ` ${direction} than a year earlier`]
  }

  #growth<Figure extends Observation>(figures: readonly Figure[], speaker: string): Pieces<Figure> {
    const rates = figures.flatMap((figure) =>
      changesOf(figure)
        .slice(0, 1)
        .map((change) => ({ figure, change })),
    )
    const signs = rates.map(({ change }) => change.number.value.comparedTo(0))
    const groups = [1, -1]
      .map((sign) => rates.filter((_, at) => signs[at] === sign))
      .filter((group) => group.length > 0)
    const names = figures.map((each) => categoryOf(each, this.#words.codes)?.name.en ?? '')
    const isListed = figures.length > 1 && !signs.includes(0) && names.every((name) => !inseparable.test(name))
    // A sentence has one list with "respectively".
    const areLists = groups.length > 1 && groups.every(({ length }) => length > 1)
    if (!isListed || areLists) return this.#levels(figures, speaker)
    return listed(
      groups.map((group, at) => this.#together(group, at > 0, speaker)),
      ', and ',
    )
  }

  #together<Figure extends Observation>(
    group: readonly { readonly figure: Figure; readonly change: ToldChange }[],
    isAgain: boolean,
    speaker: string,
  ): Pieces<Figure> {
    const [first] = group
    if (first === undefined) return []
    const subject = this.#subject(first.figure, isAgain ? '' : speaker)
    const text = isAgain ? (subject.again ?? subject.text) : subject.text
    const verb = first.change.number.value.isNegative() ? 'fell' : 'rose'
    const names = group.flatMap(({ figure }) => {
      const category = categoryOf(figure, this.#words.codes)
      return category === null ? [] : this.#name(category)
    })
    const [own = ''] = names
    const rates = group.map(({ figure, change }) => ratePieces(change.number, figure, change.kind, 'EN'))
    const all = listed(
      names.map((name) => [name]),
      ', ',
      ' and ',
    ).join('')
    const against = this.#against(null)
    const respectively = group.length < 2 ? '' : against === '' ? ', respectively' : ', respectively,'
    return [`${text.replace(own, all)} ${verb} `, ...listed(rates, ', ', ' and '), `${respectively}${against}`]
  }

  #revision<Figure extends Observation>({ figure, earlier }: Revision<Figure>): Pieces<Figure> {
    const subject = this.#subject(figure)
    const [from, to] = [this.#level(earlier) ?? [], this.#level(figure) ?? []]
    const verb = subject.verb === 'were' ? 'were' : 'was'
    const isTurned = figure.metric === 'BALANCE' && figure.value?.isNegative() !== earlier.value?.isNegative()
    const turned = isTurned ? `a ${earlier.value?.isNegative() ? 'deficit' : 'surplus'} of ` : ''
    return capitalised([
      `${subject.text} in ${periodWords(figure.period)} ${verb} revised from ${turned}`,
      ...from,
      ' to ',
      ...to,
      '.',
    ])
  }
}

const isCounted = (metric: string): boolean => metric === 'TRADING_ENTERPRISES' || metric === 'FREE_TRADE_ZONES'
const isNumber = (piece: Pieces<unknown>[number]): boolean => typeof piece !== 'string'
const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

function capitalised<Figure>(pieces: Pieces<Figure>): Pieces<Figure> {
  const at = pieces.findIndex((piece) => piece !== '')
  return pieces.map((piece, index) =>
    index === at && typeof piece === 'string' ? `${piece.slice(0, 1).toUpperCase()}${piece.slice(1)}` : piece,
  )
}

const ordinals = ['first', 'second', 'third', 'fourth']
const counts = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']

function periodWords(period: Period): string {
  const [year, month] = [yearOf(period), monthOf(period)]
  if (period.frequency === 'QUARTERLY') return `the ${ordinals[month / 3 - 1]} quarter of ${year}`
  if (period.frequency === 'HALF_YEARLY') return `the ${ordinals[month / 6 - 1]} half of ${year}`
  if (period.frequency !== 'YEAR_TO_DATE' || month === 1) return periodText(period, 'EN')
  return month === 12 ? year : `the first ${counts[month - 2]} months of ${year}`
}
