import { Refusal } from '../errors.js'
import { McpCountDocument, McpUnitsOfDocument } from '../generated/gql/mcp/graphql.js'
import { filterOf } from './arguments.js'
import { type Ask, known } from './ask.js'

type Selected = Parameters<typeof filterOf>[0] & { readonly unit?: string | undefined }

/**
 * Throws UNIT_MISMATCH for an empty list if the other arguments select figures, but none of the measure of `unit`, so that
 * figures in another currency are not taken for missing.
 */
export async function refuseOtherMeasure(args: Selected, ask: Ask): Promise<void> {
  const { unit } = args
  if (unit === undefined) return
  // A range of values is in the unit.
  const count = async (given: Selected) =>
    known((await ask(McpCountDocument, { filter: filterOf({ ...given, value: undefined }) })).indicators)
  if ((await count(args)).totalCount > 0) return
  const [other] = (await count({ ...args, unit: undefined })).nodes
  if (other === undefined) return
  const { measure } = other.series
  const units = known((await ask(McpUnitsOfDocument, { measure })).units)
  throw new Refusal(
    'UNIT_MISMATCH',
    `unit: the figures are in ${measure}, and none is in ${unit}. Leave out unit, or use a unit of their measure; get_series converts currencies.`,
    { allowed: units.map(({ code }) => code) },
  )
}
