import { total } from '../domain/codes/codes.js'
import { defaultOrder, type IndicatorFilter } from '../domain/observations/filter.js'
import { parseInstant } from '../domain/periods/instant.js'
import { figureText, periodText, releaseCitation } from '../domain/text/citation.js'
import type { Language } from '../domain/text/language.js'
import type { Unit } from '../domain/units/unit.js'
import { labelsOf } from '../files/output/labels.js'
import { nameUuid } from '../lib/name-uuid.js'
import { summaryOf } from '../press/writing/write.js'
import { pageOfChanges } from '../store/query/changes.js'
import type { Release } from '../store/query/metadata-snapshot.js'
import { type ChangeCounts, countReleaseChanges, releasesOf } from '../store/query/release-changes.js'
import { releaseSource } from '../store/query/release-figures.js'
import type { Indicator } from '../store/query/rows.js'
import type { View } from '../store/query/view.js'
import { pageAddress, tagOf, webAddress } from './addresses.js'
import type { Entry, Feed } from './atom.js'
import { epoch, modifiedAt, nameIn } from './described.js'
import { wordsIn } from './words.js'

const most = { entries: 50, figures: 20 }

interface Place {
  readonly origin: string
  readonly self: string
  readonly language: Language
}

/** Figures whose changes a feed tells, as the request of a short address selects them. */
export interface Followed {
  readonly filter: IndicatorFilter
  /** The filter as a text, which is a part of the ids of entries. */
  readonly identity: string
  readonly unit: Unit | null
}

export async function releaseFeed(view: View, place: Place): Promise<Feed> {
  const { language } = place
  const words = wordsIn(language)
  const { codes, releases } = view.snapshot
  const newest = byChange(releases).slice(0, most.entries)
  const countsOf = await countReleaseChanges(view, newest, {})
  const entries: Entry[] = []
  for (const release of newest) {
    const summary = await summaryOf(release, releaseSource(view, release), { codes, language, length: 'SHORT' })
    const counts = words.counts(countsOf(release))
    const first = summary === null ? [] : summary.text.split('\n')
    entries.push(entryOf(release, place, [release.code, release.stamp], first.join(' ') || counts, [...first, counts]))
  }
  const page = pageAddress(place.origin, {}, language)
  return feedOf(entries, newest, place, { title: words.site, subtitle: words.releases, page })
}

/** Returns the newest releases that changed some figures, with these figures. */
export async function figureFeed(view: View, place: Place, followed: Followed): Promise<Feed> {
  const { language, origin } = place
  const { filter, identity } = followed
  const words = wordsIn(language)
  const labels = labelsOf(view.snapshot.codes, language)
  const found = byChange(await releasesOf(view, filter)).slice(0, most.entries)
  const countsOf = await countReleaseChanges(view, found, filter)
  const entries: Entry[] = []
  for (const release of found) {
    const counts = countsOf(release)
    if (Object.values(counts).every((count) => count === 0)) continue
    const said = words.counts(counts)
    const lines = await changedLines(view, release, counts, followed, language)
    entries.push(entryOf(release, place, [release.code, release.stamp, identity], said, [said, lines]))
  }
  const [dataset = ''] = filter.datasets ?? []
  const [dimension = total.dimension] = filter.dimensions ?? []
  const by = dimension === total.dimension ? null : dimension
  const title = [
    labels.dataset(dataset),
    ...(filter.metrics ?? []).map(labels.metric),
    ...(by === null ? [] : [labels.dimension(by)]),
    ...(filter.categories ?? []).map((text) => labels.category({ dimension, code: text.slice(dimension.length + 1) })),
  ].join(words.comma)
  const metric = (filter.metrics ?? []).join(',')
  const page = pageAddress(origin, { dataset, metric, ...(by !== null && { by }) }, language)
  return feedOf(entries, found, place, { title, subtitle: words.changesOf(title), page })
}

const updatedOf = ({ publishedAt, retractedAt }: Release): string => retractedAt ?? publishedAt

