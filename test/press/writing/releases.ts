import { fc } from '@fast-check/vitest'
import type { CategoryRef } from '../../../src/domain/codes/codes.js'
import { Decimal, type Printed } from '../../../src/domain/numbers/decimal.js'
import type { Observation, Qualifier } from '../../../src/domain/observations/observation.js'
import { type Period, parsePeriod, yearBefore } from '../../../src/domain/periods/period.js'
import type { Unit } from '../../../src/domain/units/unit.js'
import type { ReleaseFigures } from '../../../src/press/writing/plan.js'
import { codes } from '../support.js'

const total: CategoryRef = { dimension: 'TOTAL', code: 'ALL' }

const periods = fc
  .tuple(
    fc.integer({ min: 2015, max: 2023 }),
    fc.constantFrom(
      '',
      '-H1',
      '-H2',
      '-Q1',
      '-Q2',
      '-Q3',
      '-Q4',
      '-01',
      '-05',
      '-12',
      '-01/-02',
      '-01/-04',
      '-01/-07',
      '-01/-11',
    ),
  )
  .map(([year, part]) => parsePeriod(`${year}${part.replace('/-', `/${year}-`)}`))

const scales: Readonly<Record<string, readonly Unit[]>> = {
  CNY: ['CNY_TRILLION', 'CNY_100_MILLION', 'CNY_BILLION', 'CNY_MILLION', 'CNY_10_THOUSAND'],
  USD: ['USD_TRILLION', 'USD_100_MILLION', 'USD_BILLION', 'USD_MILLION'],
}

const printed = (most: number): fc.Arbitrary<Printed> =>
  fc.tuple(fc.integer({ min: 0, max: most * 100 }), fc.integer({ min: 0, max: 2 })).map(([hundredths, decimals]) => ({
    value: new Decimal(hundredths).dividedBy(100).toDecimalPlaces(decimals),
    decimals,
  }))

const signed = (most: number): fc.Arbitrary<Printed> =>
  fc
    .tuple(printed(most), fc.boolean())
    .map(([number, isNegative]) =>
      isNegative && !number.value.isZero() ? { ...number, value: number.value.negated() } : number,
    )

const qualifier: fc.Arbitrary<Qualifier> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('EXACT' as const) },
  { weight: 1, arbitrary: fc.constantFrom('OVER' as const, 'UNDER' as const, 'ABOUT' as const) },
)

type Numbers = Pick<Observation, 'value' | 'decimals' | 'unit' | 'qualifier' | 'changes' | 'share' | 'shareChange'>

/** The base of a change that is not a year earlier: the period before, or the same part of an earlier year. */
function otherBase(period: Period, years: number): Period {
  let base = period
  for (let step = 0; step < years; step++) base = yearBefore(base)
  return base
}

const numbers = (currency: string, period: Period): fc.Arbitrary<Numbers> =>
  fc
    .record({
      level: fc.option(fc.tuple(printed(90_000), fc.constantFrom(...(scales[currency] ?? [])), qualifier), { freq: 5 }),
      yoy: fc.option(signed(150), { freq: 4 }),
      other: fc.option(fc.tuple(signed(150), fc.integer({ min: 2, max: 5 })), { freq: 1 }),
      share: fc.option(
        fc.tuple(
          fc.oneof({ weight: 3, arbitrary: printed(99) }, { weight: 1, arbitrary: signed(99) }),
          fc.option(signed(9), { freq: 1 }),
        ),
        { freq: 1 },
      ),
    })
    .map(({ level, yoy, other, share }) => ({
      ...(level === null || level[0].value.isZero()
        ? { value: null, decimals: null, unit: currency as Unit, qualifier: 'EXACT' as const }
        : { value: level[0].value, decimals: level[0].decimals, unit: level[1], qualifier: level[2] }),
      changes: [
        ...(yoy === null ? [] : [{ percent: yoy, points: null, base: yearBefore(period) }]),
        ...(other === null ? [] : [{ percent: other[0], points: null, base: otherBase(period, other[1]) }]),
      ],
      share: share?.[0] ?? null,
      shareChange: share?.[1] ?? null,
    }))

