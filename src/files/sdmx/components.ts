import type { CategoryRef, CodeLists, Dimension } from '../../domain/codes/codes.js'
import { total } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import { type ObservationStatus, yoyOf } from '../../domain/observations/observation.js'
import type { Frequency } from '../../domain/periods/period.js'
import { inLanguage, type Language, type Text } from '../../domain/text/language.js'
import { baseOf, unitInfo } from '../../domain/units/unit.js'
import { memoizeByObject } from '../../lib/memo.js'
import { shareBaseText } from '../csv/writer.js'
import { allOf, type OutputObservation } from '../output/observation.js'
import { otherChanges } from './changes.js'
import { codeId, componentId } from './ids.js'
import { timePeriod } from './time-period.js'

/** The SDMX codes of statuses. FIN and NIL are extensions. */
export const statusCode = {
  NORMAL: 'A',
  PRELIMINARY: 'P',
  FINAL: 'FIN',
  REVISED: 'r',
  ESTIMATED: 'E',
  BREAK: 'B',
  NIL: 'NIL',
  NOT_APPLICABLE: 'z',
  MISSING: 'O', // M says that data cannot exist
  CONFIDENTIAL: 'Q',
} as const satisfies Record<ObservationStatus, string>

export const frequencyCode = {
  ANNUAL: 'A',
  HALF_YEARLY: 'S',
  QUARTERLY: 'Q',
  MONTHLY: 'M',
  YEAR_TO_DATE: '_O', // "other", as SDMX defines no code
} as const satisfies Record<Frequency, string>

type CellOf = (figure: OutputObservation, language: Language) => string | number | null | undefined

export const cells = {
  FREQ: ({ period }) => period && frequencyCode[period.frequency],
  TIME_PERIOD: ({ period }) => period && timePeriod(period),
  OBS_VALUE: ({ value }) => value,
  UNIT_MEASURE: ({ unit }) => baseOf(unit),
  UNIT_MULT: ({ unit }) => unitInfo(unit).exponent,
  DECIMALS: ({ decimals }) => decimals,
  OBS_STATUS: ({ status }) => statusCode[status],
  CONF_STATUS: ({ status }) => (status === 'CONFIDENTIAL' ? 'C' : 'F'),
  QUALIFIER: ({ qualifier }) => qualifier,
  FLAGS: ({ flags }) => flags,
  YOY_CHANGE: ({ changes = [], period }) => period && yoyOf({ changes, period })?.percent,
  OTHER_CHANGES: ({ changes = [], period }) => period && otherChanges({ changes, period }),
  SHARE: ({ share }) => share,
  SHARE_OF: ({ shareOf }) => shareOf && shareBaseText(shareOf),
  SHARE_CHANGE: ({ shareChange }) => shareChange,
  NOTE: ({ note }, language) => note && inLanguage(note, language),
  NOTE_EN: ({ note }) => note?.en,
  NOTE_ZH: ({ note }) => note?.zh,
  REASON: ({ reason }) => reason,
  RELEASE: ({ release }) => release,
} as const satisfies Record<string, CellOf>

export type Measured = keyof typeof cells

export interface Component {
  readonly id: string
  readonly name: Text
  /** The code list of its values; null for values that are not coded. */
  readonly list: string | null
  readonly type: 'String' | 'Integer' | 'Decimal' | 'ObservationalTimePeriod'
  cellOf(figure: OutputObservation, language: Language): string | null
}

const names: Readonly<Record<Exclude<Measured, 'REASON'> | 'METRIC', readonly [en: string, zh: string]>> = {
  FREQ: ['Frequency', '频率'],
  METRIC: ['Metric', '指标'],
  UNIT_MEASURE: ['Unit of measure', '计量单位'],
  TIME_PERIOD: ['Time period', '时期'],
  OBS_VALUE: ['Observation value', '数值'],
  UNIT_MULT: ['Unit multiplier', '单位倍数'],
  DECIMALS: ['Printed decimals', '小数位数'],
  OBS_STATUS: ['Observation status', '数据状态'],
  CONF_STATUS: ['Confidentiality status', '保密状态'],
  QUALIFIER: ['Qualifier', '限定'],
  FLAGS: ['Flags of the office', '机构标记'],
  YOY_CHANGE: ['Printed change on a year before, in percent', '公布的同比（%）'],
  OTHER_CHANGES: ['Other printed changes, with their bases', '其他公布的变化及其基期'],
  SHARE: ['Printed share, in percent', '公布的比重（%）'],
  SHARE_OF: ['Base of the share', '比重的基数'],
  SHARE_CHANGE: ['Printed change of the share, in percentage points', '公布的比重变化（百分点）'],
  NOTE: ['Note', '附注'],
  NOTE_EN: ['Note in English', '英文附注'],
  NOTE_ZH: ['Note in Chinese', '中文附注'],
  RELEASE: ['Release', '发布'],
}
type Known = keyof typeof names

