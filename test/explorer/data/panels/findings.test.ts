import { describe, expect, test } from 'vitest'
import { groupOf, isWithin, rangeOf, sizesOf, sizeText } from '../../../../src/explorer/data/panels/findings.js'

const percent = (low: string, high: string | null) => ({ low, high })
const counts = [
  { triage: 'CHECK', kind: 'UNIT_SUSPECT', severity: 'WARNING', percent: null, count: 3 },
  { triage: 'REVISION', kind: 'YEAR_TO_DATE_MISMATCH', severity: 'WARNING', percent: percent('1', '3'), count: 2 },
  { triage: 'REVISION', kind: 'BASE_REVISED', severity: 'INFO', percent: null, count: 7 },
  { triage: 'REVISION', kind: 'YEAR_TO_DATE_MISMATCH', severity: 'INFO', percent: percent('1', '3'), count: 4 },
  { triage: 'REVISION', kind: 'YEAR_TO_DATE_MISMATCH', severity: 'INFO', percent: percent('100', null), count: 5 },
] as const

test('findings are grouped by kind, the most frequent first', () => {
  expect(groupOf(counts, 'CHECK')).toEqual({ count: 3, kinds: [{ kind: 'UNIT_SUSPECT', count: 3 }] })
  expect(groupOf(counts, 'REVISION')).toEqual({
    count: 18,
    kinds: [
      { kind: 'YEAR_TO_DATE_MISMATCH', count: 11 },
      { kind: 'BASE_REVISED', count: 7 },
    ],
  })
})

describe('sizes', () => {
  test('are counted over severities, without those that have none', () => {
    const found = sizesOf(counts, null).filter(({ count }) => count > 0)
    expect(found).toEqual([
      { low: '1', high: '3', count: 6 },
      { low: '100', high: null, count: 5 },
    ])
    expect(sizesOf(counts, 'BASE_REVISED').every(({ count }) => count === 0)).toBe(true)
  })

  test.each([
    [null, null, ['1-3', '3-10', '100-']],
    ['3-10', { gte: '3', lt: '10' }, ['3-10']],
    ['3-', { gte: '3' }, ['3-10', '100-']],
  ])('%s in an address select their classes', (size, range, within) => {
    expect(rangeOf(size)).toEqual(range)
    const classes = sizesOf(counts, null).filter((each) => ['1-3', '3-10', '100-'].includes(sizeText(each)))
    expect(classes.filter((each) => isWithin(each, size)).map(sizeText)).toEqual(within)
  })
})
