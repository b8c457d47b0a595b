import type { CodeLists } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import { compareWithPrinted, reportedLevel } from '../../domain/numbers/agreement.js'
import { quantityOf } from '../../domain/numbers/quantity.js'
import type { Observation } from '../../domain/observations/observation.js'
import type { Language } from '../../domain/text/language.js'
import { memoizeByText } from '../../lib/memo.js'
import { economyAt } from '../grammar/economies.js'
import { economies } from '../grammar/economy-list.js'
import { EnglishGrammar } from './en.js'
import { joinPieces, type Pieces, type WrittenText } from './pieces.js'
import { planSummary, type ReleaseFigures, type Revision, type SummaryLength } from './plan.js'
import { ChineseGrammar } from './zh.js'

export interface SummaryRequest<Figure> {
  readonly figures: ReleaseFigures<Figure>
  readonly revisions: readonly Revision<Figure>[]
  readonly codes: CodeLists
  readonly dataset: Dataset
  readonly language: Language
  readonly length: SummaryLength
}

/** Writes a summary of a release, in the style of the office's own; null if there is nothing to tell. */
export function writeSummary<Figure extends Observation>(request: SummaryRequest<Figure>): WrittenText<Figure> | null {
  const { figures, revisions, codes, dataset, language, length } = request
  const plan = planSummary(figures, revisions, length, codes)
  if (plan.length === 0) return null
  const speaker = speakerOf(dataset, language)
  const home = economies.find(({ code }) => code === dataset.reporter)?.currency ?? null
  const words = { codes, speaker, currency: speaker === '' ? null : home }
  const grammar = language === 'ZH' ? new ChineseGrammar(words) : new EnglishGrammar(words)
  const pieces = plan.flatMap(
    (paragraph, at): Pieces<Figure> => [
      at === 0 ? '' : '\n',
      ...paragraph.flatMap((sentence, place) => [place === 0 ? '' : grammar.separator, ...grammar.sentence(sentence)]),
    ],
  )
  return joinPieces(pieces)
}

const chineseOffices = new Set(['GACC', 'NBS', 'MOFCOM', 'SAFE', 'PBC'])

/** Returns how the office of a dataset says whose figures they are; empty where it would not, or no name is known. */
export function speakerOf({ reporter, agency }: Pick<Dataset, 'reporter' | 'agency'>, language: Language): string {
  if (reporter === null) return ''
  if (language === 'ZH') return reporter === 'CN' && agency !== null && chineseOffices.has(agency) ? '我国' : ''
  const name = englishName(reporter)
  return economyAt(name)?.economy.code === reporter && !/s$|^United /.test(name) ? `${name}'s` : ''
}

const englishName = memoizeByText((code): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) ?? ''
  } catch {
    return '' // not a code of a region
  }
})

export interface SummarySource<Figure> {
  readonly figures: () => Promise<ReleaseFigures<Figure>>
  /** Returns for each figure what releases before its own printed for it, the oldest first. */
  readonly earlier: (figures: readonly Figure[]) => Promise<readonly (readonly Figure[])[]>
}

const mostCompared = 60

/**
 * Writes a summary of a release of a store; null for a retracted one. Totals that earlier releases printed otherwise are told
 * as revised.
 */
export async function summaryOf<Figure extends Observation & { readonly release: { readonly code: string } }>(
  release: { readonly code: string; readonly dataset: Dataset; readonly retractedAt: string | null },
  source: SummarySource<Figure>,
  request: Pick<SummaryRequest<Figure>, 'codes' | 'language' | 'length'>,
): Promise<WrittenText<Figure> | null> {
  if (release.retractedAt !== null) return null
  const figures = await source.figures()
  // A figure that the release printed again, unchanged, is another release's.
  const own = figures.totals.filter(({ release: { code }, value }) => code === release.code && value !== null)
  const compared = request.length === 'SHORT' ? [] : own.slice(0, mostCompared)
  const earlier = await source.earlier(compared)
  const revisions = compared.flatMap((figure, at): Revision<Figure> | [] => {
    const before = earlier[at]?.filter(({ value }) => value !== null).at(-1)
    return before === undefined || isSameLevel(figure, before) ? [] : { figure, earlier: before }
  })
  return writeSummary({ ...request, figures, revisions, dataset: release.dataset })
}

/** Indicates levels that rounding explains: one with more digits is no revision. */
const isSameLevel = (a: Observation, b: Observation): boolean =>
  a.qualifier === b.qualifier && compareWithPrinted(quantityOf(a), reportedLevel(b)) !== 'DIFFERS'
