import type { Observation } from '../../../../src/domain/observations/observation.js'
import { figure, type Written } from '../../../figures.js'
import { billion } from './support.js'

/** What a check compares, with a slip in `own`; severities where one release prints all of it, and where another did. */
export interface Case {
  readonly check: string
  readonly slip: string
  readonly kind: string
  readonly known: readonly Observation[]
  readonly own: readonly Observation[]
  readonly together: string | null
  readonly apart: string | null
  readonly apartKind?: string
}

const at = (place: string, value: string, period = '2023', more: Partial<Written> = {}): Observation =>
  billion(value, { categories: [place], period, ...more })
const all = (value: string, period = '2023', more: Partial<Written> = {}): Observation =>
  at('TOTAL:ALL', value, period, more)
const metric = (code: string, value: string, more: Partial<Written> = {}): Observation =>
  billion(value, { metric: code, ...more })
const places = ['GUANGDONG', 'SHENZHEN', 'ZHUHAI', '浙江'].map((code) => `LOCATION:${code}`)
/** Levels of several places in a period, each in its own order of size. */
const levels = (values: readonly string[], period: string, more: Partial<Written> = {}): Observation[] =>
  values.map((value, index) => at(places[index] ?? '', value, period, more))
const shareOf = ['TRADE', 'TOTAL:ALL'] as const
const terms = (exports: string, imports: string): Observation[] => [
  metric('EXPORTS', exports),
  metric('IMPORTS', imports),
]
const history = ['2020', '2021', '2022']
const tens = [100, 900, 150, 700, 400, 410, 420, 430, 440, 450]
const tenPartners = (period: string, values: readonly number[], of = 'TRADE'): Observation[] =>
  ['US', 'VN', 'AU', 'AT', 'BE', 'BG', 'BN', 'CY', 'CZ', 'DE'].map((code, index) =>
    at(`PARTNER:${code}`, String((values[index] ?? 0) + history.indexOf(period)), period, { metric: of }),
  )

