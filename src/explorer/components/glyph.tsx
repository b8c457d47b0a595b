import type { ReactNode } from 'react'

const strokes = {
  down: 'M5 8l5 5 5-5',
  check: 'M4 10.5l4 4 8-9',
  edit: 'M4 16l1-4 8-8 3 3-8 8-4 1',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 6v4.5l3 1.5',
  search: 'M9 3a6 6 0 1 1 0 12a6 6 0 0 1 0-12M13.5 13.5L17.5 17.5',
  download: 'M10 3v10M6 9.5l4 4 4-4M4 17h12',
  share: 'M9 4H4v12h12v-5M12 3h5v5M17 3l-8 8',
  code: 'M7 5l-5 5 5 5M13 5l5 5-5 5',
  flag: 'M5 18V3h10l-2.5 4L15 11H5',
  link: 'M11 3h6v6M17 3l-8 8M8 4H4v12h12v-4',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'M5 5l10 10M15 5L5 15',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z',
  line: 'M2 14l5-6 4 4 7-8',
  slope: 'M4 15L16 5M4 8l12 5',
  map: 'M2.5 5l5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.500 3v12M12.500 5v12',
  rates: 'M3 10h14M6 5v10M10 8v7M14 3v9',
  table: 'M2.500 3.500h15v13h-15zM2.500 8h15M8 8v8.500',
} as const

const fills = {
  bar: 'M3 3h13v3H3zM3 8.500h9v3H3zM3 14h5v3H3z',
  stacked: 'M2 14l5-3 4 1.500L18 8v9H2zM2 12l5-5 4 2 7-6v4l-7 4-4-1.500-5 3z',
  heat: 'M3 3h4v4H3zM8 8h4v4H8zM13 3h4v4h-4zM3 13h4v4H3zM13 13h4v4h-4zM8 3h4v4H8z',
  multiples: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z',
  play: 'M6 4l10 6-10 6z',
  pause: 'M5 4h4v12H5zM11 4h4v12h-4z',
} as const

export type GlyphName = keyof typeof strokes | keyof typeof fills

export function Glyph({ name, size = 16 }: { name: GlyphName; size?: number }): ReactNode {
  const isFilled = name in fills
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      className={isFilled ? 'glyph filled' : 'glyph'}
      aria-hidden="true"
    >
      <path d={isFilled ? fills[name as keyof typeof fills] : strokes[name as keyof typeof strokes]} />
    </svg>
  )
}
