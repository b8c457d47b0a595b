import type { CodeLists } from '../codes/codes.js'
import type { Finding, FindingKind } from '../observations/finding.js'
import type { Language } from '../text/language.js'
import { discrepancyIn } from './discrepancy-text.js'

const kinds: Readonly<Record<FindingKind, string>> = {
  TOTAL_MISMATCH: '合计与分项不符',
  PARTS_EXCEED_WHOLE: '分项超过合计',
  SHARE_MISMATCH: '占比与数值不符',
  GROWTH_MISMATCH: '增速与数值不符',
  BASE_REVISED: '基数已修订',
  YEAR_TO_DATE_MISMATCH: '当月数与累计数不符',
  REVISION_SUSPECT: '修订存疑',
  UNIT_SUSPECT: '单位存疑',
  DUPLICATE: '重复公布',
  UNKNOWN_CODE: '未知代码',
  UNREADABLE_CELL: '单元格无法读取',
}

/**
 * Formats a finding with the names of a language, or without one in English with codes, as it is stored. Faults of
 * files and findings of earlier versions have only the stored sentence, which the name of their kind precedes in
 * Chinese.
 */
export function findingMessage(
  { kind, message, discrepancy }: Pick<Finding, 'kind' | 'message' | 'discrepancy'>,
  language: Language | null,
  codes: CodeLists,
): string {
  if (language !== null && discrepancy !== null) return discrepancyIn(discrepancy, language, codes)
  return language === 'ZH' ? `${kinds[kind]}：${message}` : message
}
