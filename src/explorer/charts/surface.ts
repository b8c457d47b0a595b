export interface Palette {
  readonly card: string
  readonly ink: string
  readonly quiet: string
  readonly grid: string
  readonly rule: string
  readonly series: readonly string[]
  readonly others: string
  readonly othersText: string
  readonly bar: string
  readonly barSoft: string
  readonly up: string
  readonly down: string
  readonly aged: string
  readonly alarm: string
  /** Holds nine shades from far below to far above the middle. */
  readonly heat: readonly string[]
}

/** The room for a chart, in pixels; `measure` returns the width of a text in the font of the charts. */
export interface Room {
  readonly width: number
  readonly measure: (text: string, size: number, weight: 400 | 500 | 600 | 650) => number
}

export interface Surface extends Room {
  readonly height: number
  readonly document: Document
  readonly palette: Palette
}
