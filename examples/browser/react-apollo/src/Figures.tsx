import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
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
  const { data, error, loading, fetchMore } = useQuery(ExportsPage)
  const [failure, setFailure] = useState<Error>()
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
      {failure && <p role="alert">{failure.message}</p>}
      {pageInfo.hasNextPage && (
        <button
          type="button"
          disabled={loading}
          onClick={() => fetchMore({ variables: { after: pageInfo.endCursor } }).catch(setFailure)}
        >
          More
        </button>
      )}
    </>
  )
}
