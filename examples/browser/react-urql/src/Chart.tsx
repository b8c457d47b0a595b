import { useQuery } from 'urql'
import { exact } from './exact'
import { graphql } from './gql'

const ExportsByMonth = graphql(`
  query ExportsByMonth {
    series(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], frequency: [MONTHLY] }, unit: CNY_BILLION) {
      periods
      rows {
        series {
          id
        }
        values
      }
    }
  }
`)

export function Chart() {
  const [{ data, error }] = useQuery({ query: ExportsByMonth })
  if (!data?.series) return <p>{error?.message ?? 'Loading …'}</p>
  const { periods, rows } = data.series
  const values = rows[0]?.values ?? []

  // Only the places on the screen are binary numbers.
  const top = Math.max(...values.map(Number))
  const points = values.flatMap((value, at) =>
    value === null ? [] : [`${(at / (values.length - 1)) * 600 + 20},${180 - (Number(value) / top) * 160}`],
  )
  return (
    <svg viewBox="0 0 640 200" width="640" role="img" aria-label="Exports by month">
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="2" />
      <text x="20" y="198">
        {periods[0]}
      </text>
      <text x="620" y="198" textAnchor="end">
        {periods.at(-1)}: {exact(values.at(-1))}
      </text>
    </svg>
  )
}
