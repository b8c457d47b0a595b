import { type DocumentNode, extendSchema, type GraphQLSchema, isEnumType, Kind } from 'graphql'
import type { CodeLists } from '../domain/codes/codes.js'
import type { UnitInfo } from '../domain/units/unit.js'
import { memoizeByObject, memoizeByText } from '../lib/memo.js'
import { unitDescription } from './schema/unit.js'

/**
 * Returns a function from code lists to the schema of their store: `shipped`, with the units that the store has added to
 * the enum. Stores with the same units have the same schema, so that what is compiled and validated with it is kept.
 */
export function storeSchemas(shipped: GraphQLSchema): (codes: CodeLists) => GraphQLSchema {
  const type = shipped.getType('Unit')
  const has = new Set(isEnumType(type) ? type.getValues().map(({ name }) => name) : [])
  const extended = memoizeByText(
    (units) => extendSchema(shipped, extension(JSON.parse(units)), { assumeValid: true }),
    10,
  )
  return memoizeByObject(({ units }) => {
    const added = units.filter(({ unit }) => !has.has(unit))
    return added.length === 0 ? shipped : extended(JSON.stringify(added.map(enumValue)))
  })
}

type Value = readonly [name: string, description: string]

const enumValue = (info: UnitInfo): Value => [info.unit, unitDescription(info)]

const extension = (values: readonly Value[]): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.ENUM_TYPE_EXTENSION,
      name: { kind: Kind.NAME, value: 'Unit' },
      values: values.map(([name, description]) => ({
        kind: Kind.ENUM_VALUE_DEFINITION,
        name: { kind: Kind.NAME, value: name },
        description: { kind: Kind.STRING, value: description },
      })),
    },
  ],
})
