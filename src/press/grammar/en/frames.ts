import { Slice } from '../../items.js'
import type { Frame, Reporter } from '../../statement.js'
import { isOfOtherBehind } from './constructions/bilateral.js'
import { afterWords, fromRate } from './constructions/comparisons/earlier-rates.js'
import { dealtWith, partAlone } from './constructions/dealings.js'
import { nextFollowers } from './constructions/examples.js'
import { frontedOf } from './constructions/fronted.js'
import { flowBehind, onSide, underHeading } from './constructions/headings.js'
import { laterMetric } from './constructions/later.js'
import { sharesOfEach } from './constructions/lists/brackets.js'
import { nextElided } from './constructions/lists/elided.js'
import { namesInOrder } from './constructions/lists/in-order.js'
import { isOfLevelBefore, partChanged, soldAbroad } from './constructions/movers.js'
import { framesOf } from './constructions/named.js'
import { behindOpening, firstBehindColon, headed, resumed } from './constructions/openings.js'
import { besidesSelf, flowTold, isSelf, ownerOf, reporterInForce, withoutOpening } from './constructions/owners.js'
import { leading, nextIs, nextPartner, withinPartner } from './constructions/partners.js'
import { countedWorth, worthOf } from './constructions/quantities.js'
import { regional } from './constructions/regions.js'
import { bySector } from './constructions/sectors.js'
import { aroundOne, behindColon } from './constructions/shares/parts.js'
import {
  balanceWith,
  heldShare,
  isInOther,
  namesPartsLater,
  ownShareOf,
  rankedShare,
  shareHolders,
  shareInOther,
  shareOfNamed,
  shareSubject,
  standingAt,
  theyHold,
  wholeHolder,
  worthAhead,
} from './constructions/shares/shares.js'
import { besideShare, excessOver, inTurnOf, sumTold } from './constructions/sums.js'
import { amongThose, besideWith, partnerTrade, withoutMetric } from './constructions/unnamed.js'
import {
  appositive,
  areBoth,
  changeOf,
  clauseStart,
  exceeds,
  isInPairs,
  isShareBase,
  passive,
  samePhrases,
  thoseBehind,
} from './cues.js'
import { listOf } from './nouns.js'
import { sentenceWords } from './sentence.js'
import type { Role, State } from './state.js'
import { type FoundMetric, metricsIn } from './subject.js'
import { directionWord, ofServices } from './words.js'

