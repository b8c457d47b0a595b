import type { ChangeKind } from '../../generated/gql/explorer/graphql.js'
import { lower } from './en-title.js'

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
const large: Readonly<Record<number, string>> = { 12: ' trillion', 9: ' billion', 6: ' million' }

export const recordsInEnglish = {
  /** Writes a number with its power of ten: "+9.49 billion". */
  brief: (number: string, power: number): string => number + (large[power] ?? ''),
  /** Returns what stands before a number, the number, and what stands after; its unit is a code or a name. */
  amount: (number: string, power: number, code: string, name: string): readonly [string, string, string] => {
    const word = large[power]?.trim() ?? ''
    return /^[A-Z]{3}$/.test(code) ? [code, number, word] : ['', number, `${word} ${name}`.trim()]
  },
  count: (count: number): string => count.toLocaleString('en'),
  /** Writes the name of a metric after that of a place: "Guangdong exports". */
  inside: lower,
  figure: (names: readonly string[]): string => names.map((name, at) => (at === 0 ? name : lower(name))).join(', '),

  findings: {
    title: 'Findings',
    said: (checks: number, revisions: number): string =>
      [
        ...(checks > 0 || revisions === 0
          ? [checks === 0 ? 'Nothing to check' : plural(checks, 'thing to check', 'things to check')]
          : []),
        ...(revisions > 0 ? [`${plural(revisions, 'revision')} by the office`] : []),
      ].join(', '),
    /** Says both counts below a chart; they are never added up. */
    badge: (checks: number, revisions: number): string =>
      [...(revisions > 0 ? [plural(revisions, 'revision')] : []), ...(checks > 0 ? [`${checks} to check`] : [])].join(
        ' · ',
      ),
    allReleases: 'All releases',
    filter: 'Which findings',
    all: 'All findings',
    triage: { CHECK: 'To check', REVISION: 'Revised by the office' },
    triageHelp: {
      CHECK: 'The numbers contradict each other: the file or the office may be wrong.',
      REVISION: 'Earlier numbers moved without notice. Nothing to do; the history keeps both.',
    },
    sizes: (count: number): string => `How large the ${plural(count, 'revision')} ${count === 1 ? 'is' : 'are'}`,
    sizesHelp: '% of the printed number, from',
    sizeName: (low: string, high: string | null, count: number): string =>
      `${plural(count, 'revision')} of ${high === null ? `${low}% or more` : low === '0' ? `less than ${high}%` : `${low}% to ${high}%`}`,
    atLeast: (percent: string): string => `${percent}% or more`,
    anySize: 'Any size',
    sortedBy: 'sorted by',
    orders: { SIZE: 'size', PLACE: 'release' },
    printed: (amount: string): string => `printed ${amount}`,
    expected: (amount: string): string => `expected ${amount}`,
    more: (count: number): string => `${plural(count, 'more', 'more')}`,
    cells: 'Figures:',
    chart: 'Show its series',
    row: (file: string, row: number, column: string | null): string =>
      `${file}, row ${row}${column === null ? '' : `, column ${column}`}`,
    none: 'No findings match.',
    clear: 'Show all',
    moved: (points: string): string => `${points} points`,
  },

  releases: {
    title: 'Releases',
    list: 'Releases, newest first',
    figures: (count: number): string => plural(count, 'figure'),
    download: 'Download this release',
    summary: 'What it says',
    longer: 'Longer',
    shorter: 'Shorter',
    whatChanged: 'What it changed',
    since: 'What has changed since',
    sinceDay: (day: string): string => `What has changed since ${day}`,
    between: (from: string, to: string): string => `What changed between ${from} and ${to}`,
    from: 'Since the end of',
    to: 'Until the end of',
    toHelp: 'Leave empty for today',
    counted: (count: number): string => (count === 0 ? 'Nothing changed.' : plural(count, 'change')),
    kinds: { ADDED: 'new', REVISED: 'revised', RETRACTED: 'no longer known' } satisfies Record<ChangeKind, string>,
    sameNumber: 'same number, other details',
    figure: 'Figure',
    kind: 'Change',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    more: (count: number): string => `Show ${count} more`,
    file: 'All changes',
    asOf: 'Show the chart as known then',
    unknown: (code: string): string => `Release ${code} does not exist.`,
    other: (count: number): string => `${plural(count, 'older release')} in the API`,
  },

  drawer: {
    printed: 'printed',
    standsFor: 'stands for',
    growthOn: (period: string): string => `Growth on ${period}`,
    shareOf: (whole: string): string => `Share of ${whole}`,
    byOffice: 'printed by the office',
    computedAs: (range: string): string => (range === '' ? 'computed' : `computed, ${range}`),
    span: (low: string, high: string): string => `${low} to ${high}`,
    why: 'Why they differ.',
    implied: {
      title: (period: string): string => `${period}, as printed and as this growth implies`,
      printed: (amount: string): string => `printed ${amount}`,
      range: (low: string, high: string): string => `implied ${low} to ${high}`,
    },
    versions: 'Every version that was printed',
    printedBy: 'Printed by',
    published: 'Published',
    value: 'Value',
    growth: 'Growth',
    details: 'Details',
    conversions: 'In other currencies',
    converted: (rates: string): string => `at ${rates}`,
    proof: {
      title: 'Proof',
      says: (release: string): string =>
        `The history of this server is signed. A proof shows, without the server, that ${release} printed this figure in this form.`,
      download: 'Download the proof',
      key: 'Public key',
      command: 'Verify both files with:',
      copy: 'Copy the command',
      more: 'How to verify',
    },
    goOn: 'Go on from here',
    series: 'Its series',
    graphql: 'GraphQL',
    graphqlHelp: 'Runs the query of this figure in a tab of its own',
    release: 'Its release',
    address: 'Copy the address of this figure',
  },
}
