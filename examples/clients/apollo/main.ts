import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { graphql } from './gql/index.js'

const ReleaseFigures = graphql(`
  query ReleaseFigures($code: String!, $after: String) {
    release(code: $code) {
      id
      title
      indicators(first: 8, after: $after) {
        edges {
          node {
            id
            metric { id name }
            category { id name }
            formatted
            yoyChange
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

const MetricName = graphql(`
  fragment MetricName on Metric {
    id
    name
  }
`)

// Objects are cached once, by id. Each filter has its own list, to which fetched pages are appended: query `edges` instead
// of `nodes`, because only edges are merged.
const pages = relayStylePagination(['filter', 'orderBy'])
const client = new ApolloClient({
  link: new HttpLink({ uri: 'http://127.0.0.1:4000/graphql' }),
  cache: new InMemoryCache({
    possibleTypes: {
      Node: ['Category', 'Dataset', 'Dimension', 'Finding', 'Indicator', 'Metric', 'Release', 'Series'],
      SearchTarget: ['Category', 'Dataset', 'Metric', 'Release'],
    },
    typePolicies: {
      Query: { fields: { indicators: pages } },
      Release: { fields: { indicators: pages } },
    },
  }),
})

const variables = { code: 'CN-GACC-2023-ANNUAL' }
const figures = client.watchQuery({ query: ReleaseFigures, variables })
figures.subscribe({}) // as a page does that shows them
let { data } = await client.query({ query: ReleaseFigures, variables })
for (let page = data?.release?.indicators; page?.pageInfo.hasNextPage; page = data?.release?.indicators)
  ({ data } = await figures.fetchMore({ variables: { after: page.pageInfo.endCursor } }))

const release = client.readQuery({ query: ReleaseFigures, variables })?.release
console.log(release?.title)
for (const { node } of release?.indicators.edges ?? [])
  console.log(
    `${node.metric.name} | ${node.category.name} | ${node.formatted ?? 'no level printed'} | ${node.yoyChange ?? '-'}`,
  )

const first = release?.indicators.edges[0]?.node
const kept = first && client.readFragment({ fragment: MetricName, from: first.metric })
console.log(`By its id: ${kept?.name}`)
client.stop()
