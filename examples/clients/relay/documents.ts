import { graphql } from 'relay-runtime'

graphql`
  query documentsReleaseQuery($code: String!) {
    release(code: $code) {
      title
      ...documentsFigures
    }
  }
`

graphql`
  fragment documentsFigures on Release
  @refetchable(queryName: "documentsFiguresPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 8 }, cursor: { type: "String" }) {
    indicators(first: $count, after: $cursor) @connection(key: "documentsFigures_indicators") {
      edges {
        node {
          metric { name }
          category { name }
          formatted
          yoyChange
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`
