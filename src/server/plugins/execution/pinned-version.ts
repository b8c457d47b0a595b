import { type DocumentNode, type ExecutionArgs, Kind, type ValueNode, visit } from 'graphql'
import { Refusal } from '../../../errors.js'
import { memoizeByObject } from '../../../lib/memo.js'
import { versionOfCursor } from '../../../store/query/cursor.js'
import { isPinned, type Pin, readPin } from '../../../store/query/pin.js'

const cursorArguments = new Set(['after', 'before'])

const cursorsIn = memoizeByObject((document: DocumentNode): readonly ValueNode[] => {
  const found: ValueNode[] = []
  visit(document, {
    Argument: ({ name, value }) => {
      if (cursorArguments.has(name.value)) found.push(value)
    },
  })
  return found
})

export const pinOf = ({ headers }: Request): Pin | null =>
  readPin(headers.get('x-store-version'), headers.get('x-store-stamp'))

/**
 * Returns the version at which a query is answered: that of its cursors, or the one that the headers `x-store-version` and
 * `x-store-stamp` name; null is the newest. Throws INVALID_CURSOR if they differ. Malformed cursors are refused later.
 */
export function pinnedVersion({ document, variableValues }: ExecutionArgs, request: Request): Pin | null {
  let pin = pinOf(request)
  for (const node of cursorsIn(document)) {
    const value = node.kind === Kind.VARIABLE ? variableValues?.[node.name.value] : 'value' in node ? node.value : null
    const version = typeof value === 'string' ? versionOfCursor(value) : null
    if (version === null) continue
    if (pin !== null && !isPinned(pin, version) && !isPinned(version, pin)) throw severalVersions(pin, version)
    pin = version
  }
  return pin
}

const severalVersions = (one: Pin, other: Pin): Refusal =>
  new Refusal(
    'INVALID_CURSOR',
    `A query is answered at one version of the store, but its cursors and headers name the versions ${one.version} and ${other.version}, or two stores. Send a query for each.`,
  )
