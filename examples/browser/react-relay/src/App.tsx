import { graphql, useLazyLoadQuery } from 'react-relay'
import type { AppQuery } from './__generated__/AppQuery.graphql'
import { Chart } from './Chart'
import { Figures } from './Figures'

export function App() {
  // One query with what all components ask for in their fragments.
  const query = useLazyLoadQuery<AppQuery>(
    graphql`
      query AppQuery {
        ...Chart_exports
        ...Figures_exports
      }
    `,
    {},
  )
  return (
    <>
      <h1>China's exports, CNY billion</h1>
      <Chart query={query} />
      <h2>China and its provinces, January to May 2024</h2>
      <Figures query={query} />
    </>
  )
}
