import type { Slice } from '../../items.js'
import { type Frame, type Phrase, type Reporter, valueMetric } from '../../statement.js'
import {
  destination,
  exampleBefore,
  followerBefore,
  followersBefore,
  nameBefore,
  nextOf,
} from './constructions/examples.js'
import { flowBehind, labelled, onSide, underHeading } from './constructions/headings.js'
import { laterMetric } from './constructions/later.js'
import { ownerOf, ownerPhrases, reporterInForce } from './constructions/owners.js'
import {
  isPartner,
  largestPartner,
  leading,
  nextPartner,
  nextPartners,
  nextRanked,
  objectOf,
  ranked,
  regimeBefore,
  traderBefore,
} from './constructions/partners.js'
import { aroundOne, behindColon, isWithPartner, namedByOther, suchOf } from './constructions/parts.js'
import { goodsAfter, isOfQuantity, worthOf } from './constructions/quantities.js'
import { regional } from './constructions/regions.js'
import {
  balanceWith,
  listedAfter,
  namesPartsLater,
  shareHolders,
  shareSubject,
  theyHold,
} from './constructions/shares.js'
import {
  appositive,
  bothTogether,
  changeOf,
  clauseStart,
  exceeds,
  isShareBase,
  isThatValue,
  joined,
  leftOut,
  phraseAt,
  pronoun,
  samePhrases,
  thoseBehind,
  verbPartner,
} from './cues.js'
import { afterWords, fromRate } from './periods.js'
import { beforeColon, isAboutOne, namedBefore, sentenceSubject, sentenceWords, tradedWith } from './sentence.js'
import type { Role, State } from './state.js'
import { isGeneric, listOf, metricsIn, nounBefore, subjectAt } from './subject.js'
import { forecast, foreign, regimes, traders, verb } from './words.js'

/** An object behind a number, other than goods as such. */
const objectBehind =
  /^\s*(?:worth )?of\s+(?!(?:goods|merchandise)(?=[,;.]|\s(?:in|during|up|down|and (?:im|ex)ported)\b|$))\S/i

/** Finds what numbers measure, from the words around them and what the text has said before. */
export class FrameReader {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  framesFor(before: Slice, after: Slice, count: number, role: Role): readonly Frame[] | null {
    return regional(this.#state, this.#framesFor(before, after, count, role), before, count, role)
  }

