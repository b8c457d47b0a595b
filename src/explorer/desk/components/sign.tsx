import type { ReactNode } from 'react'

const signs: Readonly<Record<string, string>> = {
  ...{ CONFIRMED: '✓', PLAIN: '·', CONTRADICTED: '≠', NOT_PLACED: '?' },
  ...{ AGREES: '✓', WITHIN_ROUNDING: '≈', REVISED_SINCE: '↻', DISAGREES: '≠', NOT_FOUND: '?' },
}

interface SignProps {
  readonly of: string
  readonly name: string
  readonly help: string
}

export function Sign({ of, name, help }: SignProps): ReactNode {
  return (
    <span className="class-mark" data-class={of} role="img" aria-label={name} title={help}>
      {signs[of]}
    </span>
  )
}
