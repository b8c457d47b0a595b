import type { ReactNode } from 'react'
import { sparklineOf } from '../charts/sparkline.js'

interface SparklineProps {
  readonly values: readonly (string | null)[]
  readonly size: readonly [width: number, height: number]
  readonly hasArea?: boolean
}

export function Sparkline({ values, size: [width, height], hasArea = false }: SparklineProps): ReactNode {
  const { path, end } = sparklineOf(values, width, height)
  if (path === '' || end === null) return null
  const isWhole = path.lastIndexOf('M') === 0
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="sparkline" aria-hidden="true">
      {hasArea && isWhole && (
        <path className="area" d={`${path.replace(/^M([\d.]+)/, `M$1,${height}L$1`)}L${end[0]},${height}Z`} />
      )}
      <path d={path} />
      <circle cx={end[0]} cy={end[1]} r="2.2" />
    </svg>
  )
}
