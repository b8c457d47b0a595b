import { GraphQLClient } from 'graphql-request'
import { graphql } from './gql/index.js'

const ReleaseFigures = graphql(`
  query ReleaseFigures($code: String!) {
    release(code: $code) {
      title
      indicators {
        nodes {
          metric { name }
          category { name }
          formatted
          yoyChange
        }
      }
    }
  }
`)

const client = new GraphQLClient('http://127.0.0.1:4000/graphql')

const { release } = await client.request(ReleaseFigures, { code: 'CN-GACC-2023-ANNUAL' })
console.log(release?.title)
for (const { metric, category, formatted, yoyChange } of release?.indicators.nodes ?? [])
  console.log(`${metric.name} | ${category.name} | ${formatted ?? 'no level printed'} | ${yoyChange ?? '-'}`)
