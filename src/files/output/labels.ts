import type { CategoryRef, CodeLists } from '../../domain/codes/codes.js'
import { inLanguage, type Language, type Text } from '../../domain/text/language.js'
import { type Unit, unitInfo } from '../../domain/units/unit.js'

export type Labels = ReturnType<typeof labelsOf>

const words = {
  dataset: { en: 'Dataset', zh: '数据集' },
  metric: { en: 'Metric', zh: '指标' },
  dimension: { en: 'Dimension', zh: '维度' },
  category: { en: 'Category', zh: '类别' },
  metric_name: { en: 'Metric, name', zh: '指标名称' },
  name: { en: '{}, name', zh: '{}名称' },
  period: { en: 'Period', zh: '时期' },
  first_day: { en: 'First day', zh: '起始日' },
  last_day: { en: 'Last day', zh: '截止日' },
  frequency: { en: 'Frequency', zh: '频率' },
  value: { en: 'Value', zh: '数值' },
  unit: { en: 'Unit printed', zh: '原始单位' },
  unit_of_value: { en: 'Unit', zh: '单位' },
  decimals: { en: 'Decimals printed', zh: '原始小数位数' },
  qualifier: { en: 'Qualifier', zh: '限定' },
  measure: { en: 'Measure', zh: '计量单位' },
  status: { en: 'Status', zh: '状态' },
  flags: { en: 'Flags', zh: '标记' },
  yoy_change: { en: 'Change on a year before (%)', zh: '同比（%）' },
  changes: { en: 'Other changes', zh: '其他变化' },
  share: { en: 'Share (%)', zh: '占比（%）' },
  share_of: { en: 'Share of', zh: '占比基数' },
  share_change: { en: 'Change of the share (percentage points)', zh: '占比变化（百分点）' },
  note: { en: 'Note', zh: '注' },
  release: { en: 'Release', zh: '发布' },
  figures: { en: 'Figures', zh: '数据' },
  sources: { en: 'Sources', zh: '来源' },
  fact: { en: 'About this file', zh: '文件说明' },
  code: { en: 'Code', zh: '代码' },
  citation: { en: 'Citation', zh: '引用' },
  url: { en: 'Address', zh: '网址' },
  total: { en: 'Total', zh: '合计' },
  reason: { en: 'Reason', zh: '原因' },
  kind: { en: 'What changed', zh: '变动类型' },
  before: { en: '{}, before', zh: '{}（此前）' },
  after: { en: '{}, after', zh: '{}（此后）' },
  difference: { en: 'Difference of the values, in the unit after', zh: '数值之差（按此后的单位）' },
  percent: { en: 'Difference in percent of the value before', zh: '差额占此前数值的百分比' },
} as const satisfies Record<string, { en: string; zh: string }>
export type Word = keyof typeof words

export function labelsOf(codes: CodeLists, language: Language) {
  const text = (found: { readonly name: Text; readonly code: string } | null, code: string): string =>
    (found && inLanguage(found.name, language)) ?? code
  return {
    language,
    dataset: (code: string) => text(codes.dataset(code), code),
    metric: (code: string) => text(codes.metric(code), code),
    dimension: (code: string) => text(codes.dimension(code), code),
    category: (ref: CategoryRef) => text(codes.category(ref), ref.code),
    unit: (unit: Unit): string => inLanguage(unitInfo(unit).name, language) ?? unit,
    word: (word: Word): string => words[word][language === 'ZH' ? 'zh' : 'en'],
  }
}
