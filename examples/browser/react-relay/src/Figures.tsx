import { useState } from 'react'
import { graphql, usePaginationFragment } from 'react-relay'
import type { Figures_exports$key } from './__generated__/Figures_exports.graphql'
import type { FiguresPageQuery } from './__generated__/FiguresPageQuery.graphql'
import { exact } from './exact'

export function Figures({ query }: { query: Figures_exports$key }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<FiguresPageQuery, Figures_exports$key>(
    graphql`
      fragment Figures_exports on Query
      @refetchable(queryName: "FiguresPageQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 50 }, cursor: { type: "String" }) {
        indicators(
          filter: {
            metrics: ["EXPORTS"]
            dimensions: ["TOTAL", "LOCATION"]
            frequency: [MONTHLY]
            from: "2024-01"
            to: "2024-05"
          }
          first: $count
          after: $cursor
        ) @connection(key: "Figures_indicators") {
          totalCount
          edges {
            node {
              id
              period
              category {
                name
              }
              value(unit: CNY_BILLION)
            }
          }
        }
      }
    `,
    query,
  )
  const [failure, setFailure] = useState<Error | null>(null)
  if (!data.indicators) return null
  const { totalCount, edges } = data.indicators
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
      {hasNext && (
        <button type="button" disabled={isLoadingNext} onClick={() => loadNext(50, { onComplete: setFailure })}>
          More
        </button>
      )}
    </>
  )
}
