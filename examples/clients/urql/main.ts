import { Client, cacheExchange, fetchExchange } from '@urql/core'
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

const client = new Client({
  url: 'http://127.0.0.1:4000/graphql',
  exchanges: [cacheExchange, fetchExchange],
})

const { data, error } = await client.query(ReleaseFigures, { code: 'CN-GACC-2023-ANNUAL' })
if (!data) throw error
console.log(data.release?.title)
for (const { metric, category, formatted, yoyChange } of data.release?.indicators.nodes ?? [])
  console.log(`${metric.name} | ${category.name} | ${formatted ?? 'no level printed'} | ${yoyChange ?? '-'}`)
