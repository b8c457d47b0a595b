import { graphql } from '../gql'

export const ExportsByMonth = graphql(`
  query ExportsByMonth {
    series(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], frequency: [MONTHLY] }, unit: CNY_BILLION) {
      periods
      rows {
        values
      }
    }
  }
`)

export const ExportsPage = graphql(`
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
      nodes {
        id
        period
        category {
          name
        }
        value(unit: CNY_BILLION)
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
