import { rounded, signed } from '../../data/number.js'
import { agreementSign } from '../../data/table/grid.js'
import type { ChartPoint } from '../model.js'

export interface RateText {
  readonly text: string
  readonly isComputed: boolean
  readonly isDisputed: boolean
}

/** Writes the printed growth, or else the computed one with as many decimals as its bounds allow. */
export function growthText({ growth }: Pick<ChartPoint, 'growth'>): RateText | null {
  const { reported, value } = growth
  const isDisputed = agreementSign(growth) === '≠'
  if (reported !== null) return { text: `${signed(reported)}%${isDisputed ? ' ≠' : ''}`, isComputed: false, isDisputed }
  if (value === null) return null
  return { text: `≈ ${signed(certain(growth))}%`, isComputed: true, isDisputed: false }
}

export function shareText({ share }: Pick<ChartPoint, 'share'>): string | null {
  const { reported, value } = share
  if (reported !== null) return `${reported}%`
  return value === null ? null : `${certain(share)}%`
}

export const growthOf = ({ growth }: Pick<ChartPoint, 'growth'>): string | null => growth.reported ?? growth.value

/** Rounds to one decimal if both bounds round to the same number, and to none if they do not. */
function certain({ value, bounds }: ChartPoint['growth']): string {
  const [low, high] = [bounds?.low ?? value, bounds?.high ?? value].map((each) => rounded(each ?? '0', 1))
  return low === high ? rounded(value ?? '0', 1) : rounded(value ?? '0', 0)
}