const ofTrade =
  /^ (?:of|in|on|for) (?:the |its )?(?:[\p{sc=Latn}'’]+ )?$|^ (?:was|were) (?:recorded|registered|posted|seen|noted|achieved) in (?:the |its )?$/u

/** Repeats the trade of the clause before: "reaching a total turnover of". */
const reaching = /,\s*(?:reaching|hitting|totall?ing|with) (?:an? )?$/i

const withoutTrade = (metrics: readonly FoundMetric[], text: string): readonly FoundMetric[] =>
  metrics.filter(({ metric, text: word, start }, at) => {
    const before = metrics[at - 1]
    if (before?.metric === 'TRADE' && /turnover$/i.test(word) && reaching.test(text.slice(before.end, start)))
      return false
    const isOf = metric === 'TRADE' && before?.metric === 'BALANCE'
    return !isOf || !ofTrade.test(text.slice(before.end, start))
  })

const ofNamed = /^\s*(?:for|of|in) (?:the )?(?:exports?|imports?|trade (?:with|between))\b/i

/** Says what whole a number is a part of, before the bracket with its change: "accounted for 3 bn of exports (". */
const wholeAndBracket =
  /^\s*(?:share )?of (?:the |total |all |overall |(?!(?:the|total|all|overall) )[\p{sc=Latn}. ]{2,20}['’]s )*(?:exports|imports|trade)\b[^,;()]{0,30}[(]\s*$/iu

function inDeficit(metrics: readonly FoundMetric[], text: string): readonly FoundMetric[] {
  const [balance, last] = metrics.slice(-2)
  const isState =
    balance?.metric === 'BALANCE' &&
    last?.metric === 'BALANCE' &&
    /\b(?:was|is|were|remained) in $/i.test(text.slice(0, last.start))
  if (isState) return [...metrics.slice(0, -2), { ...balance, isDeficit: last.isDeficit ?? false }]
  const isOf =
    balance?.isDeficit === true &&
    last?.metric === 'BALANCE' &&
    /^ (?:of|in|on) (?:the )?(?:[\p{sc=Latn}'’]+ )?$/u.test(text.slice(balance.end, last.start))
  return isOf ? [...metrics.slice(0, -2), { ...last, isDeficit: true }] : metrics
}

/** Takes a gap as a surplus in a text that speaks of surpluses only. */
function asSaid({ plain, sentence }: State, metrics: readonly FoundMetric[]): readonly FoundMetric[] {
  const isGap = ({ text }: FoundMetric): boolean => /\bgap\b/i.test(text)
  if (!metrics.some(isGap) || !/\bsurplus/i.test(plain)) return metrics
  const said = plain.slice(sentence.start, sentence.end)
  if (deficits.test(/\bsurplus/i.test(said) ? said : plain)) return metrics
  return metrics.map((each) => (isGap(each) ? { ...each, isDeficit: false } : each))
}
const deficits = /\b(?:deficit|shortfall|suffer[a-z]* [^.;]{0,30}\bgap)\b/i

const isFlow = /^\s*(?:was |were )?(?:exports|imports)\b(?! (?:of|to|from)\b)/i

const isRespective = /^[^;.]{0,40}\brespectively\b/i

/** Divides the name of one frame where each part of it has a number: "ships and toys, which stood at 3 and 2 bn respectively". */
function inTurn({ context, text }: State, frames: readonly Frame[] | null, count: number): readonly Frame[] | null {
  const [frame, ...others] = frames ?? []
  const [phrase, second] = frame?.phrases ?? []
  if (frame === undefined || others.length > 0 || phrase === undefined || second !== undefined || count < 2)
    return frames
  // "Excluding fuels and fats, exports fell by 2% and imports by 3% (1% and 2% respectively in May)" is of flows.
  if (/^exclud/i.test(phrase.text)) return frames
  const parts = listOf(Slice.of(text, phrase.span), count, context)
  return parts.length === count
    ? parts.map((part) => ({ ...frame, phrases: [{ ...phrase, text: part.text, span: part.span }] }))
    : frames
}

/** Ends with what two partners or goods both did: "exports to the US and ASEAN both declined". */
const bothMoved = new RegExp(`\\bboth (?:\\w+ly )?${directionWord}(?: by)?\\s*$`, 'i')

const behindGrowth =
  /\bthan the [^,;]*\b(?:growth|average|rate)\b[^,;]*,\s*(?:accounting for|representing|making up|with a share of)\s*$/i

const orAmount =
  /^\s*,?\s*or (?:(?:about|around|nearly|almost|over|some|approximately|roughly|just (?:over|under)) )?$/i
const upOrDown = /^\s*,\s*(?:up|down)(?: by)?\s*$/i

/** Says what the number before is of, and nothing of the next: "at 405 bn in exports and at". */
const inOtherFlow = /^\s*in (?:exports?|imports?),?\s*(?:and|,)\s*(?:at|of|to|by)?\s*$/i

/** Says behind a rate of which flow it is: "showing a 2 percent drop in exports". */
const changeInFlow =
  /^[\s-]*(?:[a-z-]+ ){0,2}(?:increase|growth|rise|gain|jump|surge|decline|drop|decrease|fall|contraction|reduction|slump|plunge) in (?:the |its |total |overall )*(?:exports|imports|trade)\b/i

const ofUnread = /^\W*(?:this|that|it) (?:was|is|represents?|represented|meant|means|marks|marked) an?\s/i

// "flaxseeds from Kazakhstan and raisins from Uzbekistan" are of two categories each.
const goodsOfEach = /\b[a-z]+ (from|to) \p{Lu}\p{sc=Latn}+(?:,? and|,) (?:[a-z]+ ){1,3}\1 \p{Lu}/u

// "recording a total value of 3 bn in foreign trade"
const inFlow = /^\s*in (?:(?:total|foreign|overall|goods|external) )*(?:trade|imports and exports)\b(?! with)/i

const itsTradeWith = /^\W*its (?:[a-z-]+ )?trade(?: value| volume)? with (?:the )?(\p{Lu}\p{sc=Latn}+)\s[^,;]*$/iu

// Says of the sentence's own subject which place it has, before its share: "The EU ranked third, representing".
const ranksThird =
  /^[^,;:]{2,90}(?:,[^,;:]{3,60},)? (?:ranked|came|was|placed|stood) (?:in )?(?:the )?(?:first|second|third|fourth|fifth|next|last)(?: place)?,/i

/** Finds what numbers measure, from the words around them and what the text has said before. */
export class FrameReader {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  framesFor(before: Slice, after: Slice, count: number, role: Role): readonly Frame[] | null {
    const read = (count === 1 ? this.#ofSubject(before) : null) ?? this.#framesFor(before, after, count, role)
    const isOfThem = read?.some(({ phrases }) => phrases.some(({ text }) => /^them$/i.test(text))) === true
    const found = isOfThem ? (this.#state.frames.length === 1 && !this.#state.fresh ? this.#state.frames : null) : read
    const isWorth = /\bworth\s*(?:about |nearly |over |some )?$/i.test(before.text)
    const isOfTwo = role === 'CHANGE' && count === 1 && bothMoved.test(before.text)
    const isInTurn = isWorth || isOfTwo || isRespective.test(after.text)
    const each = withoutOpening(isInTurn ? inTurn(this.#state, found, isOfTwo ? 2 : count) : found)
    const isOfSelf = role === 'LEVEL' || role === 'CHANGE'
    const plain = each === null || !isOfSelf ? each : each.map((frame) => besidesSelf(this.#state, frame))
    const own = plain && withinPartner(this.#state, plain)
    const isPartnerOfSelf = (frame: Frame): boolean =>
      frame.phrases.some((each) => each.dimension === 'PARTNER' && isSelf(this.#state, each.text))
    // The trade of another with the economy of the text is told from the other's side.
    if (isOfSelf && own?.some(isPartnerOfSelf)) return null
    // Raw materials have no bilateral trade.
    const { dimensionOf } = this.#state.context.vocabulary
    const isOfGoods = ({ phrases }: Frame): boolean => phrases.some(({ text }) => dimensionOf(text) === 'PRODUCT')
    if (/^\W*(?:bilateral|two-way|mutual) trade\b/i.test(before.text) && own?.some(isOfGoods)) return null
    return regional(this.#state, count === 1 ? bySector(this.#state, own, before, role) : own, before, count, role)
  }

  /** Reads the trade of a partner that the sentence before has named: "Next was the US. Its trade with China dropped". */
  #ofSubject({ text }: Slice): readonly Frame[] | null {
    const { subjects, fresh } = this.#state
    const [subject, ...others] = subjects
    const [, self = ''] = itsTradeWith.exec(text) ?? []
    const isOfSubject = fresh && others.length === 0 && subject?.dimension === 'PARTNER' && isSelf(this.#state, self)
    return isOfSubject ? [{ metric: 'TRADE', phrases: [subject], reporter: this.reporter() }] : null
  }

  #framesFor(before: Slice, after: Slice, count: number, role: Role): readonly Frame[] | null {
    if (count > 1 && goodsOfEach.test(before.text)) return null
    const isUnread =
      this.#state.fresh && this.#state.frames.every(({ phrases }) => phrases.some(({ text }) => ofServices.test(text)))
    if (isUnread && ofUnread.test(Slice.of(this.#state.text, this.#state.sentence).text)) return null
    const ordered = namesInOrder(this.#state, before, count, role)
    if (ordered !== null) return ordered
    if (role !== 'LEVEL' && isOfLevelBefore(this.#state, before)) return this.#state.frames
    const head =
      count === 1 && (role === 'LEVEL' || role === 'CHANGE') ? headed(this.#state, before, this.reporter()) : null
    if (head !== null) return head
    const sum =
      role === 'LEVEL' && count === 1
        ? (sumTold(this.#state, before, after) ??
          besideShare(this.#state, before) ??
          excessOver(this.#state, before) ??
          inTurnOf(this.#state, before, after, this.reporter()) ??
          dealtWith(this.#state, before, after))
        : null
    if (sum !== null) return sum
    const fronted = count === 1 ? frontedOf(this.#state, { before, after, role }, this.reporter()) : null
    if (fronted !== null) return fronted
    if (role === 'LEVEL' && isOfOtherBehind(this.#state, after)) return null
    const beside = role === 'LEVEL' && count === 1 ? besideWith(this.#state, before) : null
    if (beside !== null) return beside
    const alone = count === 1 && (role === 'LEVEL' || role === 'SHARE') ? partAlone(this.#state, before) : null
    if (alone !== null) return alone
    const sold = role === 'LEVEL' && count === 1 ? soldAbroad(this.#state, before, after) : null
    if (sold !== null) return sold
    const metrics = asSaid(this.#state, inDeficit(withoutTrade(metricsIn(before.text), before.text), before.text))
    const found = metrics.at(-1)
    const isPaired = count === 1 && found !== undefined && isInPairs(this.#state, found, after)
    if (isPaired && !areBoth(before, after)) return null
    const subject = count === 1 && role === 'CHANGE' ? resumed(this.#state, before) : null
    const named_ = subject === null ? [] : metricsIn(subject.text)
    const main = named_.at(-1)
    if (subject !== null && main !== undefined)
      return framesOf(
        this.#state,
        { found: main, metrics: named_, before: subject, after },
        count,
        role,
        this.reporter(),
      )
    const isOfWhole = role === 'CHANGE' && count === 1 && /^(?:LEVEL|SHARE)$/.test(this.#state.lastRole ?? '')
    if (isOfWhole && wholeAndBracket.test(before.text) && this.#state.frames.length === 1) return this.#state.frames
    const flow = role === 'CHANGE' && count === 1 ? flowBehind(this.#state, before, after, this.reporter()) : null
    if (flow !== null) return flow
    const changed = role === 'CHANGE' && count === 1 ? partChanged(this.#state, after) : null
    if (changed !== null) return changed
    if (role === 'SHARE' && this.#state.fresh && this.#state.told.length === count && theyHold.test(before.text))
      return this.#state.told
    const followers = nextFollowers(this.#state, before, count, role)
    if (followers !== null) return followers
    const ofChange =
      role === 'CHANGE' && changeInFlow.test(after.text)
        ? (flowTold(this.#state, after) ?? laterMetric(this.#state, before, after, false, role, count))
        : null
    if (ofChange !== null) return ofChange
    const isRun =
      this.#state.lastRole === 'CHANGE' &&
      !(
        role === 'LEVEL' &&
        (isFlow.test(after.text) || ofNamed.test(after.text) || (count === 1 && worthOf(this.#state, after) !== null))
      ) &&
      /(?:\band|,)\s*(?:by )?$/i.test(before.text) &&
      !nextIs.test(before.text) &&
      metrics.length === 0
    if (/\b(?:led to|resulted in|reflected|reflects|due to|because of|followed)\s+an?\s*$/i.test(before.text))
      return laterMetric(this.#state, before, after, false, role, 1)
    const excess = exceeds.exec(before.text)
    if (excess !== null && count === 1)
      return [{ metric: 'BALANCE', isDeficit: /^i/i.test(excess[1] ?? ''), phrases: [], reporter: this.reporter() }]
    const parts =
      role === 'CHANGE' && changeOf.test(before.text)
        ? laterMetric(this.#state, before, after, false, role, count)
        : null
    if (parts !== null) return parts
    const reporter = this.reporter()
    const said = sentenceWords(this.#state, before.span.end)
    const one = count === 1 ? aroundOne(this.#state, { before, after, said }, role, reporter) : undefined
    if (one !== undefined) return one
    const inOther = role === 'SHARE' && isInOther(this.#state, before.span.end, before.text, after.text)
    if (inOther && count === 1) return shareInOther(this.#state, before, after)
    const side = onSide.exec(before.text)?.[0].length ?? 0
    if (side > 0 && metricsIn(before.text.slice(side)).length === 0)
      return underHeading(this.#state, before, count, reporter)
    const elided = count === 1 ? nextElided(this.#state, before, role) : null
    if (elided !== null) return elided
    const isShareToo =
      role === 'SHARE' &&
      /^\s*,?\s*or (?:an? (?:[a-z]+ )?share of|about|around|nearly|almost|over|some|approximately|roughly|just (?:over|under))\s*$/i.test(
        before.text,
      )
    const isAppositive =
      found?.metric !== 'BALANCE' &&
      !(role === 'SHARE' && ranksThird.test(before.text)) &&
      !(role === 'LEVEL' && inFlow.test(after.text)) &&
      appositive.test(metrics.length > 0 ? before.text : before.text.slice(Math.max(0, before.text.lastIndexOf(','))))
    const isBehindLevel = role === 'CHANGE' && this.#state.lastRole === 'LEVEL' && passive.test(before.text)
    const isEarlier =
      role === 'CHANGE' &&
      metrics.length === 0 &&
      (fromRate.test(before.text) || (!this.#state.fresh && afterWords.test(before.text)))
    // "accounted for 52 percent, or 74 bn, down 3 percent"
    const isBesideShare =
      (role === 'LEVEL' &&
        this.#state.lastRole === 'SHARE' &&
        (orAmount.test(before.text) || /^(?:\s*(?:in|for) (?:the )?)?\s*,\s*(?:at|worth)\s*$/i.test(before.text))) ||
      (role === 'CHANGE' && this.#state.lastRole === 'LEVEL' && upOrDown.test(before.text))
    if (isRun || isBehindLevel || isShareToo || isAppositive || isEarlier || isBesideShare)
      return this.#state.frames.length > 0 ? this.#state.frames : null
    const partner = role === 'LEVEL' ? balanceWith(this.#state, found, after, reporter) : null
    if (partner !== null) return partner
    if (role === 'SHARE' && behindGrowth.test(before.text) && !this.#state.fresh) return this.#state.frames
    const named =
      role === 'SHARE' || role === 'SHARE_CHANGE'
        ? ((count === 1
            ? (heldShare(before, after, reporter) ??
              rankedShare(this.#state, before, after, reporter) ??
              ownShareOf(before, reporter) ??
              shareInOther(this.#state, before, after))
            : null) ?? (role === 'SHARE' ? shareOfNamed(this.#state, before) : null))
        : null
    if (named !== null) return named
    const each = role === 'SHARE' ? sharesOfEach(this.#state, before, count) : null
    if (each !== null) return each
    const ofShare =
      role === 'SHARE' || role === 'SHARE_CHANGE' ? shareSubject(this.#state, before, after, count, reporter) : null
    if (ofShare !== null) return ofShare
    const holder = role === 'SHARE' && count === 1 ? wholeHolder(this.#state, before, after, reporter) : null
    if (holder !== null) return holder
    const holders =
      role === 'SHARE' && found === undefined ? shareHolders(this.#state, before, after, count, reporter) : null
    if (holders !== null) return holders
    const holding =
      role === 'LEVEL' && count === 1
        ? (countedWorth(this.#state, before, reporter) ??
          worthAhead(this.#state, before, reporter) ??
          standingAt(this.#state, before, reporter))
        : null
    if (holding !== null) return holding
    if (role === 'LEVEL' || role === 'CHANGE') {
      const isNear = found !== undefined && found.start >= clauseStart(before.text) && !inOtherFlow.test(before.text)
      const later = laterMetric(this.#state, before, after, isNear, role, count)
      if (later !== null) return later
    }
    const part = role === 'LEVEL' && count === 1 && found === undefined ? worthOf(this.#state, after) : null
    if (part !== null) return part
    const next = role === 'LEVEL' && count === 1 && found === undefined ? nextPartner(this.#state, after) : null
    if (next !== null) return next
    if (role !== 'SHARE' && namesPartsLater(this.#state)) return null
    const supplier = found?.isVerb === true && role === 'LEVEL' ? partnerTrade(this.#state, before, count, role) : null
    if (supplier !== null) return supplier
    const driver = role === 'LEVEL' || role === 'CHANGE' ? leading(before) : null
    if (driver !== null && count === 1 && metrics.length === 1) return [{ ...driver, reporter }]
    const isBoth = found?.metric === 'TRADE' && role === 'CHANGE' && count === 1 && areBoth(before, after)
    const isOfPartner = !this.#state.fresh && /\bwith (?:its )?(?:exports|imports) and\b/i.test(before.text)
    const ofBoth = isOfPartner ? samePhrases(this.#state.frames) : []
    if (isBoth) return (['EXPORTS', 'IMPORTS'] as const).map((metric) => ({ metric, phrases: ofBoth, reporter }))
    const opened = found === undefined ? undefined : behindOpening(this.#state, before, found, count, reporter)
    if (opened !== undefined) return opened
    const behind =
      found === undefined || found.isVerb === true
        ? null
        : ((count === 1 ? firstBehindColon(before, found, reporter) : null) ??
          behindColon(before, found, count, reporter))
    if (behind !== null) return behind
    const those = found === undefined ? null : thoseBehind.exec(before.text.slice(found.end))
    if (found !== undefined && those !== null && found.isVerb !== true) {
      this.#state.frames = [
        { metric: found.metric, phrases: [], reporter: ownerOf(this.#state, before, found.start) ?? reporter },
      ]
      return withoutMetric(this.#state, before.slice(found.end + those.index), count, role)
    }
    const ofThose = found === undefined ? null : amongThose(this.#state, before, found, reporter)
    if (ofThose !== null) return ofThose
    if (found !== undefined && !isShareBase(before.text, found.start))
      return framesOf(this.#state, { found, metrics, before, after }, count, role, reporter)
    return (
      partnerTrade(this.#state, before, count, role) ??
      underHeading(this.#state, before, count, reporter) ??
      withoutMetric(this.#state, before, count, role)
    )
  }

  reporter(): Reporter | null {
    return reporterInForce(this.#state)
  }
}
