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

/** The English texts of the page. Numbers are passed as formatted text. */
export const en = {
  /** The value of the HTML attribute lang. */
  tag: 'en',
  period: ({ frequency, year, first, last }: Span): string => {
    if (frequency === 'ANNUAL') return year
    if (frequency === 'HALF_YEARLY') return `H${last / 6} ${year}`
    if (frequency === 'QUARTERLY') return `Q${last / 3} ${year}`
    return last === first ? `${month(last)} ${year}` : `${month(first)}–${month(last)} ${year}`
  },
  day,
  qualified: { EXACT: '#', OVER: 'over #', UNDER: 'under #', ABOUT: 'about #' } satisfies Record<Qualifier, string>,
  /** Joins a name and its qualifications: "Exports, 2023". */
  parts: (texts: readonly string[]): string => texts.join(', '),
  listed: (texts: readonly string[]): string => texts.join(', '),
  labelled: (label: string, text: string): string => `${label}: ${text}`,
  between: (low: string, high: string): string => `between ${low} and ${high}`,
  above: (low: string): string => `more than ${low}`,
  below: (high: string): string => `less than ${high}`,
  percent: (number: string): string => `${number} %`,
  points: (number: string): string => `${number} percentage points`,

  site: 'Trade indicators',
  skip: 'Skip to the figures',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  graphiql: 'GraphQL',

  latest: 'Latest release',
  release: 'Release',
  otherRelease: 'Choose a release',
  noRelease: (code: string): string => `Release ${code} does not exist. Choose another one.`,
  retracted: (date: string, reason: string): string => `Retracted on ${day(date)}: ${reason}`,
  published: (date: string): string => `published ${day(date)}`,
  stages: {
    FLASH: 'first figures',
    MONTHLY: 'monthly figures',
    REVISED: 'revised figures',
    YEARBOOK: 'yearbook',
  } satisfies Record<ReleaseStage, string>,
  headline: 'Headline figures',
  onYear: (change: string): string => `${change} year on year`,
  shareOf: (share: string): string => `${share} share`,
  allPrinted: (shown: number, count: number): string =>
    shown < count ? `First ${shown} of ${count} figures in this release` : `All ${count} figures in this release`,
  releaseFile: 'Download this release',
  moreReleases: (shown: number, count: number): string => `Newest ${shown} of ${count} shown; the API lists all`,
  metric: 'Metric',
  noLevel: 'no level printed',
  findings: (count: number): string =>
    count === 0 ? 'No discrepancies found' : `${count} ${count === 1 ? 'discrepancy' : 'discrepancies'} found`,
  findingsMore: (shown: number, count: number): string =>
    `First ${shown} of ${count} shown; the API lists all: findings(release: …).`,
  severities: { INFO: 'Note', WARNING: 'Warning', ERROR: 'Error' } satisfies Record<Severity, string>,
  kinds: {
    TOTAL_MISMATCH: 'Total differs from its components',
    PARTS_EXCEED_WHOLE: 'Part exceeds the whole',
    SHARE_MISMATCH: 'Share does not match the levels',
    GROWTH_MISMATCH: 'Growth does not match the levels',
    BASE_REVISED: 'Base was revised',
    YEAR_TO_DATE_MISMATCH: 'Month and year to date differ',
    REVISION_SUSPECT: 'Suspect revision',
    UNIT_SUSPECT: 'Suspect unit',
    DUPLICATE: 'Printed twice',
    UNKNOWN_CODE: 'Unknown code',
    UNREADABLE_CELL: 'Unreadable cell',
  } satisfies Record<FindingKind, string>,
  figureOf: 'Figure details',
  source: 'Source',
  sourceIs: (citation: string): string => `Source: ${citation}.`,
  cite: 'Cite as',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Could not copy. Try again.',

  explore: 'Explore the figures',
  sideBySide: 'Several metrics',
  oneMetric: 'One metric',
  by: 'Broken down by',
  notBroken: 'No breakdown',
  categories: 'Categories',
  allCategories: (count: number): string => `all ${count}`,
  someCategories: (count: number, of: number): string => `${count} of ${of}`,
  searchCategories: 'Find a category',
  noCategory: 'No category found.',
  chooseAll: 'All',
  chooseTop: 'Top level only',
  group: 'group',
  unfold: (name: string): string => `Subcategories of ${name}`,
  every: 'Frequency',
  frequencies: {
    ANNUAL: 'Annual',
    HALF_YEARLY: 'Half-yearly',
    QUARTERLY: 'Quarterly',
    MONTHLY: 'Monthly',
    YEAR_TO_DATE: 'Year to date',
  } satisfies Record<Frequency, string>,
  from: 'From',
  to: 'To',
  unit: 'Unit',
  asOf: 'As of',
  asOfNow: 'Leave empty for the latest figures',
  startAgain: 'Start again',
  chart: 'Chart',
  charts: { bars: 'Bars', lines: 'Lines', growth: 'Growth', shares: 'Shares' } satisfies Record<Chart, string>,
  turn: 'Swap rows and columns',

  titleOf: (metrics: readonly string[], by: string | null): string => {
    const named = metrics.map((metric, index) => (index === 0 ? metric : metric.toLowerCase())).join(', ')
    return by === null ? named : `${named} by ${by.toLowerCase()}`
  },
  titleSpan: (from: string, to: string): string => (from === to ? from : `${from} to ${to}`),
  knownOn: (date: string): string => `as of ${day(date)}`,
  chartSays: (chart: string, title: string): string => `${chart}: ${title}. The table below shows the same figures.`,
  growthUnit: 'percent change on a year earlier',
  shareUnit: 'percent of the total',
  printed: 'printed',
  computed: 'computed',
  computedMark: 'Computed from the printed levels; coloured if it differs from the printed number',
  seriesCut: (shown: number, of: number): string =>
    `${shown} of ${of} series are shown. Choose categories to see others.`,
  showMore: (count: number): string => `Show ${count}`,
  barsCut: (shown: number, of: number): string =>
    `The chart shows the last ${shown} of ${of} periods; the table shows all. Choose fewer periods or categories to see others.`,
  linesCut: (shown: number, of: number): string =>
    `The chart shows the first ${shown} of ${of} series; the table shows all. Choose categories to see others.`,
  onePeriod: 'A line chart needs at least two periods. Choose an earlier period under From.',
  sharesOverlap: 'Categories may overlap, so shares may not add up to 100 %.',
  nothingDrawn: 'No such numbers were printed or can be computed for this selection.',

  table: 'Table',
  periodHead: 'Period',
  growthPrinted: 'printed growth, %',
  growthComputed: 'computed growth, %',
  sharePrinted: 'printed share, %',
  shareComputed: 'computed share, %',
  tableHelp: 'Select a number to see its source, bounds and history.',
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
    AGREES: 'The computed number, rounded, equals the printed one.',
    ROUNDING: 'The difference is explained by the rounding of the printed numbers.',
    BASE_REVISED:
      'The numbers disagree: the inputs come from several releases, and one has been revised or was measured differently.',
    DISAGREES: 'The numbers disagree, although all inputs come from one release.',
    NOT_REPORTED: 'No number was printed.',
    NOT_COMPUTABLE: 'The number cannot be computed from the printed figures.',
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
    `Growth of ${growth} implies that the level a year earlier was ${range}; ${base} was printed.`,

  figure: {
    close: 'Close',
    value: 'Value',
    bounds: 'Bounds',
    status: 'Status',
    flags: 'Office flags',
    growth: 'Year-on-year growth',
    share: 'Share',
    shareOf: (base: string): string => ` of ${base}`,
    shareChange: 'Year-on-year change in share',
    contribution: 'Contribution to growth',
    since: (period: string): string => `Change since ${period}`,
    note: 'Note',
    members: 'Members',
    history: 'History',
    historyHelp: 'All printed versions, oldest first.',
    printedBy: 'Release',
    confirmedBy: 'Printed again, unchanged, in',
    known: 'Current',
    knownBetween: (from: string, to: string | null): string =>
      to === null ? `since ${day(from)}` : `${day(from)} to ${day(to)}`,
    never: 'never current',
    retracted: 'retracted',
    gone: 'This figure does not exist.',
    noUrl: 'No web address is stored for this release.',
  },

  takeAway: 'Download and share',
  figuresFile: 'All figures, with notes and citations',
  tableFile: 'Table of levels',
  behind: 'Query behind this view',
  openInGraphiql: 'Open in GraphiQL',
  copyQuery: 'Copy as TypeScript',
  copyHelp: 'A complete program without dependencies. Run it with “npx tsx query.ts”.',
  showQuery: 'Show query and variables',
  link: 'Copy a link to this view',

  loading: 'Loading …',
  empty: 'No figures match this selection.',
  emptyHelp: 'Change the selection or start again.',
  offline: 'The server cannot be reached.',
  offlineHelp: 'The page shows the last known figures and keeps trying to connect.',
  busy: 'The server is busy or took too long to respond.',
  busyHelp: 'Try again in a moment, or narrow the selection.',
  refused: 'The server refused the query:',
  didYouMean: 'Valid choices:',
  tryAgain: 'Try again',
  arrived: (title: string): string => `New release: ${title}. The figures are up to date.`,
  takenBack: (title: string): string => `Release retracted: ${title}. The figures are up to date.`,
  showIt: 'Show release',
  broken: 'Something went wrong.',
  brokenHelp: 'Reload the page. If the error persists, start again.',
  footer: 'Numbers are shown exactly as printed. Printed figures are never overwritten.',
  schema: 'Schema',
}

/** The texts of the page in one language. */
export type Words = typeof en
