export const chartInEnglish = {
  others: (count: number): string => (count === 1 ? '1 other' : `${count} others`),
  share: 'Share',
  growth: 'Growth',
  revised: 'Revised since',
  now: 'known now',
  about: 'approximate',
  over: 'more than',
  under: 'less than',
  bounds: 'range that the printed number stands for',
  unitAt: (unit: string, period: string): string => (unit === '' ? period : `${period}, ${unit}`),
  total: 'off this scale, so it has no bar',
  ownScales: (fromZero: boolean, unit: string): string =>
    `${unit === '' ? '' : `${unit[0]?.toUpperCase()}${unit.slice(1)}. `}Each panel has its own scale${fromZero ? ', which begins at zero' : ''}.`,
  tiles: (what: string, isMap: boolean): string =>
    isMap
      ? `${what}. A tile for each province, roughly in its place.`
      : `${what}. A tile for each category, the largest first.`,
  growthNote: (isPrinted: boolean, isComputed: boolean): string =>
    isPrinted
      ? `Growth as the office printed it${isComputed ? '; ≈ italic where it is computed' : ''}.`
      : 'Growth is computed from the printed numbers.',
  balance: 'Balance',
  printed: 'printed',
  computed: 'computed',
  computedDiffers: 'computed, and differs',
  ownMean: 'Each period against the average of its row = 100. Numbers below 60 and from 160.',
  aroundZero: (number: string, unit: string): string => `Numbers below −${number} and from +${number} ${unit}.`,
  index: 'Numbers below 60 and from 160.',
  nothing: 'No such numbers were printed or can be computed for this selection.',
  crosshairHelp: 'Arrow keys move through the chart, Space pins, Enter opens the figure, Escape leaves.',
  enterOpens: 'Enter or click shows the source',
  only: {
    onePeriod: 'There is one period; this drawing compares several.',
    notParts: 'These series are not parts of a whole.',
    severalMetrics: 'The map shows one metric at a time.',
    noGrowth: 'No growth was printed or can be computed.',
  },
}

export type ChartWords = typeof chartInEnglish
