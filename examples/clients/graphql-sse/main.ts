import { print } from 'graphql'
import { createClient } from 'graphql-sse'
import type { FiguresPublishedSubscription } from './gql/graphql.js'
import { graphql } from './gql/index.js'

const FiguresPublished = graphql(`
  subscription FiguresPublished($since: Int) {
    releasePublished(sinceVersion: $since) {
      title
      version
      retractedAt
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

const client = createClient({ url: 'http://127.0.0.1:4000/graphql', retryAttempts: 0 })

// Releases published after the last version received come first.
let since = 0
for (;;) {
  const events = client.iterate<FiguresPublishedSubscription>({ query: print(FiguresPublished), variables: { since } })
  try {
    for await (const { data, errors } of events) {
      if (!data) throw new Error(errors?.map(({ message }) => message).join('\n'))
      const { title, version, retractedAt, indicators } = data.releasePublished
      since = version
      console.log(retractedAt === null ? title : `${title}, retracted`)
      for (const { metric, category, formatted, yoyChange } of indicators.nodes)
        console.log(`${metric.name} | ${category.name} | ${formatted ?? 'no level printed'} | ${yoyChange ?? '-'}`)
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  await new Promise((resolve) => setTimeout(resolve, 1000))
}
