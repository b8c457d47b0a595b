import type {
  Agreement,
  FindingKind,
  ObservationStatus,
  Qualifier,
  ReleaseStage,
} from '../../generated/gql/explorer/graphql.js'
import type { Chart, Form } from '../data/state.js'
import { chartInEnglish } from './en-chart.js'
import { pageInEnglish } from './en-page.js'
import { panelsInEnglish } from './en-panels.js'
import { pictureInEnglish } from './en-picture.js'
import { recordsInEnglish } from './en-records.js'
import {
  dayInEnglish as day,
  following as followingInEnglish,
  levelInEnglish,
  periodInEnglish,
  tickInEnglish,
  titleInEnglish,
} from './en-title.js'
import type { TitleParts } from './title.js'

/** The English texts of the page. Numbers are passed as formatted text. */
export const en = {
  tag: 'en',
  period: periodInEnglish,
  /** The text of a period on an axis that states the year apart. */
  tick: tickInEnglish,
  title: (parts: TitleParts): string => titleInEnglish(parts),
  level: levelInEnglish,
  drawing: chartInEnglish,
  page: pageInEnglish,
  panels: panelsInEnglish,
  records: recordsInEnglish,
  picture: pictureInEnglish,
  day,
  text: <T>({ en }: { readonly en: T; readonly zh: T }): T => en,
  joined: (before: string, number: string, after: string): string =>
    [before, number, after].filter((text) => text !== '').join(' '),
  /** Writes a unit after a number: " billion yuan", "亿元". */
  afterNumber: (unit: string): string => ` ${unit}`,
  qualified: { EXACT: '#', OVER: 'over #', UNDER: 'under #', ABOUT: 'about #' } satisfies Record<Qualifier, string>,
  /** Joins a name and its qualifications: "Exports, 2023". */
  parts: (texts: readonly string[]): string => texts.join(', '),
  listed: (texts: readonly string[]): string => texts.join(', '),
  following: (name: string, index: number): string => followingInEnglish(name, index),
  labelled: (label: string, text: string): string => `${label}: ${text}`,
  between: (low: string, high: string): string => `between ${low} and ${high}`,
  above: (low: string): string => `more than ${low}`,
  below: (high: string): string => `less than ${high}`,
  percent: (number: string): string => `${number}%`,
  points: (number: string): string => `${number} percentage points`,

  site: 'Trade indicators',
  skip: 'Skip to the figures',
  language: 'Language',

  release: 'Release',
  retracted: (date: string, reason: string): string => `Retracted on ${day(date)}: ${reason}`,
  published: (date: string): string => `published ${day(date)}`,
  stages: {
    FLASH: 'first figures',
    MONTHLY: 'monthly figures',
    REVISED: 'revised figures',
    YEARBOOK: 'yearbook',
  } satisfies Record<ReleaseStage, string>,
  onYear: (change: string): string => `${change} year on year`,
  metric: 'Metric',
  noLevel: 'no level printed',
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
  cite: 'Cite as',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Could not copy. Try again.',

  explore: 'Explore the figures',
  group: 'group',
  every: 'Frequency',
  to: 'To',
  unit: 'Unit',
  startAgain: 'Start again',
  chart: 'Chart',
  charts: {
    line: 'Line',
    bar: 'Bar',
    stacked: 'Stacked',
    multiples: 'Small multiples',
    heat: 'Heat',
    map: 'Map',
    slope: 'Slope',
    rates: 'Growth',
    table: 'Table',
  } satisfies Record<Chart, string>,
  forms: {
    level: 'level',
    growth: 'growth on a year earlier',
    change: 'growth on the preceding period',
    share: 'share of the total',
    index: 'index',
    cumulative: 'cumulative from January',
    single: 'single months',
    balance: 'balance of trade',
    contribution: 'contribution to growth',
  } satisfies Record<Form, string>,
  /** The unit of the numbers in a form; `unit` is that of the API. */
  shownUnit: (form: Form, unit: string): string =>
    ({
      ...{ level: unit, cumulative: unit, single: unit, balance: unit },
      ...{ growth: '%', change: '%', share: '%', contribution: 'percentage points', index: 'index' },
    })[form],
  whole: (metric: string): string => `${metric}, total`,
  turn: 'Swap rows and columns',

  printed: 'printed',
  computed: 'computed',

  table: 'Table',
  periodHead: 'Period',
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
    printedBy: 'Release',
    confirmedBy: 'Printed again, unchanged, in',
    knownBetween: (from: string, to: string | null): string =>
      to === null ? `since ${day(from)}` : `${day(from)} to ${day(to)}`,
    never: 'never current',
    retracted: 'retracted',
    gone: 'This figure does not exist.',
    noUrl: 'No web address is stored for this release.',
  },

  loading: 'Loading …',
  empty: 'No figures match this selection.',
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
}

export type Words = typeof en