const lists: Partial<Record<Known, string>> = {
  FREQ: 'CL_FREQ',
  METRIC: 'CL_METRIC',
  UNIT_MEASURE: 'CL_UNIT_MEASURE',
  UNIT_MULT: 'CL_UNIT_MULT',
  OBS_STATUS: 'CL_OBS_STATUS',
  CONF_STATUS: 'CL_CONF_STATUS',
  QUALIFIER: 'CL_QUALIFIER',
}

const types: Partial<Record<Known, Component['type']>> = {
  TIME_PERIOD: 'ObservationalTimePeriod',
  OBS_VALUE: 'Decimal',
  DECIMALS: 'Integer',
  YOY_CHANGE: 'Decimal',
  SHARE: 'Decimal',
  SHARE_CHANGE: 'Decimal',
}

const component = (id: Known, cellOf: CellOf = cells[id as Measured]): Component => ({
  id,
  name: { en: names[id][0], zh: names[id][1] },
  list: lists[id] ?? null,
  type: types[id] ?? 'String',
  cellOf: (figure, language) => textOf(cellOf(figure, language)),
})

const textOf = (cell: string | number | null | undefined): string | null =>
  cell == null || cell === '' ? null : String(cell)

const leading = [
  component('FREQ'),
  component('METRIC', ({ metric }) => metric && codeId(metric)),
  component('UNIT_MEASURE', ({ unit }) => codeId(baseOf(unit))),
]
export const time = component('TIME_PERIOD')
export const measure = component('OBS_VALUE')
const obsIds = [
  ...(['UNIT_MULT', 'DECIMALS', 'OBS_STATUS', 'CONF_STATUS', 'QUALIFIER', 'FLAGS', 'YOY_CHANGE'] as const),
  ...(['OTHER_CHANGES', 'SHARE', 'SHARE_OF', 'SHARE_CHANGE', 'NOTE', 'NOTE_EN', 'NOTE_ZH', 'RELEASE'] as const),
]
export const attributes: readonly Component[] = obsIds.map((id) => component(id))
export const ownComponents: readonly Component[] = [...leading, time, measure, ...attributes]

/** The agency of code lists and concepts, and of datasets that name none. */
export const ownAgency = 'TRADE_INDICATORS'
export const artefactVersion = '1.0.0'

/** A dimension of datasets as a component, with the code `_T` for figures that are not broken down by it. */
export interface Breakdown extends Component {
  readonly list: string
  readonly dimension: Dimension
}

/** Indicates that a code names another column of SDMX-CSV, or an attribute that XML reserves. */
const isTaken = (code: string): boolean =>
  ownComponents.some(({ id }) => id === code) || /^(?:STRUCTURE|STRUCTURE_ID|ACTION|xml.*)$/i.test(code)

export const breakdownOf = memoizeByObject((dimension: Dimension): Breakdown => {
  const { code, name } = dimension
  const id = isTaken(code) ? `U--${code}` : componentId(code)
  const categoryOf = (categories: readonly CategoryRef[]) => categories.find((each) => each.dimension === code)?.code
  const cellOf: Component['cellOf'] = ({ categories }) => codeId(categoryOf(categories) ?? allOf)
  return { id, name, list: `CL_${id}`, type: 'String', cellOf, dimension }
})

/** A dataset as a dataflow. The unit of measure is a dimension, since a store has one metric in several currencies. */
export interface Flow {
  readonly dataset: Dataset
  readonly agency: string
  readonly id: string
  readonly structureId: string
  /** Those of the key, in its order; the time is not among them. */
  readonly dimensions: readonly Component[]
  readonly breakdowns: readonly Breakdown[]
}

export function flowOf(dataset: Dataset, codes: CodeLists): Flow {
  const used = codes.contentsOf(dataset).dimensions.filter(({ code }) => code !== total.dimension)
  const breakdowns = used.map(breakdownOf)
  const id = codeId(dataset.code)
  return {
    dataset,
    agency: dataset.agency === null ? ownAgency : componentId(dataset.agency),
    id,
    structureId: `DSD_${id}`,
    dimensions: [...leading, ...breakdowns],
    breakdowns,
  }
}