const byChange = (releases: readonly Release[]): readonly Release[] =>
  releases
    .map((release) => ({ release, at: parseInstant(updatedOf(release)).at.getTime() }))
    .sort((one, other) => other.at - one.at)
    .map(({ release }) => release)

const feedOf = (
  entries: readonly Entry[],
  releases: readonly Release[],
  { self, language }: Place,
  head: Pick<Feed, 'title' | 'subtitle' | 'page'>,
): Feed => ({
  ...head,
  self,
  language: tagOf(language),
  author: wordsIn(language).site,
  // An entry has the time of its publication; a release of long ago changes the feed when it is imported.
  updated: modifiedAt({ releases }) ?? epoch,
  entries,
})

function entryOf(
  release: Release,
  { origin, language }: Place,
  identity: readonly string[],
  summary: string,
  content: Entry['content'],
): Entry {
  const { code, title, publisher, publishedAt, url, dataset, retractedAt, retractionReason } = release
  const words = wordsIn(language)
  const why = retractedAt === null ? null : words.why(retractionReason ?? '').trim()
  return {
    id: `urn:uuid:${nameUuid(...identity)}`,
    title: retractedAt === null ? title : words.retracted(title),
    published: publishedAt,
    updated: updatedOf(release),
    author: publisher,
    page: pageAddress(origin, { release: code, panel: 'releases' }, language),
    source: webAddress(url),
    category: { term: dataset.code, label: nameIn(dataset, language) },
    rights: dataset.licence,
    summary: why ?? summary,
    content: [...(why === null ? [] : [why]), ...content, words.source(releaseCitation(release))],
  }
}

async function changedLines(
  view: View,
  release: Release,
  counts: ChangeCounts,
  { filter, unit }: Followed,
  language: Language,
): Promise<readonly string[]> {
  const words = wordsIn(language)
  const labels = labelsOf(view.snapshot.codes, language)
  const line = (figure: Indicator, before: Indicator | null): string => {
    const text = (each: Indicator): string => figureText(each, language, unit ?? each.unit)
    const broken = figure.categories.filter((ref) => ref.dimension !== total.dimension)
    const subject = [
      labels.metric(figure.metric),
      ...broken.map(labels.category),
      periodText(figure.period, language),
    ].join(words.comma)
    const said = `${subject}${words.colon}${text(figure)}`
    return before === null ? said : words.revised(said, text(before))
  }
  const lines =
    release.retractedAt === null
      ? (await changesAt(view, release, filter)).flatMap(({ before, after }) =>
          after === null ? [] : [line(after, before)],
        )
      : (await withdrawnBy(view, release, filter)).map((figure) => line(figure, null))
  const rest = Object.values(counts).reduce((sum, count) => sum + count, 0) - lines.length
  return rest > 0 ? [...lines, words.others(rest)] : lines
}

async function changesAt(view: View, release: Release, filter: IndicatorFilter) {
  const to = parseInstant(release.publishedAt).at
  const query = {
    by: 'TIME',
    from: new Date(to.getTime() - 1).toISOString(),
    to: to.toISOString(),
    filter: { ...filter, releases: [release.code] },
  } as const
  const { edges } = await pageOfChanges(view, query, { first: most.figures }, null)
  return edges.map(({ node }) => node)
}

/** Reads figures that a retracted release printed, without those that were known without it, and remain so. */
async function withdrawnBy(view: View, release: Release, filter: IndicatorFilter): Promise<readonly Indicator[]> {
  const query = { filter, scope: { kind: 'release', code: release.code }, order: defaultOrder } as const
  const { edges } = await view.page(query, { first: most.figures })
  const figures = edges.map(({ node }) => node)
  const histories = await Promise.all(figures.map((figure) => view.history(figure)))
  return figures.filter((figure, at) => {
    const { knownFrom } = figure
    const others = histories[at]?.filter(
      (each) => each.knownFrom <= knownFrom && (each.knownTo === null || each.knownTo > knownFrom),
    )
    return !others?.some((each) => figureText(each, 'EN') === figureText(figure, 'EN'))
  })
}
