/** The place of a number in a drawing, in pixels. `series` is the key of the series, `period` an index. */
export interface Spot {
  readonly series: string
  readonly period: number
  readonly x: number
  readonly y: number
}

/** Locates what a drawing shows. `along` is the direction in which a pointer looks first. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly along: 'x' | 'y' | 'both'
  readonly spots: readonly Spot[]
}

export function nearest({ along, spots }: Frame, x: number, y: number): Spot | null {
  const far = (spot: Spot): readonly [number, number] => {
    const [across, down] = [Math.abs(spot.x - x), Math.abs(spot.y - y)]
    if (along === 'both') return [across * across + down * down, 0]
    return along === 'x' ? [across, down] : [down, across]
  }
  let best: { readonly spot: Spot; readonly at: readonly [number, number] } | null = null
  for (const spot of spots) {
    const at = far(spot)
    if (best === null || at[0] < best.at[0] - 0.01 || (at[0] < best.at[0] + 0.01 && at[1] < best.at[1]))
      best = { spot, at }
  }
  return best?.spot ?? null
}
