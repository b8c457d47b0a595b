import type { ReactNode } from 'react'

const shapes = [
  'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  'M1.5 1.5h7v7h-7z',
  'M5 1l4.4 8H.6z',
  'M5 .3L9.7 5 5 9.7.3 5z',
  'M3.7 1h2.6v2.7H9v2.6H6.3V9H3.7V6.3H1V3.7h2.7z',
  'M5 .4l1.3 3.1 3.3.3-2.5 2.2.8 3.3L5 7.5 2.1 9.3l.8-3.3L.4 3.8l3.3-.3z',
] as const

export const Marker = ({ colour }: { colour: number | null }): ReactNode => (
  <svg viewBox="0 0 10 10" width="10" height="10" className="marker" data-colour={colour ?? 0} aria-hidden="true">
    <path d={shapes[(colour ?? 0) - 1] ?? shapes[0]} />
  </svg>
)
