import { total } from '../domain/codes/codes.js'
import type { Observation, Qualifier } from '../domain/observations/observation.js'
import type { PrintedObservation } from '../domain/observations/printed.js'
import { parsePeriod } from '../domain/periods/period.js'
import { baseOf, isUnit } from '../domain/units/unit.js'
import { counted } from './items.js'
import type { Proposal, Proposals } from './proposal.js'
import type { Span } from './source.js'

/** Returns the placed figures of a text as observations, each with its sentence, as `textAt` gives it, as the note. */
export function observationsOf(
  { language, proposals }: Proposals,
  textAt: (span: Span) => string,
  dataset: string,
): readonly PrintedObservation[] {
  return proposals.flatMap((proposal) => {
    const {
      metric,
      dimension,
      category,
      period,
      value,
      unit,
      qualifier,
      share,
      shareOf,
      shareChange,
      changes,
      sentence,
    } = proposal
    if (proposal.class === 'NOT_PLACED' || dimension === null || category === null || period === null) return []
    if (unit === null || !isUnit(unit)) return []
    const note = textAt(sentence)
    return {
      ...{ dataset, release: '', metric, categories: [{ dimension, code: category }], period: parsePeriod(period) },
      ...{ value, unit, decimals: decimalsOf(proposal), qualifier: qualifier as Qualifier },
      status: 'NORMAL' as Observation['status'],
      flags: null,
      changes: changes.flatMap(({ percent, base }) =>
        percent === null ? [] : { percent, points: null, base: parsePeriod(base) },
      ),
      ...{ share, shareChange, shareOf: shareOf === null ? null : { metric: shareOf, category: total } },
      note: language === 'zh' ? { en: null, zh: note } : { en: note, zh: null },
    }
  })
}

/** The zeros at the end of a count are not printed digits: 457,000 enterprises are 45.7 ten thousand. */
export function decimalsOf({ value, unit }: Pick<Proposal, 'value' | 'unit'>): number | null {
  if (value === null || unit === null) return null
  const zeros = /0+$/.exec(value)?.[0].length ?? 0
  const isCount = isUnit(unit) && counted.has(baseOf(unit)) && !value.includes('.')
  return isCount && zeros > 0 ? -zeros : (value.split('.')[1]?.length ?? 0)
}
