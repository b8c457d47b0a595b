import type { Dimension, Metric } from '../domain/codes/codes.js'
import type { Dataset } from '../domain/codes/dataset.js'
import { periodOf } from '../domain/periods/period.js'
import { releaseCitation } from '../domain/text/citation.js'
import { inLanguage, type Language } from '../domain/text/language.js'
import { dimensionsAlone, tablePath } from '../export/short-address.js'
import { flowOf } from '../files/sdmx/components.js'
import { getOrInsert } from '../lib/memo.js'
import { cellsOf } from '../store/query/counts/cells.js'
import type { Release, Snapshot } from '../store/query/metadata-snapshot.js'
import type { Reader } from '../store/query/rows.js'

export interface Described {
  readonly dataset: Dataset
  readonly publisher: string | null
  /** The times of its first publication and of its last change in this store; null without a release. */
  readonly issued: string | null
  readonly modified: string | null
  /** The first and the last day of its periods, and the releases that are not retracted, newest first. */
  readonly days: { readonly first: string; readonly last: string } | null
  readonly releases: readonly Release[]
  readonly metrics: readonly Metric[]
  readonly tables: readonly { readonly metric: Metric; readonly dimension: Dimension; readonly path: string }[]
  readonly sdmx: string
}

/** Describes the datasets that have figures, in code list order. */
export async function describeDatasets({ rows, snapshot }: Reader): Promise<readonly Described[]> {
  const { codes, releases } = snapshot
  const daysOf = await readDays({ rows, snapshot })
  return codes.datasets.flatMap((dataset): Described[] => {
    const { contents, metrics } = codes.contentsOf(dataset)
    if (contents.length === 0) return []
    const own = releases.filter((each) => each.dataset === dataset)
    const { agency, id } = flowOf(dataset, codes)
    return [
      {
        dataset,
        publisher: own[0]?.publisher ?? dataset.agency,
        issued: own.at(-1)?.publishedAt ?? null,
        modified: latest(own.flatMap(({ importedAt, retractedAt }) => [importedAt, retractedAt ?? importedAt])),
        days: daysOf(dataset),
        releases: own.filter(({ retractedAt }) => retractedAt === null),
        metrics,
        tables: metrics.flatMap((metric) =>
          dimensionsAlone(dataset, metric, codes).map((dimension) => {
            return { metric, dimension, path: tablePath(dataset, metric, dimension) }
          }),
        ),
        sdmx: `/sdmx/v2/data/dataflow/${agency}/${id}`,
      },
    ]
  })
}

const latest = (times: readonly string[]): string | null => times.toSorted().at(-1) ?? null

/** The time that is stated where a document must have one, and the store has no release. */
export const epoch = '1970-01-01T00:00:00Z'

export const modifiedAt = ({ releases }: Pick<Snapshot, 'releases'>): string | null =>
  latest(releases.flatMap(({ importedAt, retractedAt }) => [importedAt, retractedAt ?? importedAt]))

async function readDays(view: Reader): Promise<(dataset: Dataset) => Described['days']> {
  const { breakdowns } = view.snapshot.codes
  const datasets = new Map(breakdowns.map(({ id, dataset }) => [id, dataset]))
  const found = new Map<Dataset | undefined, string[]>()
  for (const { breakdown, period, frequency, figures } of (await cellsOf(view)).all) {
    const { first, last } = periodOf(period, frequency)
    if (figures > 0) getOrInsert(found, datasets.get(breakdown), () => []).push(first, last)
  }
  return (dataset) => {
    const [first, ...others] = found.get(dataset)?.sort() ?? []
    return first === undefined ? null : { first, last: others.at(-1) ?? first }
  }
}

export const nameIn = ({ name, code }: Pick<Dataset, 'name' | 'code'>, language: Language): string =>
  inLanguage(name, language) ?? code

/** Returns the description of a dataset, or a sentence made of its metrics, since catalogues require one. */
export function descriptionIn({ dataset, metrics, publisher }: Described, language: Language): string {
  const given = inLanguage(dataset.description, language)
  if (given !== null) return given
  const names = metrics.map((metric) => nameIn(metric, language))
  const by = publisher ?? dataset.code
  return language === 'ZH'
    ? `${nameIn(dataset, 'ZH')}：${by}按发布原样公布的数据，指标包括${names.join('、')}。`
    : `${nameIn(dataset, 'EN')}: figures exactly as ${by} printed them. The metrics are ${names.join(', ')}.`
}

export const citationOf = ({ releases, dataset }: Described): string =>
  releases[0] === undefined ? dataset.code : releaseCitation(releases[0])

const exportFiles = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
} as const

interface File {
  readonly name: string
  readonly type: string
  readonly address: string
}

/** Returns the files of a whole dataset, in the formats of /export and of SDMX that any number of series fits in. */
export function filesOf({ dataset, sdmx }: Described, origin: string): readonly File[] {
  const variables = encodeURIComponent(JSON.stringify({ filter: { datasets: [dataset.code] } }))
  const exported = Object.entries(exportFiles).map(([format, type]) => {
    return { name: format, type, address: `${origin}/export?format=${format}&variables=${variables}` }
  })
  const ofSdmx = { csv: 'application/vnd.sdmx.data+csv', json: 'application/vnd.sdmx.data+json' }
  const messages = Object.entries(ofSdmx).map(([form, type]) => {
    return { name: `sdmx-${form}`, type, address: `${origin}${sdmx}?format=${form}data` }
  })
  return [...exported, ...messages]
}

export function placeName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language === 'ZH' ? 'zh-Hans' : 'en', { type: 'region' }).of(code) ?? code
  } catch {
    return code // not a code of a region
  }
}
