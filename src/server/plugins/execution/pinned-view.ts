import { type DocumentNode, type ExecutionArgs, Kind, type ValueNode, visit } from 'graphql'
import { Refusal } from '../../../errors.js'
import { memoizeByObject } from '../../../lib/memo.js'
import { otherVersion, versionOfCursor } from '../../../store/query/cursor.js'
import { isPinned, type Pin, readPin } from '../../../store/query/pin.js'
import type { ViewSource } from '../../../store/query/store.js'
import type { View } from '../../../store/query/view.js'

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

interface PinnedContext {
  readonly request: Request
  readonly signal?: AbortSignal | null
}

const pinOf = ({ headers }: Request): Pin | null =>
  readPin(headers.get('x-store-version'), headers.get('x-store-stamp'))

/**
 * Returns the store at the version at which a query is answered: that of its cursors, or the one that the headers
 * `x-store-version` and `x-store-stamp` name; null if neither does, for the newest. Throws INVALID_CURSOR if they differ, or
 * for cursors of a version that cannot be read. Malformed cursors are refused later.
 */
export async function pinnedView(
  { document, variableValues }: ExecutionArgs,
  { request, signal = null }: PinnedContext,
  store: ViewSource,
): Promise<View | null> {
  const named = pinOf(request)
  const pin = versionOfCursors(document, variableValues, named)
  if (pin === null) return null
  return store.view(signal, pin).catch((error) => {
    const isOfCursor = pin !== named && error instanceof Refusal && /^(CONFLICT|NOT_FOUND)$/.test(error.code)
    throw isOfCursor ? otherVersion(pin) : error
  })
}

/** Returns the version that the cursors of a query name, or `named`; throws INVALID_CURSOR for several. */
export function versionOfCursors(
  document: DocumentNode,
  variableValues: ExecutionArgs['variableValues'],
  named: Pin | null,
): Pin | null {
  let pin = named
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
