/** How many figures each release of a soak prints: all of them are the version that it makes. */
export const figures = 20

const period = '2031'
const categories = Array.from({ length: figures }, (_, n) => `A${n % 10}_${n % 9}`)

/** The figures of the release that makes a version, in the tidy format. */
export const releaseOf = (version: number): string =>
  ['metric,dimension,category,period,value,unit']
    .concat(categories.map((code, n) => `METRIC_${1 + Math.floor(n / 10)},A,${code},${period},${version},CNY`))
    .join('\n')
    .concat('\n')

/** Of all that the releases printed, what is known now; and how many releases and which version there is. */
export const query = `query ($least: Decimal) { store { version } releases { totalCount }
  indicators(filter: { metrics: ["METRIC_1", "METRIC_2"], dimensions: ["A"], periods: ["${period}"], value: { gte: $least } }, first: 50) {
    totalCount nodes { metric { code } category { code name } value formatted release { code } } } }`

/** The code of the release that makes a version. */
export const codeOf = (version: number): string => `SOAK-${version}`

interface Data {
  readonly store: { readonly version: number }
  readonly releases: { readonly totalCount: number }
  readonly indicators: {
    readonly totalCount: number
    readonly nodes: readonly { readonly value: string; readonly release: { readonly code: string } }[]
  }
}

/** Whether an answer holds all that belongs to a version, and nothing of another: the first release made version 2. */
export function right({ store, releases, indicators }: Data, version: number): boolean {
  const { totalCount, nodes } = indicators
  return (
    store.version === version &&
    releases.totalCount === version - 1 &&
    totalCount === figures &&
    nodes.length === figures &&
    nodes.every(({ value, release }) => value === `${version}` && release.code === codeOf(version))
  )
}