const same = (severity: string) => ({ together: severity, apart: severity })
export const cases: readonly Case[] = [
  ...(
    [
      ['a hundred of 10.3', '100.0', 'ERROR', 'ERROR'],
      ['1.4 % more', '10.6', 'ERROR', 'WARNING'],
      ['0.5 % more', '10.5', 'ERROR', 'INFO'],
    ] as const
  ).map(
    ([slip, value, together, apart]): Case => ({
      check: 'A metric and its identity',
      slip,
      kind: 'TOTAL_MISMATCH',
      known: terms('6.1', '4.2'),
      own: [metric('TRADE', value)],
      ...{ together, apart },
    }),
  ),
  {
    check: 'A metric and its identity',
    slip: 'a balance of 99',
    kind: 'TOTAL_MISMATCH',
    known: terms('23.77', '17.99'),
    own: [metric('BALANCE', '99.00')],
    ...same('ERROR'),
  },
  ...(
    [
      ['a year to December in another unit', all('417.51', '2023-01/2023-12'), all('41760'), 'ERROR'],
      ['a quarter and its year to date, 2 % off', all('102.0', '2023-Q1'), all('100.0', '2023-01/2023-03'), 'WARNING'],
      ['a half and its year to date, 0.5 % off', all('100.5', '2023-H1'), all('100.0', '2023-01/2023-06'), 'INFO'],
      ['the same of one place', at('PARTNER:US', '1.5', '2023-01/2023-12'), at('PARTNER:US', '150.0'), 'WARNING'],
    ] as const
  ).map(
    ([slip, own, known, severity]): Case => ({
      check: 'Values for the same days',
      slip,
      kind: 'YEAR_TO_DATE_MISMATCH',
      known: [known],
      own: [own],
      ...same(severity),
    }),
  ),
  ...(
    [
      ['a month of the total in another unit', all('9.99', '2023-03'), 'ERROR'],
      ['a month 1.5 % off', all('101.5', '2023-03'), 'WARNING'],
      ['a month 0.5 % off', all('100.5', '2023-03'), 'INFO'],
    ] as const
  ).map(
    ([slip, own, severity]): Case => ({
      check: 'A period and the rest of the containing period',
      slip,
      kind: 'YEAR_TO_DATE_MISMATCH',
      known: [all('200.0', '2023-01/2023-02'), all('300.0', '2023-01/2023-03')],
      own: [own],
      ...same(severity),
    }),
  ),
  {
    check: 'A period and the rest of the containing period',
    slip: 'a second half of a hundredth',
    kind: 'YEAR_TO_DATE_MISMATCH',
    known: [all('200.0'), all('90.0', '2023-H1')],
    own: [all('1.10', '2023-H2')],
    ...same('ERROR'),
  },
  {
    check: 'A year to date and the one a month before',
    slip: 'the total falls',
    kind: 'YEAR_TO_DATE_MISMATCH',
    known: [all('200.0', '2023-01/2023-02')],
    own: [all('150.0', '2023-01/2023-03')],
    ...same('ERROR'),
  },
  {
    check: 'A year to date and the one a month before',
    slip: 'three places of three fall',
    kind: 'YEAR_TO_DATE_MISMATCH',
    known: levels(['200.0', '120.0', '140.0'], '2023-01/2023-02'),
    own: levels(['150.0', '100.0', '130.0'], '2023-01/2023-03'),
    ...same('ERROR'),
  },
  {
    check: 'A year to date and the one a month before',
    slip: 'one place falls',
    kind: 'YEAR_TO_DATE_MISMATCH',
    known: levels(['200.0'], '2023-01/2023-02'),
    own: levels(['150.0'], '2023-01/2023-03'),
    ...same('WARNING'),
  },
  {
    check: 'A part and the total',
    slip: 'a province above the nation',
    kind: 'PARTS_EXCEED_WHOLE',
    known: [all('100.0')],
    own: [at('LOCATION:GUANGDONG', '300.0')],
    ...same('ERROR'),
  },
  {
    check: 'The sum of the parts of a whole',
    slip: 'two cities above their province',
    kind: 'PARTS_EXCEED_WHOLE',
    known: [at('LOCATION:GUANGDONG', '3.0')],
    own: [at('LOCATION:SHENZHEN', '2.0'), at('LOCATION:ZHUHAI', '1.5')],
    ...same('WARNING'),
  },
  {
    check: 'A member and its group',
    slip: 'Germany above the European Union',
    kind: 'PARTS_EXCEED_WHOLE',
    known: [at('PARTNER:EU', '5.51')],
    own: [at('PARTNER:DE', '7.51')],
    ...same('WARNING'),
  },
  {
    check: 'A printed share',
    slip: 'a decimal point moved',
    kind: 'SHARE_MISMATCH',
    known: [all('100.0')],
    own: [at('PARTNER:US', '25.0', '2023', { share: '2.5', shareOf })],
    ...{ together: 'WARNING', apart: 'INFO', apartKind: 'BASE_REVISED' },
  },
  {
    check: 'Printed growth',
    slip: '4.8 for 5.0',
    kind: 'GROWTH_MISMATCH',
    known: [at('PARTNER:US', '100.0', '2022')],
    own: [at('PARTNER:US', '105.0', '2023', { yoy: '4.8' })],
    ...{ together: 'WARNING', apart: 'INFO', apartKind: 'BASE_REVISED' },
  },
  {
    check: 'Printed growth',
    slip: 'ten times the growth of the total',
    kind: 'GROWTH_MISMATCH',
    known: [all('100.0', '2022')],
    own: [all('105.0', '2023', { yoy: '50' })],
    ...{ together: 'ERROR', apart: 'WARNING' },
  },
  {
    check: 'Printed growth',
    slip: 'ten times the growth of three places',
    kind: 'GROWTH_MISMATCH',
    known: levels(['100.0', '100.0', '100.0'], '2022'),
    own: levels(['105.0', '105.0', '105.0'], '2023', { yoy: '50' }),
    ...same('ERROR'),
  },
  ...(
    [
      ['6.0 for 0.6', '6.0', 'WARNING'],
      ['60 for 0.6', '60', 'ERROR'],
    ] as const
  ).map(
    ([slip, yoy, severity]): Case => ({
      check: 'The growth of a metric and its identity',
      slip,
      kind: 'GROWTH_MISMATCH',
      known: [metric('TRADE', '41.76', { yoy: '0.2' }), metric('IMPORTS', '17.99', { yoy: '-0.3' })],
      own: [metric('EXPORTS', '23.77', { yoy })],
      ...same(severity),
    }),
  ),
  {
    check: 'The growth of a year to date and of the one before',
    slip: '57 for 5.7',
    kind: 'GROWTH_MISMATCH',
    known: [all('300.0', '2023-01/2023-03', { yoy: '5.1' })],
    own: [all('405.0', '2023-01/2023-04', { yoy: '57' })],
    ...same('WARNING'),
  },
  {
    check: 'A fall by more than 100 %',
    slip: '-125 for -12.5',
    kind: 'GROWTH_MISMATCH',
    known: [],
    own: [at('PARTNER:US', '105.0', '2023', { yoy: '-125' })],
    ...same('ERROR'),
  },
  {
    check: 'A fall by more than 100 %',
    slip: '-135 for -13.5, with no level',
    kind: 'GROWTH_MISMATCH',
    known: [],
    own: [figure({ categories: ['PARTNER:US'], unit: 'CNY', status: 'MISSING', yoy: '-135' })],
    ...same('WARNING'),
  },
  {
    check: 'The unit of a column, by other columns',
    slip: 'exports of three places in thousands',
    kind: 'UNIT_SUSPECT',
    known: places.slice(0, 3).flatMap((place) => [at(place, '300'), at(place, '100', '2023', { metric: 'IMPORTS' })]),
    own: places.slice(0, 3).map((place) => at(place, '200000', '2023', { metric: 'EXPORTS' })),
    ...same('ERROR'),
  },
  {
    check: 'A column, place or value, by neighbouring periods',
    slip: 'seven of seven places ten thousand times too large',
    kind: 'UNIT_SUSPECT',
    known: history.flatMap((period) => levels(['100', '210', '330', '170'], period)),
    own: levels(['1100000', '2200000', '3300000', '1800000'], '2023'),
    ...{ together: 'WARNING', apart: 'ERROR' },
  },
  {
    check: 'A column, place or value, by neighbouring periods',
    slip: 'the total ten times too large',
    kind: 'UNIT_SUSPECT',
    known: history.map((period) => all('100', period)),
    own: [all('1050')],
    ...same('ERROR'),
  },
  {
    check: 'A column, place or value, by neighbouring periods',
    slip: 'one place ten times too small',
    kind: 'UNIT_SUSPECT',
    known: history.map((period) => at('PARTNER:US', '100', period)),
    own: [at('PARTNER:US', '10.5')],
    ...same('WARNING'),
  },
  {
    check: 'Two metrics that may be exchanged',
    slip: 'exports and imports of two places',
    kind: 'REVISION_SUSPECT',
    known: history.flatMap((period) => [
      ...levels(['900', '800'], period, { metric: 'EXPORTS' }),
      ...levels(['300', '200'], period, { metric: 'IMPORTS' }),
    ]),
    own: [
      ...levels(['310', '205'], '2023', { metric: 'EXPORTS' }),
      ...levels(['910', '810'], '2023', { metric: 'IMPORTS' }),
    ],
    ...{ together: null, apart: 'ERROR' },
  },
  {
    check: 'Rows that may be shifted against their labels',
    slip: 'each place has the number of the next',
    kind: 'REVISION_SUSPECT',
    known: history.flatMap((period) => levels(['100', '900', '150', '700'], period)),
    own: levels(['910', '155', '710', '100'], '2023'),
    ...{ together: null, apart: 'ERROR' },
  },
  {
    check: 'Values repeated from the period before',
    slip: 'three of three places',
    kind: 'REVISION_SUSPECT',
    known: levels(['101.1', '202.2', '303.3'], '2022'),
    own: levels(['101.1', '202.2', '303.3'], '2023'),
    ...{ together: null, apart: 'ERROR' },
  },
  {
    check: 'Values repeated from the period before',
    slip: 'one place of three',
    kind: 'REVISION_SUSPECT',
    known: levels(['101.1', '202.2', '303.3'], '2022'),
    own: levels(['101.1', '204.2', '301.3'], '2023'),
    ...{ together: null, apart: 'WARNING' },
  },
  {
    check: 'Rows that may be shifted against their labels',
    slip: 'three rows of ten',
    kind: 'REVISION_SUSPECT',
    known: history.flatMap((period) => tenPartners(period, tens)),
    own: tenPartners('2023', [900, 150, 700, ...tens.slice(3)]),
    ...{ together: null, apart: 'WARNING' },
  },
  {
    check: 'Two metrics that may be exchanged',
    slip: 'exports and imports of two places of ten',
    kind: 'REVISION_SUSPECT',
    known: history.flatMap((period) => [
      ...tenPartners(period, tens, 'EXPORTS'),
      ...tenPartners(
        period,
        tens.map((each) => each * 4),
        'IMPORTS',
      ),
    ]),
    own: [
      ...tenPartners(
        '2023',
        tens.map((each, index) => (index < 2 ? each * 4 : each)),
        'EXPORTS',
      ),
      ...tenPartners(
        '2023',
        tens.map((each, index) => (index < 2 ? each : each * 4)),
        'IMPORTS',
      ),
    ],
    ...{ together: null, apart: 'WARNING' },
  },
  {
    check: 'A value that was printed before',
    slip: 'a quarter more of the total',
    kind: 'REVISION_SUSPECT',
    known: [all('100.0')],
    own: [all('125.0')],
    ...{ together: null, apart: 'ERROR' },
  },
  {
    check: 'A value that was printed before',
    slip: 'a place ten times',
    kind: 'REVISION_SUSPECT',
    known: [at('PARTNER:US', '100.0')],
    own: [at('PARTNER:US', '1000.0')],
    ...{ together: null, apart: 'WARNING' },
  },
]
