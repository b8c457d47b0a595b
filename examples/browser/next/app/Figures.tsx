'use client'
import { useState, useTransition } from 'react'
import type { ExportsPageQuery } from '../gql/graphql'
import { ask } from './ask'
import { exact } from './exact'
import { ExportsPage } from './queries'

type Figures = NonNullable<ExportsPageQuery['indicators']>

/** The first page comes with the document; the browser asks the API itself for the others. */
export function Figures({ first }: { first: Figures }) {
  const [figures, setFigures] = useState(first.nodes)
  const [pageInfo, setPageInfo] = useState(first.pageInfo)
  const [failure, setFailure] = useState<string>()
  const [fetching, startTransition] = useTransition()

  const more = () =>
    startTransition(async () => {
      try {
        const { indicators } = await ask(ExportsPage, { after: pageInfo.endCursor })
        if (!indicators) return
        setFigures([...figures, ...indicators.nodes])
        setPageInfo(indicators.pageInfo)
        setFailure(undefined)
      } catch (error) {
        setFailure(String(error))
      }
    })

  return (
    <>
      <p role="status">
        {figures.length} of {first.totalCount}
      </p>
      <ol>
        {figures.map(({ id, period, category, value }) => (
          <li key={id}>
            {category.name}, {period}: {exact(value)}
          </li>
        ))}
      </ol>
      {failure && <p role="alert">{failure}</p>}
      {pageInfo.hasNextPage && (
        <button type="button" disabled={fetching} onClick={more}>
          More
        </button>
      )}
    </>
  )
}
