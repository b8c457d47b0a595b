import { isLarge, kindNames, type Mutation } from './kinds.js'
import type { Measured, Outcome } from './support.js'
import { metricOf, periodOf, placeBefore, tableKinds } from './tables.js'

export const isReported = ({ findings }: Outcome): boolean => findings.length > 0
export const isGrowth = ({ mutation }: Outcome): boolean => mutation.kind.startsWith('growth')

/** How many of some outcomes are as asked, of how many; the part is 1 where there are none. */
export function share(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean) {
  const n = outcomes.filter(is).length
  return { n, of: outcomes.length, part: outcomes.length === 0 ? 1 : n / outcomes.length }
}

/** Errors by a factor of five and more: what the goal is about. */
export const largeOnes = ({ outcomes }: Pick<Measured, 'outcomes'>): Outcome[] =>
  outcomes.filter((each) => isLarge(each.mutation) && !isGrowth(each))

const cell = (outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): string => {
  const { n, of, part } = share(outcomes, is)
  return of === 0 ? '' : `${Math.floor(part * 100)} (${n}/${of})`
}

function matrix(
  title: string,
  names: readonly string[],
  nameOf: (outcome: Outcome) => string,
  outcomes: readonly Outcome[],
  is: (outcome: Outcome) => boolean,
): string[] {
  const tables = tableKinds.filter((kind) => outcomes.some(({ mutation }) => mutation.cut.kind === kind))
  const line = (name: string, of: readonly Outcome[]): string =>
    `| ${[name, ...[...tables.map((kind) => of.filter(({ mutation }) => mutation.cut.kind === kind)), of].map((each) => cell(each, is))].join(' | ')} |`
  return [
    `### ${title}`,
    '',
    `| | ${[...tables, 'all'].join(' | ')} |`,
    `| --- ${'| ---: '.repeat(tables.length + 1)}|`,
    ...names.map((name) =>
      line(
        name,
        outcomes.filter((each) => nameOf(each) === name),
      ),
    ),
    line('all', outcomes),
    '',
  ]
}

const factors = [
  'of 1,000 and more',
  '100 to 1,000',
  '10 to 100',
  '5 to 10',
  '3 to 5',
  '2 to 3',
  'less than 2',
] as const
/** The size of the factor, in either direction. */
function factorOf({ mutation: { factor } }: Outcome): string {
  const size = Math.exp(Math.abs(Math.log(Math.abs(factor ?? 1)))) + 1e-9
  const at = [1000, 100, 10, 5, 3, 2].findIndex((least) => size >= least)
  return factors.at(at) ?? factors[6]
}

/** The result as Markdown: per cent, and how many of how many. */
export function report(measured: Measured, seed: string, per: number): string {
  const { outcomes, unspoilt } = measured
  const large = largeOnes(measured)
  const levels = outcomes.filter((each) => !isGrowth(each))
  const kindOf = ({ mutation }: Outcome): string => mutation.kind
  const scopeOf = ({ mutation }: Outcome): string => mutation.scope
  const isRefused = ({ refused }: Outcome): boolean => refused
  const scopes = ['cell', 'column', 'row', 'block', 'table']
  const alarms = unspoilt.flatMap(({ cut, alarms }) =>
    alarms.map((each) => `- ${cut.kind}, month ${cut.table.month}: ${each.severity} ${each.kind}: ${each.message}`),
  )
  return [
    '# Errors in real tables, and what an import says of them',
    '',
    `\`SEED=${seed} PER=${per} npm run bench:mutations\`: ${outcomes.length} errors drawn for twelve real tables and parts of them, each tried in`,
    'a store that holds the shipped releases and the tables of the months before. "Reported" means at least one new WARNING or ERROR',
    'about a changed place. Numbers are per cent, and how many of how many.',
    '',
    ...matrix('Reported, of errors by a factor of five and more', kindNames, kindOf, large, isReported),
    ...matrix('Refused, of errors by a factor of five and more', kindNames, kindOf, large, isRefused),
    ...matrix('Reported, of all errors in levels', kindNames, kindOf, levels, isReported),
    ...matrix('Refused, of all errors in levels', kindNames, kindOf, levels, isRefused),
    ...matrix('Reported, by factor', factors, factorOf, levels, isReported),
    ...matrix(
      'Reported with a changed figure as the one at fault, of factors of five and more',
      kindNames,
      kindOf,
      large,
      ({ named }) => named,
    ),
    ...matrix('Reported, by what was changed, of factors of five and more', scopes, scopeOf, large, isReported),
    ...matrix(
      'Reported, of errors in growth',
      kindNames.filter((name) => name.startsWith('growth')),
      kindOf,
      outcomes.filter(isGrowth),
      isReported,
    ),
    '### False alarms',
    '',
    `${unspoilt.length} tables and parts as published, ${unspoilt.filter(({ accepted }) => !accepted).length} refused. Errors of any kind, and warnings of UNIT_SUSPECT and REVISION_SUSPECT: ${alarms.length}.`,
    '',
    ...[...new Set(alarms)],
    '',
  ].join('\n')
}

/** An error in a line: where, what, and the cells that changed, the first few. */
export function describeMutation({ kind, cut, scope, edits, factor }: Mutation): string {
  const cells = [...edits].slice(0, 3).map(({ row, column, text }) => {
    const place = cut.table.places[row]
    const before = placeBefore(cut, place)
    const period = periodOf(cut.table, row, column)
    const name = column > 6 ? `growth of ${metricOf(column)}` : metricOf(column)
    return `${name} ${place?.category} ${period}: ${place?.cells[column]} -> ${text} (month before: ${before?.cells[column] ?? 'none'})`
  })
  const more = edits.size > 3 ? `, and ${edits.size - 3} more` : ''
  const extent = `${cut.rows.length} rows x ${cut.columns.length} columns${cut.growth ? ' with growth' : ''}`
  return `${cut.kind} (${extent}), ${kind}, ${scope}, factor ${factor?.toPrecision(3) ?? 'none'}: ${cells.join('; ')}${more}`
}

/** The findings of an outcome, the first few, in short. */
export const describeFindings = ({ findings, elsewhere }: Outcome): string[] =>
  [...findings, ...elsewhere].slice(0, 3).map((each) => `${each.severity} ${each.kind}: ${each.message}`)
