import { unitsInUse } from '../../domain/codes/units-in-use.js'
import { inLanguage } from '../../domain/text/language.js'
import { baseOf, type Unit, type UnitInfo, unitInfo, units } from '../../domain/units/unit.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { languageArgs } from './language.js'

export const unitDescription = ({ name }: UnitInfo): string => `${name.en} (${name.zh})`

export const unitType = builder.enumType('Unit', {
  description:
    'The units of measure that the store knows: those that ship, and those added to its code lists. Scale is part of a unit: CNY_TRILLION is 10^12 yuan. Each currency is its own measure. NUMBER: no unit was stated.',
  values: Object.fromEntries(
    units.map((unit) => [unit, { value: unit, description: unitDescription(unitInfo(unit)) }]),
  ) as Record<Unit, { value: Unit; description: string }>,
})

const unitInfoType = builder.objectRef<UnitInfo>('UnitInfo').implement({
  description: 'A unit of measure.',
  fields: (t) => ({
    code: t.expose('unit', { type: unitType, description: 'The code, such as CNY_TRILLION.' }),
    unit: t.expose('unit', {
      type: unitType,
      deprecationReason: 'Use code, which has the same value.',
      description: 'The code.',
    }),
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
    ...costs({ items: ({ sizes }) => sizes.units }),
    type: [unitInfoType],
    nullable: true,
    description: 'All units that the store knows: those that ship, and those added to its code lists.',
    args: {
      compatibleWith: t.arg({
        type: unitType,
        description: 'Returns only units that a figure in this unit can be converted to.',
      }),
      inUse: t.arg.boolean({
        defaultValue: false,
        description:
          'Returns only units of which the store has figures, at every scale: of the measures of its series, the currencies of its exchange rates, and of growth and shares.',
      }),
    },
    resolve: (_, { compatibleWith, inUse }, { view: { snapshot } }) => {
      const units = inUse ? unitsInUse(snapshot.codes) : snapshot.codes.units
      return units.filter(({ base }) => compatibleWith == null || base === baseOf(compatibleWith))
    },
  }),
)
