import type { TypedDocumentString } from './gql/graphql.js'
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

async function ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) {
  const response = await fetch('http://127.0.0.1:4000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: Result; errors?: { message: string }[] }
  if (!data) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return data
}

const { release } = await ask(ReleaseFigures, { code: 'CN-GACC-2023-ANNUAL' })
console.log(release?.title)
for (const { metric, category, formatted, yoyChange } of release?.indicators.nodes ?? [])
  console.log(`${metric.name} | ${category.name} | ${formatted ?? 'no level printed'} | ${yoyChange ?? '-'}`)
