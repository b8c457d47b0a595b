import { Environment, type FetchFunction, fetchQuery, Network, RecordSource, Store } from 'relay-runtime'
import { waitForFragmentData } from 'relay-runtime/experimental'
import Figures, { type documentsFigures$key } from './__generated__/documentsFigures.graphql'
import PageQuery, { type documentsFiguresPageQuery } from './__generated__/documentsFiguresPageQuery.graphql'
import ReleaseQuery, { type documentsReleaseQuery } from './__generated__/documentsReleaseQuery.graphql'

const ask: FetchFunction = async ({ text: query }, variables) => {
  const response = await fetch('http://127.0.0.1:4000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  return response.json()
}

const environment = new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) })
const held = (release: documentsFigures$key) => waitForFragmentData(environment, Figures, release)

// Refetches the release by its id: the next page of its list, or the first page again.
const page = (id: string, count: number, cursor?: string | null) =>
  fetchQuery<documentsFiguresPageQuery>(environment, PageQuery, { id, count, cursor }).toPromise()

async function main() {
  const variables = { code: 'CN-GACC-2023-ANNUAL' }
  const found = await fetchQuery<documentsReleaseQuery>(environment, ReleaseQuery, variables).toPromise()
  const release = found?.release
  if (!release) throw new Error('There is no such release.')

  let { id, indicators } = await held(release)
  while (indicators.pageInfo.hasNextPage) {
    await page(id, 8, indicators.pageInfo.endCursor)
    indicators = (await held(release)).indicators
  }
  console.log(release.title)
  for (const { node } of indicators.edges)
    console.log(
      `${node.metric.name} | ${node.category.name} | ${node.formatted ?? 'no level printed'} | ${node.yoyChange ?? '-'}`,
    )

  await page(id, 3)
  console.log(`Fetched again, by its id: ${(await held(release)).indicators.edges.length} figures`)
}

main()
