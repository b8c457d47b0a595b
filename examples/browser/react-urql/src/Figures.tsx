import { useState } from 'react'
import { useQuery } from 'urql'
import { exact } from './exact'
import { graphql } from './gql'

const ExportsPage = graphql(`
  query ExportsPage($after: String) {
    indicators(
      filter: {
        metrics: ["EXPORTS"]
        dimensions: ["TOTAL", "LOCATION"]
        frequency: [MONTHLY]
        from: "2024-01"
        to: "2024-05"
      }
      after: $after
    ) {
      totalCount
      edges {
        node {
          id
          period
          category {
            id
            name
          }
          value(unit: CNY_BILLION)
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export function Figures() {
  const [after, setAfter] = useState<string | null>(null)
  // The cache answers with the pages up to this one, as one list.
  const [{ data, error, fetching, stale }] = useQuery({ query: ExportsPage, variables: { after } })
  if (!data?.indicators) return <p role="status">{error?.message ?? 'Loading …'}</p>
  const { totalCount, edges, pageInfo } = data.indicators
  return (
    <>
      <p role="status">
        {edges.length} of {totalCount}
      </p>
      <ol>
        {edges.map(({ node }) => (
          <li key={node.id}>
            {node.category.name}, {node.period}: {exact(node.value)}
          </li>
        ))}
      </ol>
      {error && <p role="alert">{error.message}</p>}
      {pageInfo.hasNextPage && (
        <button type="button" disabled={fetching || stale} onClick={() => setAfter(pageInfo.endCursor)}>
          More
        </button>
      )}
    </>
  )
}
