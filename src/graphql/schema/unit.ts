import { inLanguage } from '../../domain/text/language.js'
import { baseOf, type UnitInfo, unitInfo, units } from '../../domain/units/unit.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { languageArgs } from './language.js'

export const unitType = builder.enumType('Unit', {
  description:
    'The units of measure. Scale is part of a unit: CNY_TRILLION is 10^12 yuan. Each currency is its own measure. NUMBER: no unit was stated.',
  values: Object.fromEntries(
    units.map((unit) => [unit, { value: unit, description: `${unitInfo(unit).name.en} (${unitInfo(unit).name.zh})` }]),
  ) as Record<UnitInfo['unit'], { value: UnitInfo['unit']; description: string }>,
})

const unitInfoType = builder.objectRef<UnitInfo>('UnitInfo').implement({
  description: 'A unit of measure.',
  fields: (t) => ({
    unit: t.expose('unit', { type: unitType, description: 'The code.' }),
    base: t.expose('base', { type: unitType, description: 'The base unit of the measure.' }),
    factor: t.expose('factor', { type: 'Decimal', description: 'The number of base units in one unit, exact.' }),
    name: t.string({
      description: 'The name.',
      args: languageArgs(),
      resolve: ({ name, unit }, { language }) => inLanguage(name, language ?? 'EN') ?? unit,
    }),
    symbol: t.exposeString('symbol', { description: 'The symbol; empty if there is none.' }),
  }),
})

builder.queryField('units', (t) =>
  t.field({
    ...costs({ items: units.length }),
    type: [unitInfoType],
    description: 'All units.',
    args: {
      compatibleWith: t.arg({
        type: unitType,
        description: 'Returns only units that a figure in this unit can be converted to.',
      }),
    },
    resolve: (_, { compatibleWith }) =>
      units.filter((unit) => compatibleWith == null || baseOf(unit) === baseOf(compatibleWith)).map(unitInfo),
  }),
)
