import { inLanguage } from '../../domain/text/language.js'
import { baseOf, type UnitInfo, unitInfo, units } from '../../domain/units/unit.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { languageArgs } from './language.js'

/** The enum Unit. */
export const unitType = builder.enumType('Unit', {
  description:
    'Units of measure. Scale is part of a unit: CNY_TRILLION is 10^12 yuan. Currencies are measures of their own. NUMBER: no unit was stated.',
  values: Object.fromEntries(
    units.map((unit) => [unit, { value: unit, description: `${unitInfo(unit).name.en} (${unitInfo(unit).name.zh})` }]),
  ) as Record<UnitInfo['unit'], { value: UnitInfo['unit']; description: string }>,
})

const unitInfoType = builder.objectRef<UnitInfo>('UnitInfo').implement({
  description: 'A unit with the base unit of its measure.',
  fields: (t) => ({
    unit: t.expose('unit', { type: unitType, description: 'The unit.' }),
    base: t.expose('base', { type: unitType, description: 'The base unit of its measure.' }),
    factor: t.expose('factor', { type: 'Decimal', description: 'How many base units one of it is; exact.' }),
    name: t.string({
      description: 'Its name.',
      args: languageArgs(),
      resolve: ({ name, unit }, { language }) => inLanguage(name, language ?? 'EN') ?? unit,
    }),
    symbol: t.exposeString('symbol', { description: 'How it is abbreviated; empty where there is nothing to write.' }),
  }),
})

builder.queryField('units', (t) =>
  t.field({
    ...costs({ items: units.length }),
    type: [unitInfoType],
    description: 'All units.',
    args: {
      compatibleWith: t.arg({ type: unitType, description: 'Only those that a figure in this unit can be given in.' }),
    },
    resolve: (_, { compatibleWith }) =>
      units.filter((unit) => compatibleWith == null || baseOf(unit) === baseOf(compatibleWith)).map(unitInfo),
  }),
)
