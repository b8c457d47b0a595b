import type {
  Agreement,
  FindingKind,
  Frequency,
  ObservationStatus,
  Qualifier,
  ReleaseStage,
  Severity,
} from '../../generated/gql/explorer/graphql.js'
import type { Span } from '../data/period.js'
import type { Chart } from '../data/state.js'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = (number: number): string => months[number - 1] ?? ''
const day = (date: string): string =>
  `${Number(date.slice(8, 10))} ${month(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`

/** Every word of the page, in English. Numbers come in as text. */
export const en = {
  /** As the attribute lang has it. */
  tag: 'en',
  period: ({ frequency, year, first, last }: Span): string => {
    if (frequency === 'ANNUAL') return year
    if (frequency === 'HALF_YEARLY') return `H${last / 6} ${year}`
    if (frequency === 'QUARTERLY') return `Q${last / 3} ${year}`
    return last === first ? `${month(last)} ${year}` : `${month(first)}–${month(last)} ${year}`
  },
  day,
  qualified: { EXACT: '#', OVER: 'over #', UNDER: 'under #', ABOUT: 'about #' } satisfies Record<Qualifier, string>,
  /** What a thing is, and which: "Exports, 2023". */
  parts: (texts: readonly string[]): string => texts.join(', '),
  listed: (texts: readonly string[]): string => texts.join(', '),
  between: (low: string, high: string): string => `between ${low} and ${high}`,
  above: (low: string): string => `more than ${low}`,
  below: (high: string): string => `less than ${high}`,
  percent: (number: string): string => `${number} %`,
  points: (number: string): string => `${number} percentage points`,

  site: 'Trade indicators',
  skip: 'Skip to the figures',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  graphiql: 'GraphQL',

  latest: 'Latest release',
  release: 'Release',
  otherRelease: 'Show a release',
  noRelease: (code: string): string => `There is no release ${code} in this store: choose another.`,
  retracted: (date: string, reason: string): string => `Taken back on ${day(date)}: ${reason}`,
  published: (date: string): string => `published ${day(date)}`,
  stages: {
    FLASH: 'first figures',
    MONTHLY: 'monthly figures',
    REVISED: 'revised figures',
    YEARBOOK: 'yearbook',
  } satisfies Record<ReleaseStage, string>,
  headline: 'Headline figures',
  onYear: (change: string): string => `${change} on a year before`,
  shareOf: (share: string): string => `${share} share`,
  allPrinted: (shown: number, count: number): string =>
    shown < count ? `The first ${shown} of ${count} figures of this release` : `All ${count} figures of this release`,
  releaseFile: 'All of it as a file',
  moreReleases: (shown: number, count: number): string => `the newest ${shown} of ${count}: GraphQL has them all`,
  metric: 'Metric',
  noLevel: 'no level printed',
  findings: (count: number): string =>
    count === 0 ? 'Nothing in it fails to add up' : `${count} ${count === 1 ? 'thing does' : 'things do'} not add up`,
  findingsMore: (shown: number, count: number): string =>
    `The first ${shown} of ${count}. GraphQL has them all: findings(release: …).`,
  severities: { INFO: 'Note', WARNING: 'Warning', ERROR: 'Error' } satisfies Record<Severity, string>,
  kinds: {
    TOTAL_MISMATCH: 'A figure is not what it is made of',
    PARTS_EXCEED_WHOLE: 'A part exceeds its whole',
    SHARE_MISMATCH: 'A share does not fit',
    GROWTH_MISMATCH: 'Growth does not fit',
    BASE_REVISED: 'Its base was revised',
    YEAR_TO_DATE_MISMATCH: 'A month is not what the year to date makes',
    REVISION_SUSPECT: 'A revision is suspect',
    UNIT_SUSPECT: 'A unit is suspect',
    DUPLICATE: 'Printed twice',
    UNKNOWN_CODE: 'An unknown code',
    UNREADABLE_CELL: 'A cell cannot be read',
  } satisfies Record<FindingKind, string>,
  figureOf: 'The figure',
  source: 'Source',
  sourceIs: (citation: string): string => `Source: ${citation}.`,
  cite: 'Cite as',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied: try again',

  explore: 'Explore the figures',
  sideBySide: 'Side by side',
  oneMetric: 'One metric',
  by: 'Broken down by',
  notBroken: 'not broken down',
  categories: 'Categories',
  allCategories: (count: number): string => `all ${count}`,
  someCategories: (count: number, of: number): string => `${count} of ${of}`,
  searchCategories: 'Find a category',
  noCategory: 'None has such a name.',
  chooseAll: 'All',
  chooseTop: 'Top level only',
  group: 'group',
  unfold: (name: string): string => `Show what is below ${name}`,
  every: 'Frequency',
  frequencies: {
    ANNUAL: 'Years',
    HALF_YEARLY: 'Half years',
    QUARTERLY: 'Quarters',
    MONTHLY: 'Months',
    YEAR_TO_DATE: 'Years to date',
  } satisfies Record<Frequency, string>,
  from: 'From',
  to: 'To',
  unit: 'Unit',
  asOf: 'As known on',
  asOfNow: 'now, unless a day is given',
  startAgain: 'Start again',
  chart: 'Chart',
  charts: { bars: 'Bars', lines: 'Lines', growth: 'Growth', shares: 'Shares' } satisfies Record<Chart, string>,
  turn: 'Swap rows and columns',

  titleOf: (metrics: readonly string[], by: string | null): string => {
    const named = metrics.map((metric, index) => (index === 0 ? metric : metric.toLowerCase())).join(', ')
    return by === null ? named : `${named} by ${by.toLowerCase()}`
  },
  titleSpan: (from: string, to: string): string => (from === to ? from : `${from} to ${to}`),
  knownOn: (date: string): string => `as known on ${day(date)}`,
  chartSays: (chart: string, title: string): string => `${chart}: ${title}. The table below says the same.`,
  growthUnit: 'percent, on the same period of a year before',
  shareUnit: 'percent of the total',
  printed: 'printed',
  computed: 'computed',
  computedMark: 'computed from the printed levels; in colour where it is not the printed number',
  seriesCut: (shown: number, of: number): string =>
    `${shown} of ${of} series are shown: choose categories to see others.`,
  showMore: (count: number): string => `Show ${count}`,
  barsCut: (shown: number, of: number): string =>
    `Drawn are the last ${shown} of ${of} periods: choose fewer periods or categories to see others. The table has them all.`,
  linesCut: (shown: number, of: number): string =>
    `Drawn are the first ${shown} of ${of} series: choose categories to see others. The table has them all.`,
  onePeriod: 'A line needs two periods: choose an earlier one under From.',
  sharesOverlap: 'Categories may overlap: shares need not add up to 100 %.',
  nothingDrawn: 'No such number was printed or can be computed for what is chosen.',

  table: 'Table',
  periodHead: 'Period',
  growthPrinted: 'growth, printed, %',
  growthComputed: 'growth, computed, %',
  sharePrinted: 'share, printed, %',
  shareComputed: 'share, computed, %',
  tableHelp: 'Each number leads to its source, its bounds and its history.',
  statuses: {
    NORMAL: 'normal',
    PRELIMINARY: 'preliminary',
    FINAL: 'final',
    REVISED: 'revised',
    ESTIMATED: 'estimated',
    BREAK: 'break in the series',
    NIL: 'nil',
    NOT_APPLICABLE: 'not applicable',
    MISSING: 'no level printed',
    CONFIDENTIAL: 'confidential',
  } satisfies Record<ObservationStatus, string>,
  noFigure: 'no figure',
  agreements: {
    AGREES: 'Computed from the printed levels, it is the printed number.',
    ROUNDING: 'It differs, and the rounding of the printed numbers explains that.',
    BASE_REVISED:
      'It differs: what it is computed from was printed by several releases, and has been revised since, or is measured otherwise.',
    DISAGREES: 'It differs, though one release printed all of it.',
    NOT_REPORTED: 'Nothing was printed.',
    NOT_COMPUTABLE: 'It cannot be computed from what was printed.',
  } satisfies Record<Agreement, string>,
  agreementMarks: {
    ROUNDING: 'differs by rounding',
    BASE_REVISED: 'disagrees: the base was revised',
    DISAGREES: 'disagrees',
  } as Readonly<Partial<Record<Agreement, string>>>,
  explain: (printed: string, computed: string, range: string): string =>
    `Printed ${printed}, computed ${computed} (${range}).`,
  growthFrom: (base: string, period: string): string => `Computed from ${base} in ${period}.`,
  impliedBase: (growth: string, range: string, base: string): string =>
    `Growth of ${growth} means that the year before was ${range}; printed was ${base}.`,

  figure: {
    close: 'Close',
    value: 'Value',
    bounds: 'Stands for',
    status: 'Status',
    flags: 'Flags of the office',
    growth: 'Growth on a year before',
    share: 'Share',
    shareOf: (base: string): string => `of ${base}`,
    shareChange: 'Change of the share on a year before',
    contribution: 'Contribution to growth',
    since: (period: string): string => `Change since ${period}`,
    note: 'Note',
    members: 'Members',
    history: 'History',
    historyHelp: 'Every version that a release printed, the oldest first.',
    printedBy: 'Printed by',
    confirmedBy: 'Printed again, unchanged, by',
    known: 'The newest',
    knownBetween: (from: string, to: string | null): string =>
      to === null ? `since ${day(from)}` : `${day(from)} to ${day(to)}`,
    never: 'never the newest',
    retracted: 'taken back',
    gone: 'There is no such figure in this store.',
    noUrl: 'No address is kept with this release.',
  },

  takeAway: 'Take it away',
  figuresFile: 'The figures, whole, with notes and whom to cite',
  tableFile: 'The table of levels',
  behind: 'The query behind what is shown',
  openInGraphiql: 'Open in GraphiQL',
  copyQuery: 'Copy as TypeScript',
  copyHelp: 'A whole program: it compiles without any package, and “npx tsx query.ts” runs it.',
  showQuery: 'Show query and variables',
  link: 'Copy a link to this view',

  loading: 'Loading …',
  empty: 'There are no figures for what is chosen.',
  emptyHelp: 'Take back a choice, or start again.',
  offline: 'The server cannot be reached.',
  offlineHelp: 'What is shown is what was known before. The page keeps asking.',
  busy: 'The server has too much to do, or took too long.',
  busyHelp: 'The page asks again in a moment. Else choose less.',
  refused: 'The server refuses the question:',
  didYouMean: 'Possible are:',
  tryAgain: 'Try again',
  arrived: (title: string): string => `A release has come in, and the figures are up to date: ${title}.`,
  takenBack: (title: string): string => `A release has been taken back, and the figures are up to date: ${title}.`,
  showIt: 'Show it',
  broken: 'The page has failed.',
  brokenHelp: 'Load it again; where that does not help, start again.',
  footer: 'Numbers are exact, as they were printed; nothing printed is overwritten.',
  schema: 'Schema',
}

/** The words of a language. */
export type Words = typeof en
