import type { CodeLists } from '../domain/codes.js'
import type { IndicatorQuery } from '../domain/filter.js'
import type { Indicator } from '../store/rows.js'
import type { View } from '../store/view.js'
import type { CsvOptions, FigureOf } from '../writers/csv.js'

/** A list of figures, with the release that printed all of them where the file is to say it. */
export interface Listed {
  readonly query: IndicatorQuery
  readonly release?: string
}

/** The current figures, or those that a filter asks for. */
export const listOf = (filter: IndicatorQuery['filter']): Listed => ({ query: { filter, scope: null, order: [] } })

/** All that every release printed, in order of publication, retracted ones included. */
export const history = ({ snapshot }: View): Listed[] =>
  snapshot.releases.toReversed().map(({ code }) => ({ ...listOf({ releases: [code] }), release: code }))

/** Figures list by list, in the same order in every store that holds the same, with memory for a page of them. */
export async function* figuresOf(view: View, lists: readonly Listed[], check: () => void): AsyncGenerator<FigureOf> {
  for (const { query, release } of lists)
    for await (const figure of settled(pages(view, query, check), view.snapshot.codes))
      yield release === undefined ? { figure } : { figure, release }
}

/** The columns that these figures need. They are all read for it: no statement of the store says how many changes they have. */
export async function columnsOf(view: View, lists: readonly Listed[], check: () => void): Promise<CsvOptions> {
  const used = new Set<string>()
  let changes = 0
  for (const { query } of lists)
    for await (const figure of pages(view, query, check)) {
      changes = Math.max(changes, figure.changes.length)
      for (const { dimension } of figure.categories) used.add(dimension)
    }
  const dimensions = view.snapshot.codes.dimensions.map(({ code }) => code).filter((code) => used.has(code))
  // TOTAL needs no column beside others: a figure without a category is that.
  const broken = dimensions.filter((code) => code !== 'TOTAL')
  return { dimensions: broken, changes, release: lists.some(({ release }) => release !== undefined) }
}

async function* pages(view: View, query: IndicatorQuery, check: () => void): AsyncGenerator<Indicator> {
  let after: string | null = null
  do {
    check()
    const { edges, pageInfo }: Awaited<ReturnType<View['page']>> = await view.page(query, { first: 1000, after })
    for (const { node } of edges) yield node
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
}

/**
 * The same figures, where the order of the list leaves open which comes first by the keys of their series and then by
 * when they were published: the store decides it by numbers of its own.
 */
async function* settled(figures: AsyncIterable<Indicator>, codes: CodeLists): AsyncGenerator<Indicator> {
  let tied: Indicator[] = []
  let place = ''
  for await (const figure of figures) {
    const here = placeOf(figure, codes)
    if (here !== place) {
      yield* tied.sort(bySeries)
      tied = []
    }
    place = here
    tied.push(figure)
  }
  yield* tied.sort(bySeries)
}

function placeOf({ period, metric, categories }: Indicator, codes: CodeLists): string {
  const first = Math.min(...categories.map((category) => codes.category(category)?.rank ?? 0))
  return `${period.ordinal} ${metric} ${first}`
}

function bySeries(a: Indicator, b: Indicator): number {
  if (a.series.key !== b.series.key) return a.series.key < b.series.key ? -1 : 1
  return a.knownFrom.getTime() - b.knownFrom.getTime() || (a.release.code < b.release.code ? -1 : 1)
}
