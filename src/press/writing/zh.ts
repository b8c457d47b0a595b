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

const flowNames: Readonly<Record<Flow, string>> = { TRADE: '进出口', EXPORTS: '出口', IMPORTS: '进口' }

/** Words summaries as Chinese customs words its own: 2023年，我国进出口总值41.76万亿元，同比增长0.2%。 */
export class ChineseGrammar implements Grammar {
  readonly separator = ''
  readonly #words: Words
  readonly #told: Told

  constructor(words: Words) {
    this.#words = words
    this.#told = new Told(words.currency)
  }

  sentence<Figure extends Observation>(sentence: Sentence<Figure>): Pieces<Figure> {
    if (sentence.kind === 'REVISIONS')
      return [
        '修订后，',
        ...listed(
          sentence.revisions.map((each) => this.#revision(each)),
          '；',
        ),
        '。',
      ]
    const { opening, figures } = sentence
    const [first] = figures
    if (first === undefined) return []
    const isNamed = this.#told.namesCurrency(figures) || opening === 'CURRENCY'
    const start = [
      opening === 'PERIOD' ? `${periodWords(first.period)}，` : opening === 'PARTS' ? '其中，' : '',
      isNamed ? `以${unitInfo(baseOf(first.unit)).name.zh}计，` : '',
      opening === 'PERIOD' && this.#told.namesSpeaker() ? this.#words.speaker : '',
    ].join('')
    const clauses = sentence.kind === 'GROWTH' ? this.#growth(figures) : this.#levels(figures, opening === 'PARTS')
    return [start, ...clauses, '。']
  }

  #levels<Figure extends Observation>(figures: readonly Figure[], isPart: boolean): Pieces<Figure> {
    const [whole, ...parts] = figures
    const isWithin =
      whole !== undefined &&
      parts.length > 0 &&
      this.#name(whole) === '' &&
      parts.every((part) => part.metric === whole.metric && this.#name(part) !== '')
    if (!isWithin)
      return listed(
        figures.map((figure, at) => {
          const before = figures[at - 1]
          const isSame = before !== undefined && isSameTotal(before, figure)
          return this.#clause(figure, isSame ? '' : this.#subject([figure], isPart))
        }),
        '；',
      )
    const within = parts.map((part) => this.#clause(part, this.#name(part)))
    return [...this.#clause(whole, this.#subject([whole])), '，其中', ...listed(within, '；')]
  }

  #name(figure: Measured): string {
    const { codes } = this.#words
    const category = categoryOf(figure, codes)
    return category === null ? '' : (inLanguage(category.name, 'ZH') ?? category.code)
  }

  #metric(figure: Pick<Observation, 'metric'>): string {
    const metric = metricOf(figure, this.#words.codes)
    return (metric && inLanguage(metric.name, 'ZH')) ?? figure.metric
  }

  #subject(figures: readonly Measured[], isPart = false): string {
    const [figure] = figures
    if (figure === undefined) return ''
    const { metric } = figure
    const flow = flowOf(metric)
    const category = categoryOf(figure, this.#words.codes)
    const names = figures.map((each) => this.#name(each)).join('、')
    const balance = figure.value?.isNegative() ? '贸易逆差' : '贸易顺差'
    if (category === null) {
      if (flow !== null) return isPart ? flowNames[flow] : `${flowNames[flow]}总值`
      if (metric === 'BALANCE') return figure.value === null ? this.#metric(figure) : balance
      return metric === 'FREE_TRADE_ZONES' ? '自贸试验区共' : this.#metric(figure)
    }
    const dimension = category.dimension.code
    if (dimension === 'PARTNER' && (flow !== null || metric === 'BALANCE'))
      return `${flow === 'IMPORTS' ? '自' : '对'}${names}${flow === null ? balance : flowNames[flow]}`
    if (dimension === 'PRODUCT' && flow !== null && flow !== 'TRADE') return `${flowNames[flow]}${names}`
    if (metric === 'TRADING_ENTERPRISES') return `有进出口实绩的${names}`
    return `${names}${flow === null ? this.#metric(figure) : flowNames[flow]}`
  }

  /** Indicates a subject that a level follows without a verb, as the reader of press texts expects it. */
  #isPlain({ metric }: Observation): boolean {
    return flowOf(metric) !== null || ['BALANCE', 'TRADING_ENTERPRISES', 'FREE_TRADE_ZONES'].includes(metric)
  }

  #clause<Figure extends Observation>(figure: Figure, subject: string): Pieces<Figure> {
    const level = isNil(figure) ? ['为零'] : levelPieces(figure, 'ZH', figure.metric !== 'BALANCE')
    const isBare = level === null || subject === '' || isNil(figure) || this.#isPlain(figure)
    const parts: Pieces<Figure>[] = [
      ...(level === null ? [] : [level]),
      ...changesOf(figure).map((change) => this.#change(change, figure)),
      ...(figure.share === null ? [] : [this.#share(figure)]),
      ...(figure.shareChange === null
        ? []
        : [
            [
              figure.shareChange.value.isNegative() ? '比重下降' : '比重提升',
              ...ratePieces(figure.shareChange, figure, 'PERCENTAGE_POINT', 'ZH'),
            ],
          ]),
    ]
    return [isBare ? subject : `${subject}为`, ...listed(parts, '，')]
  }

  #share<Figure extends Observation>(figure: Figure): Pieces<Figure> {
    const { share } = figure
    const whole = wholeOf(figure)
    if (share === null) return []
    const rate = sharePieces(share, figure, 'ZH')
    if (whole === null) return ['比重为', ...rate]
    return [`占${this.#subject([whole])}的`, ...rate]
  }

  #change<Figure extends Observation>({ kind, number, base }: ToldChange, figure: Figure): Pieces<Figure> {
    const against = base === null ? (this.#told.namesBase() ? '同比' : '') : `比${baseWords(base, figure.period)}`
    const rate = ratePieces(number, figure, kind, 'ZH')
    if (number.value.isZero() && kind === 'PERCENT') return [`${against}增速为`, ...rate]
    return [`${against}${this.#verb(figure, number.value.isNegative(), kind)}`, ...rate]
  }

  #verb(figure: Observation, isFalling: boolean, kind: ToldChange['kind']): string {
    const isRatio = metricOf(figure, this.#words.codes)?.additivity === 'RATIO' || kind === 'PERCENTAGE_POINT'
    const isSurplus = figure.metric === 'BALANCE' && figure.value?.isNegative() === false
    if (isSurplus) return isFalling ? '收窄' : '扩大'
    return isFalling ? '下降' : isRatio ? '上升' : '增长'
  }

  #growth<Figure extends Observation>(figures: readonly Figure[]): Pieces<Figure> {
    const rates = figures.map((figure) => ({ figure, change: changesOf(figure)[0] }))
    const isListed =
      figures.length > 1 &&
      figures.every((each) => !/[、和及与]/u.test(this.#name(each))) &&
      rates.every(({ change }) => change !== undefined && !change.number.value.isZero())
    if (!isListed)
      return listed(
        figures.map((each) => this.#clause(each, this.#subject([each]))),
        '；',
      )
    const isMixed = new Set(rates.map(({ change }) => change?.number.value.isNegative())).size > 1
    const told = rates.map(({ figure, change }, at): Pieces<Figure> => {
      if (change === undefined) return []
      const verb = this.#verb(figure, change.number.value.isNegative(), change.kind)
      return [at === 0 || isMixed ? verb : '', ...ratePieces(change.number, figure, change.kind, 'ZH')]
    })
    const against = this.#told.namesBase() ? '同比' : ''
    return [`${this.#subject(figures)}${against}分别`, ...listed(told, '、')]
  }

  #revision<Figure extends Observation>({ figure, earlier }: Revision<Figure>): Pieces<Figure> {
    const isSigned = figure.metric !== 'BALANCE'
    const level = levelPieces(figure, 'ZH', isSigned) ?? []
    const verb = this.#isPlain(figure) ? '' : '为'
    const before = levelPieces(earlier, 'ZH', isSigned) ?? []
    const isTurned = !isSigned && figure.value?.isNegative() !== earlier.value?.isNegative()
    const turned = isTurned ? (earlier.value?.isNegative() ? '逆差' : '顺差') : ''
    return [`${periodWords(figure.period)}${this.#subject([figure])}${verb}`, ...level, `，原为${turned}`, ...before]
  }
}

function periodWords(period: Period): string {
  const [year, month] = [yearOf(period), monthOf(period)]
  if (period.frequency === 'QUARTERLY') return `${year}年${'一二三四'[month / 3 - 1]}季度`
  if (period.frequency !== 'YEAR_TO_DATE') return periodText(period, 'ZH')
  return month === 12 ? `${year}年` : month === 1 ? `${year}年1月` : `${year}年前${month}个月`
}

function baseWords(base: Period, period: Period): string {
  const isSamePart = base.frequency === period.frequency && monthOf(base) === monthOf(period)
  return isSamePart && base.frequency !== 'ANNUAL' ? `${yearOf(base)}年同期` : periodWords(base)
}
