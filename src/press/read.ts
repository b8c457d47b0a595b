import type { CodeLists } from '../domain/codes/codes.js'
import type { Dataset } from '../domain/codes/dataset.js'
import { yearBefore } from '../domain/periods/period.js'
import type { Language } from '../domain/text/language.js'
import { judge, type KnownFigures, yoyOf } from './arithmetic.js'
import { assemble, type Draft, sentenceOf } from './assemble.js'
import { readEnglish } from './grammar/en.js'
import { readChinese } from './grammar/zh.js'
import { clockOf } from './periods.js'
import { place, vocabularyOf } from './placement.js'
import type { NotPlaced, Proposal, Proposals } from './proposal.js'
import { type ExtractedText, type Source, type Span, sourceOf } from './source.js'
import type { Frame, Statement } from './statement.js'

export interface PressRequest {
  readonly text: ExtractedText
  readonly publishedAt: string | null
  readonly language: Language | null
  readonly codes: CodeLists
  readonly dataset: Dataset | null
  readonly known: KnownFigures
}

/** Reads the figures of a press text: what they measure, where each number stands, and what can be said against them. */
export function readPress({ text, publishedAt, language, codes, dataset, known }: PressRequest): Proposals {
  const source = sourceOf(text, language)
  const read = source.language === 'ZH' ? readChinese : readEnglish
  const reading = read(source, clockOf(publishedAt), vocabularyOf(codes))
  const { drafts, loose } = assemble(reading.statements, (frame) => place(frame, codes, dataset))
  const evidence = { drafts, codes, known, publishedAt }
  const stated = new Set(reading.statements.map(({ item }) => `${item.kind} ${item.value}`))
  const notPlaced = [...reading.loose, ...loose]
    .sort((a, b) => a.item.start - b.item.start)
    .map(({ item, reason: found, sentence }): NotPlaced => {
      const isRepeated = found === 'NO_SUBJECT' && stated.has(`${item.kind} ${item.value}`)
      const reason = isRepeated ? 'REPEATED' : found
      const span = source.original({ start: item.start, end: item.end })
      return {
        text: source.text.slice(item.start, item.end),
        span,
        sentence: source.original(sentence),
        reason: { code: reason, params: {} },
      }
    })
  return {
    language: source.language === 'ZH' ? 'zh' : 'en',
    publishedAt,
    proposals: drafts.map((draft) => proposalOf(draft, source, judge(draft, evidence))),
    notPlaced,
  }
}

function proposalOf(draft: Draft, source: Source, verdict: ReturnType<typeof judge>): Proposal {
  const { original } = source
  const { frame, placement, period, level, share, shareChange, changes } = draft
  const spanOf = (statement: Statement | null | undefined): Span | null =>
    statement ? original(statement.item.digits) : null
  const yoy = changes.find(({ statement, base }) => statement.role === 'CHANGE' && base === yearBefore(period))
  return {
    metric: frame.metric,
    dimension: placement.dimension,
    category: placement.category,
    words: wordsOf(frame, placement.words, source),
    period: period.text,
    value: level?.value ?? null,
    unit: level?.unit ?? draft.measure,
    qualifier: level?.statement.item.qualifier ?? 'EXACT',
    yoyChange: yoyOf(draft),
    share: share?.value ?? null,
    shareOf: share?.shareOf?.metric ?? null,
    shareChange: shareChange?.value ?? null,
    changes: changes.map(({ statement: { role, value }, base }) => ({
      percent: role === 'CHANGE' ? value : null,
      points: role === 'POINTS' ? value : null,
      base: base.text,
    })),
    class: verdict.class,
    reason: verdict.reason,
    rule: (level?.statement ?? changes[0]?.statement ?? share ?? shareChange)?.rule ?? '',
    sentence: original(sentenceOf(draft)),
    spans: {
      value: spanOf(level?.statement),
      yoyChange: spanOf(yoy?.statement),
      share: spanOf(share),
      shareChange: spanOf(shareChange),
      changes: changes.flatMap(({ statement }) => spanOf(statement) ?? []),
    },
    stored: verdict.stored,
  }
}

/** Returns the words of the categories as the text spells them. */
function wordsOf({ phrases }: Frame, words: string | null, { text, shown }: Source): string | null {
  if (words === null || phrases.length === 0) return words
  return phrases
    .map((phrase) => spelled(phrase.text, text.slice(phrase.span.start, phrase.span.end), phrase.span, shown))
    .join(', ')
}

const spelled = (words: string, read: string, { start, end }: Span, shown: string): string =>
  words === read ? shown.slice(start, end) : words
