import type { CodeLists } from '../domain/codes/codes.js'
import type { Dataset } from '../domain/codes/dataset.js'
import { yearBefore } from '../domain/periods/period.js'
import type { Language } from '../domain/text/language.js'
import { finish, mapSteps, type Steps } from '../lib/steps.js'
import { judge, type KnownFigures, yoyOf } from './arithmetic.js'
import { assemble, type Draft, DraftIndex, sentenceOf } from './assemble.js'
import { economies } from './grammar/economy-list.js'
import { readEnglish } from './grammar/en/read.js'
import { readChinese } from './grammar/zh/read.js'
import { ofDifference } from './levels/balances.js'
import { inPeriodInForce } from './levels/period-in-force.js'
import { withoutRivals } from './levels/rivals.js'
import { ofSum, ofTopic } from './levels/text-topic.js'
import { clockOf } from './periods.js'
import { dimensionsIn, place } from './placement.js'
import type { NotPlaced, Proposal, Proposals } from './proposal.js'
import { type ExtractedText, type Source, type Span, sourceOf } from './source.js'
import { type LooseNumber, reporterKey, type Statement } from './statement.js'

export interface PressRequest {
  readonly text: ExtractedText
  readonly publishedAt: string | null
  readonly language: Language | null
  readonly codes: CodeLists
  readonly dataset: Dataset | null
}

export interface ReadText {
  readonly source: Source
  readonly statements: readonly Statement[]
  readonly loose: readonly LooseNumber[]
}

/** Reads what the numbers of a text say, without codes, sentence by sentence. */
export function* readStatements({ text, publishedAt, language, codes, dataset }: PressRequest): Steps<ReadText> {
  const source = sourceOf(text, language)
  const grammar = source.language === 'ZH' ? readChinese : readEnglish
  const currency = economies.find(({ code }) => code === dataset?.reporter)?.currency ?? null
  const vocabulary = { dimensionOf: dimensionsIn(codes), currency }
  const { statements: told, loose: unread } = yield* grammar(source, clockOf(publishedAt), vocabulary)
  const { statements, loose: rivals } = withoutRivals(ofDifference(ofSum(ofTopic(inPeriodInForce(told, source.text)))))
  const loose = [...unread, ...rivals]
  const stated = new Set(statements.map(({ item }) => `${item.kind} ${item.value}`))
  const isRepeated = ({ item, reason }: LooseNumber): boolean =>
    reason === 'NO_SUBJECT' && stated.has(`${item.kind} ${item.value}`)
  return { source, statements, loose: loose.map((each) => (isRepeated(each) ? { ...each, reason: 'REPEATED' } : each)) }
}

/** Returns a function that compares the figures of a text with those of a store; the text is read once, before. */
export function* pressReader(request: PressRequest): Steps<(known: KnownFigures) => Steps<Proposals>> {
  const { codes, dataset, publishedAt } = request
  const { source, statements, loose } = yield* readStatements(request)
  const { drafts, loose: rejected } = yield* assemble(statements, (frame) => place(frame, codes, dataset))
  const index = new DraftIndex(drafts)
  const notPlaced = [...loose, ...rejected]
    .sort((a, b) => a.item.start - b.item.start)
    .map(
      ({ item, reason, sentence }): NotPlaced => ({
        text: source.text.slice(item.start, item.end),
        span: source.original({ start: item.start, end: item.end }),
        sentence: source.original(sentence),
        reason: { code: reason, params: {} },
      }),
    )
  return function* compare(known) {
    const evidence = { drafts: index, codes, known, publishedAt }
    const proposals = yield* mapSteps(drafts, (draft) => proposalOf(draft, source, judge(draft, evidence)), 8)
    return {
      language: source.language === 'ZH' ? 'zh' : 'en',
      publishedAt,
      proposals,
      notPlaced,
    }
  }
}

/** Reads the figures of a press text: what they measure, where each number stands, and what can be said against them. */
export const readPress = ({ known, ...request }: PressRequest & { readonly known: KnownFigures }): Proposals =>
  finish(finish(pressReader(request))(known))

function proposalOf(draft: Draft, source: Source, verdict: ReturnType<typeof judge>): Proposal {
  const { original } = source
  const { frame, placement, period, level, share, shareChange, changes } = draft
  const spanOf = (statement: Statement | null | undefined): Span | null =>
    statement ? original(statement.item.digits) : null
  const yoy = changes.find(({ statement, base }) => statement.role === 'CHANGE' && base === yearBefore(period))
  return {
    reporter: reporterKey(frame.reporter) || null,
    metric: frame.metric,
    dimension: placement.dimension,
    category: placement.category,
    words: wordsOf(draft, source),
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

function wordsOf(draft: Draft, source: Source): string | null {
  const { text } = source
  const { words } = draft.placement
  const { phrases } = draft.frame
  if (words === null) return words
  if (phrases.length === 0) {
    const { start } = sentenceOf(draft)
    const at = Math.max(text.indexOf(words, start), text.indexOf(words))
    return spelled(words, { start: at, end: at + words.length }, source)
  }
  return phrases.map((phrase) => spelled(phrase.text, phrase.span, source)).join(', ')
}

function spelled(words: string, { start, end }: Span, { text, shown }: Source): string {
  if (words === text.slice(start, end)) return shown.slice(start, end)
  // A name that is read in plainer words begins and ends as the text has it: "countries taking part in the Initiative".
  const [first, last] = [/^\S+ /u, / \S+$/u].map((side) => side.exec(words)?.[0])
  const own = shown.slice(start, end)
  const isPlain = !text.includes(words) && !/[()]/.test(own)
  if (first && last && isPlain && own.startsWith(first) && own.endsWith(last)) return own
  // A name that the text has in short, as 美, is written out in the characters that it is written in.
  const written = (sign: string): string => shown[text.indexOf(sign)] ?? sign
  return [...words].map(written).join('')
}