const figure = (metric: string, category: CategoryRef, period: Period, given: Numbers): Observation => ({
  ...given,
  metric,
  categories: [category],
  period,
  status: 'NORMAL',
  flags: null,
  shareOf: given.share === null ? null : { metric, category: total },
  note: { en: null, zh: null },
})

const zerosOf = (number: number): number => /0*$/.exec(String(number))?.[0].length ?? 0

const count = (metric: string, category: CategoryRef, period: Period): fc.Arbitrary<Observation> =>
  fc
    .tuple(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 0, max: 3 }), qualifier, fc.option(signed(30)))
    .map(([number, zeros, of, yoy]) => {
      const isZone = metric === 'FREE_TRADE_ZONES'
      return figure(metric, category, period, {
        value: new Decimal(isZone ? number % 90 || 1 : number * 10 ** zeros),
        decimals: -zerosOf(isZone ? number % 90 || 1 : number * 10 ** zeros),
        unit: isZone ? 'ZONE' : 'ENTERPRISE',
        qualifier: isZone ? 'EXACT' : of,
        changes: isZone || yoy === null ? [] : [{ percent: yoy, points: null, base: yearBefore(period) }],
        share: null,
        shareChange: null,
      })
    })

const dimensions = ['PRODUCT', 'PARTNER', 'ENTERPRISE_TYPE', 'REGIME', 'PLATFORM']
const categories = codes.categories.filter(({ dimension }) => dimensions.includes(dimension.code))
const flows = ['TRADE', 'EXPORTS', 'IMPORTS']

const totalsOf = (currency: string, period: Period): fc.Arbitrary<Observation[]> =>
  fc
    .subarray([...flows, 'BALANCE'], { minLength: 0 })
    .chain((metrics) =>
      fc.tuple(
        ...metrics.map((metric) =>
          numbers(currency, period).map((given) =>
            figure(metric, total, period, { ...given, share: null, shareChange: null }),
          ),
        ),
      ),
    )

/** Releases of one period as offices print them: totals, categories of several dimensions, counts. */
export const releases: fc.Arbitrary<ReleaseFigures<Observation>> = fc
  .tuple(periods, fc.constantFrom('CNY', 'CNY', 'USD'))
  .chain(([period, currency]) =>
    fc.record({
      totals: totalsOf(currency, period),
      others: fc.option(totalsOf(currency === 'CNY' ? 'USD' : 'CNY', period), { freq: 1, nil: [] }),
      parts: fc.array(
        fc
          .tuple(fc.constantFrom(...categories), fc.constantFrom(...flows), numbers(currency, period))
          .map(([category, metric, given]) =>
            figure(metric, { dimension: category.dimension.code, code: category.code }, period, given),
          ),
        { maxLength: 16 },
      ),
      counts: fc
        .subarray([
          ['TRADING_ENTERPRISES', total],
          ['TRADING_ENTERPRISES', { dimension: 'ENTERPRISE_TYPE', code: 'PRIVATE' }],
          ['FREE_TRADE_ZONES', total],
        ] as const)
        .chain((wanted) => fc.tuple(...wanted.map(([metric, category]) => count(metric, category, period)))),
      period: fc.constant(period),
    }),
  )
  .map(({ totals, others, parts, counts, period }) => {
    const isFilled = (each: Observation) => each.value !== null || each.changes.length > 0 || each.share !== null
    const own = new Map(
      [...parts, ...counts].filter(isFilled).map((each) => [`${each.metric} ${each.categories[0]?.code}`, each]),
    )
    const isTotal = ({ categories: [of] }: Observation) => of?.dimension === 'TOTAL'
    const money = [...totals, ...others].filter(isFilled)
    return {
      period,
      totals: [...money, ...[...own.values()].filter(isTotal)],
      parts: [...own.values()].filter((each) => !isTotal(each)),
    }
  })

/** The numbers of a figure, as many as a text that tells it has. */
export const numbersIn = ({ value, changes, share, shareChange }: Observation): number =>
  Number(value !== null) + changes.length + Number(share !== null) + Number(shareChange !== null)