  #framesFor(before: Slice, after: Slice, count: number, role: Role): readonly Frame[] | null {
    const metrics = metricsIn(before.text)
    const found = metrics.at(-1)
    const flow = role === 'CHANGE' && count === 1 ? flowBehind(this.#state, before, after, this.reporter()) : null
    if (flow !== null) return flow
    if (role === 'SHARE' && this.#state.fresh && this.#state.told.length === count && theyHold.test(before.text))
      return this.#state.told
    const isRun =
      this.#state.lastRole === 'CHANGE' && /(?:\band|,)\s*(?:by )?$/i.test(before.text) && metrics.length === 0
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
    if (onSide.test(before.text)) return underHeading(this.#state, before, count, reporter)
    const isShareToo = role === 'SHARE' && /^\s*,?\s*or an? (?:[a-z]+ )?share of\s*$/i.test(before.text)
    const isAppositive = appositive.test(
      metrics.length > 0 ? before.text : before.text.slice(Math.max(0, before.text.lastIndexOf(','))),
    )
    const isEarlier =
      role === 'CHANGE' &&
      metrics.length === 0 &&
      (fromRate.test(before.text) || (!this.#state.fresh && afterWords.test(before.text)))
    if (isRun || isShareToo || isAppositive || isEarlier)
      return this.#state.frames.length > 0 ? this.#state.frames : null
    const inForce = this.#state.frames
    const partner = role === 'LEVEL' ? balanceWith(this.#state, found, after, reporter) : null
    if (partner !== null) return partner
    const ofShare =
      role === 'SHARE' || role === 'SHARE_CHANGE' ? shareSubject(this.#state, before, count, reporter) : null
    if (ofShare !== null) return ofShare
    const holders =
      role === 'SHARE' && found === undefined ? shareHolders(this.#state, before, after, count, reporter) : null
    if (holders !== null) return holders
    if (role === 'LEVEL' || role === 'CHANGE') {
      const isNear = found !== undefined && found.start >= clauseStart(before.text)
      const later = laterMetric(this.#state, before, after, isNear, role, count)
      if (later !== null) return later
    }
    const part = role === 'LEVEL' && count === 1 && found === undefined ? worthOf(this.#state, after) : null
    if (part !== null) return part
    const next = role === 'LEVEL' && count === 1 && found === undefined ? nextPartner(this.#state, after) : null
    if (next !== null) return next
    if (role !== 'SHARE' && namesPartsLater(this.#state)) return null
    const supplier = found?.isVerb === true && role === 'LEVEL' ? this.partnerTrade(before, count, role) : null
    if (supplier !== null) return supplier
    const driver = role === 'LEVEL' || role === 'CHANGE' ? leading(before) : null
    if (driver !== null && count === 1 && metrics.length === 1) return [{ ...driver, reporter }]
    const behind = found === undefined || found.isVerb === true ? null : behindColon(before, found, count, reporter)
    if (behind !== null) return behind
    const those = found === undefined ? null : thoseBehind.exec(before.text.slice(found.end))
    if (found !== undefined && those !== null && found.isVerb !== true) {
      this.#state.frames = [
        { metric: found.metric, phrases: [], reporter: ownerOf(this.#state, before, found.start) ?? reporter },
      ]
      return this.withoutMetric(before.slice(found.end + those.index), count, role)
    }
    if (found !== undefined && !isShareBase(before.text, found.start)) {
      const subject = subjectAt(before, found, metrics, count, this.#state.context)
      let phrases: readonly Phrase[] = subject.phrases.filter(({ text }) => !pronoun.test(text))
      const isBare = phrases.length === 0
      const inWith = /\b(?:with|whose|as)\s+(?:its |their |total |combined |the |an? )*$/i.test(
        before.text.slice(0, found.start),
      )
      const several = isBare && inWith && count > 1 ? namedBefore(this.#state, before.slice(0, found.start), count) : []
      const followers = isBare && count > 1 ? followersBefore(this.#state, before.slice(0, found.start), count) : []
      if (followers.length > 0) phrases = followers
      else if (several.length > 0) phrases = several
      else if (isBare && (subject.refersBack || inWith))
        phrases =
          sentenceSubject(
            this.#state,
            sentenceWords(this.#state, before.span.start + found.start),
            Number.POSITIVE_INFINITY,
          ) ?? (subject.refersBack ? this.#state.subjects : phrases)
      if (isBare) phrases = beforeColon(this.#state, before, metrics, found) ?? phrases
      if (isBare && found.metric === 'BALANCE') phrases = tradedWith(this.#state, before, metrics, found) ?? phrases
      const { shared } = this.#state
      if (isBare && !this.#state.fresh && shared.length > 0 && phrases.length === 0 && subject.reporter === null)
        phrases = shared
      if (isBare && subject.pointsBack) {
        phrases = namedBefore(this.#state, before.slice(0, found.start), count)
        if (phrases.length === 0) return null
        this.#state.shared = phrases
      }
      if (isBare && inWith && phrases.length === 0) phrases = namedByOther(this.#state, before, metrics, found)
      const such = suchOf(this.#state, before, found)
      if (such?.length === 0) return null
      phrases = such ?? phrases
      if (isBare && inWith && phrases.length === 0 && isOfQuantity(inForce)) phrases = inForce[0]?.phrases ?? phrases
      if (isBare && phrases.length === 0 && !subject.isVerb)
        phrases = ownerPhrases(this.#state, before, found.start) ?? phrases
      if (isBare && subject.isVerb) {
        const object = objectOf(before.slice(found.end))
        if (isWithPartner(after) && (object !== null || /^\s*(?:worth )?of\s(?!goods|merchandise)/i.test(after.text)))
          return null
        if (object !== null) phrases = [object]
      }
      if (isBare && subject.isVerb && phrases.length === 0) {
        const [goods] = role === 'LEVEL' ? goodsAfter(after, this.#state.context.vocabulary) : []
        const partner = goods ?? verbPartner(after)
        // "imported 3 bn of American goods" has an object that was not understood.
        if (partner === null && role === 'LEVEL' && objectBehind.test(after.text)) return null
        if (partner !== null)
          phrases = /^(?:(?:the )?(?:same|those|these) |there$)/i.test(partner.text) ? samePhrases(inForce) : [partner]
      }
      if (
        phrases.length === 0 &&
        inForce.length === 1 &&
        !this.#state.fresh &&
        /^\s*(?:,|\()?\s*(?:with|whil(?:e|st)|and|;)?\s*(?:resulting in|leading to|for)?\s*a\s/i.test(before.text)
      )
        phrases = inForce[0]?.phrases ?? phrases
      if (isBare && this.#state.continues && this.#state.fresh && /^\s*of which\b/i.test(before.text))
        phrases = inForce[0]?.phrases ?? phrases
      const isThose =
        phrases.length === 0 &&
        /\b(?:those|these|same) (?:countries|nations|economies)\b|\bthere\b/i.test(
          before.text.slice(found.end) + after.text.slice(0, 60),
        )
      const isTradedWith = (phrase: Phrase | undefined): boolean =>
        phrase !== undefined &&
        (phrase.dimension ?? this.#state.context.vocabulary.dimensionOf(phrase.text)) === 'PARTNER'
      const isOfWhich =
        subject.reporter?.kind === 'ECONOMY' &&
        subject.reporter.isMain === true &&
        /\bof which,? (?:[A-Z][a-z]+(?:'s)? )?$/.test(before.text.slice(0, found.start))
      const isOther =
        !this.#state.fresh &&
        inForce.length === 1 &&
        isTradedWith(inForce[0]?.phrases[0]) &&
        !/\b(?:total|overall|all)\s*$/i.test(before.text.slice(0, found.start))
      if (isBare && isOther && phrases.length === 0 && (subject.reporter === null || isOfWhich))
        phrases = inForce[0]?.phrases ?? phrases
      if (isThose) {
        phrases = inForce[0]?.phrases ?? []
        if (phrases.length === 0) return null
      }
      const onGoods = /^\s*(?:on|in) (goods and services|services)\b/i.exec(after.text)
      if (isBare && onGoods !== null && subject.metrics[0]?.metric === 'BALANCE')
        phrases = [phraseAt(after, onGoods[0].length - (onGoods[1] ?? '').length, (onGoods[1] ?? '').length)]
      const isPart =
        this.#state.continues && inForce.length === 1 && phrases.length === 0 && isBare && subject.reporter === null
      if (isPart && (/^(?:EXPORTS|IMPORTS)$/.test(found.metric) || isThatValue.test(before.text)))
        phrases = inForce[0]?.phrases ?? phrases
      if (isBare && role === 'SHARE' && phrases.length === 0) {
        const words = sentenceWords(this.#state, before.span.start)
        phrases = sentenceSubject(this.#state, words.text === '' ? before : words, Number.POSITIVE_INFINITY) ?? phrases
      }
      const largest = count === 1 ? largestPartner(before, found.start, found.end) : null
      if (largest !== null) phrases = [largest]
      const follower = isBare ? followerBefore(before, found.start) : null
      if (follower !== null) phrases = [follower]
      const named = /\b(?:was|were)\s+(?:the )?([a-z][a-z\s/-]{2,50}?)\s+(?:at|with)\s*$/i.exec(
        before.text.slice(found.end),
      )
      if (
        role === 'LEVEL' &&
        isBare &&
        named !== null &&
        !verb.test(named[1] ?? '') &&
        !/^(?:an?|about|still|only|estimated|now|around|nearly|over)\b/i.test(named[1] ?? '')
      )
        phrases = [
          phraseAt(before, found.end + named.index + named[0].indexOf(named[1] ?? ''), (named[1] ?? '').length),
        ]
      phrases = exampleBefore(before, phrases) ?? phrases
      const goal = isBare ? destination(before, found.end) : null
      if (goal !== null) phrases = [goal]
      phrases = phrases.filter(({ text }) => !pronoun.test(text))
      if (phrases.some(({ text }) => /^(?:whose|which|who)$/i.test(text))) return null
      const listed = listedAfter(before, found.end, count)
      if (listed !== null)
        return listed.map((phrase) => ({
          metric: valueMetric(found.metric),
          isDeficit: found.isDeficit ?? false,
          phrases: [phrase],
          reporter: subject.reporter ?? reporter,
        }))
      if (phrases.some(({ text }) => traders.test(text) && this.#state.context.vocabulary.dimensionOf(text) === null))
        return null
      if (phrases.some(({ text }) => /(?<!other )\bthan\b/i.test(text))) return null
      if (phrases.length === 0 && /^(?:bilateral|two-way)\b/i.test(found.text) && subject.reporter === null) {
        const listed = count > 1 ? namedBefore(this.#state, before.slice(0, found.start), count) : []
        phrases = listed.length > 0 ? listed : this.#state.subjects
        if (phrases.length === 0) return null
      }
      // "Trade turned to a decline" behind what is said of one partner may be either's.
      const isUntold =
        phrases.length === 0 && this.#state.fresh && /^trade$/i.test(found.text) && subject.reporter === null
      if (isUntold && isAboutOne(this.#state, before.slice(0, found.start))) return null
      if (phrases.length > 0) this.#state.subjects = phrases
      const left = leftOut(before)
      if (left !== null) phrases = phrases.length > 0 ? phrases.map((each) => joined(each, left)) : [left]
      if (subject.metrics[0]?.metric === 'BALANCE' && phrases.length === 1 && phrases[0]?.dimension === 'PARTNER')
        this.#state.paragraph = phrases
      const second = subject.second ?? (largest === null ? null : (subject.phrases[0] ?? null))
      const own = phrases.length > 0 ? phrases.map((phrase) => [phrase, second].filter((each) => each !== null)) : [[]]
      const who = subject.reporter ?? ownerOf(this.#state, before, found.start) ?? reporter
      return subject.metrics.flatMap((metric) => own.map((each) => ({ ...metric, phrases: each, reporter: who })))
    }
    return (
      this.partnerTrade(before, count, role) ??
      underHeading(this.#state, before, count, reporter) ??
      this.withoutMetric(before, count, role)
    )
  }

  /** Reads the trade with the partner, or in the goods, that a sentence ranks: "the EU was the largest partner, at 3 bn". */
  partnerTrade(before: Slice, count: number, role: Role): readonly Frame[] | null {
    const words = sentenceWords(this.#state, before.span.end)
    const rank = this.#state.fresh ? ranked.exec(words.text) : null
    if (count !== 1 || rank === null || (role !== 'LEVEL' && role !== 'CHANGE')) return null
    const [phrase] = sentenceSubject(this.#state, words, Number.POSITIVE_INFINITY) ?? []
    const { partners, exported, imported } = rank.groups ?? {}
    if (phrase === undefined || (partners !== undefined && !isPartner(this.#state, phrase))) return null
    this.#state.subjects = [phrase]
    const metric = exported !== undefined ? 'EXPORTS' : imported !== undefined ? 'IMPORTS' : 'TRADE'
    return [{ metric, phrases: [phrase], reporter: this.reporter() }]
  }

  withoutMetric(before: Slice, count: number, role: Role): readonly Frame[] | null {
    const inForce = this.#state.frames
    const [first] = inForce
    const regime = this.#state.fresh && !this.#state.continues ? regimeBefore(before) : null
    if (regime !== null) {
      this.#state.subjects = [regime]
      return [{ metric: 'TRADE', phrases: [regime], reporter: this.reporter() }]
    }
    const next = nextRanked(this.#state, before) ?? nextPartners(this.#state, before, count)
    if (next !== null) return next
    const listed = role === 'CHANGE' && count === 1 ? nameBefore(before) : null
    const side = first === undefined || first.metric === 'BALANCE' ? this.#state.flow : valueMetric(first.metric)
    if (listed !== null && side !== null) return [{ metric: side, phrases: [listed], reporter: this.reporter() }]
    const name = count === 1 ? labelled(this.#state, before) : null
    if (name !== null) return [{ metric: this.#state.flow ?? 'TRADE', phrases: [name], reporter: this.reporter() }]
    const trader = role === 'LEVEL' && count === 1 ? traderBefore(this.#state, before) : null
    if (trader !== null) return [{ metric: 'TRADE', phrases: [trader], reporter: this.reporter() }]
    if (first === undefined) return null
    const has = (flow: Frame['metric']): boolean => inForce.some(({ metric }) => metric === flow)
    const isOfBoth = this.#state.hasBoth || has('TRADE') || (has('EXPORTS') && has('IMPORTS'))
    if (isOfBoth && count === 1 && bothTogether.test(before.text))
      return [{ ...first, metric: 'TRADE', phrases: samePhrases([first]) }]
    const those =
      /\b(?:(?:those|that|shipments|sales)\s+(?:to|from|with|of)|the (?:total )?value (?:with|to|from))\s+/i.exec(
        before.text,
      )
    const metric = valueMetric(first.metric)
    const listedNext = those === null && count === 1 ? nextOf(this.#state, before) : []
    const shown = listedNext.length === 0 && those === null ? exampleBefore(before, []) : null
    const words =
      shown !== null
        ? shown
        : listedNext.length > 0
          ? listedNext
          : those === null
            ? nounBefore(before.trimmed(/\s*[(]\s*$/), count)
            : null
    if (those !== null) {
      const rest = before.slice(those.index + those[0].length)
      const aside =
        count === 1 ? /,\s*(?:its|the|a|an|including|such as|excluding)\s[^,]*,/i.exec(rest.text)?.index : undefined
      const [part] = nounBefore(aside === undefined ? rest : rest.slice(0, aside), 1)
      const parts =
        part === undefined ? [] : listOf(before.slice(those.index + those[0].length), count, this.#state.context)
      const phrases = count > 1 ? nounBefore(before.slice(those.index + those[0].length), count) : part ? [part] : []
      if (phrases.length > 0 && parts.length > 0 && !phrases.some(({ text }) => isGeneric(text)))
        return phrases.map((phrase) => ({
          ...first,
          metric,
          phrases: [{ ...phrase, dimension: / of\s/i.test(those[0]) ? null : 'PARTNER' }],
        }))
      return null
    }
    const named = (words ?? []).filter(
      ({ text }) =>
        !verb.test(text) &&
        !/\b(?:said|says|it)$/i.test(text) &&
        !/^(?:positive|negative|healthy|strong|sharp)$|\b(?:high|low|record|peak)$/i.test(text) &&
        !/^(?:(?:second|third|fourth|fifth)-|highest|lowest|record|it|this|that|they|which|these|those|growth|increase|decrease|rise|value|volume|share|figure|total|result|up|down|year|compared|pace|period|number|basis)\b/i.test(
          text,
        ),
    )
    if (/\b(?:together|combined|jointly)\b/i.test(before.text) && inForce.length > 1) return inForce
    if (named.length === 0) {
      const isIt = /\bit\s+(?:reached|was|stood at|amounted to|total+ed)\s*$/i.test(before.text)
      return this.#state.fresh && role === 'LEVEL' && !isIt ? null : inForce
    }
    const isKnown = named.every(
      ({ text }) => this.#state.context.vocabulary.dimensionOf(text) !== null || regimes.test(text),
    )
    const economy = named.map(({ text }) => text).join(' ')
    const isFollowing = !this.#state.fresh || this.#state.continues
    if (foreign.test(economy) || forecast.test(economy)) return null
    const isRow = count > 1 && named.length === count && first.phrases.length > 0 && /^(?:EX|IM)PORTS$/.test(metric)
    const isSomeKnown = named.some(({ text }) => this.#state.context.vocabulary.dimensionOf(text) !== null)
    const isDropped = !isKnown && !(isRow && isSomeKnown) && (!isFollowing || named.length !== count)
    if (isDropped) return this.#state.fresh && (!this.#state.continues || role === 'LEVEL') ? null : inForce
    this.#state.subjects = named
    return named.map((phrase) => ({
      metric: regimes.test(phrase.text) && metric === 'BALANCE' ? 'TRADE' : metric,
      isDeficit: first.isDeficit ?? false,
      phrases: [phrase],
      reporter: first.reporter,
    }))
  }

  reporter(): Reporter | null {
    return reporterInForce(this.#state)
  }
}
