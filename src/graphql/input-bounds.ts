import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { codeText } from '../domain/codes/code-text.js'
import {
  boundedLength,
  boundedList,
  boundedText,
  checkExtension,
  listBounds,
  type TextKind,
} from '../domain/input-bounds.js'

/**
 * The names of the arguments and input fields that hold a kind of text, with those of their field or type where the name
 * alone says another kind; all others are of the kind `other`.
 */
const textNames: Readonly<Partial<Record<TextKind, readonly string[]>>> = {
  code: ['code', 'dimension', 'dimensions', 'metric', 'metrics', 'parent', 'release', 'releases'],
  content: ['content'],
  draftContent: ['DraftMapInput.content'],
  fileName: ['name'],
  id: ['after', 'before', 'id', 'ids', 'indicator', 'key'],
  map: ['map'],
  note: ['note'],
  pressText: ['checkClaims.text', 'ProposeFiguresInput.text'],
  publisher: ['publisher'],
  reason: ['reason'],
  reference: ['categories', 'within'],
  search: ['text'],
  sheetName: ['sheet'],
  title: ['title'],
  url: ['url'],
}

const listNames: Readonly<Partial<Record<keyof typeof listBounds, readonly string[]>>> = {
  files: ['files'],
  filters: ['and', 'or'],
  ids: ['ids'],
  keys: ['columns', 'groupBy', 'orderBy', 'rows'],
}

const byName = <Kind extends string>(names: Readonly<Partial<Record<Kind, readonly string[]>>>) =>
  new Map(Object.entries(names).flatMap(([kind, all]) => (all as string[]).map((name) => [name, kind as Kind])))

const textKinds = byName(textNames)
const listKinds = byName(listNames)

/** Returns the value, normalized, or throws if it is out of bounds; `place` names it in the error. */
type Check = (value: unknown, place: string) => unknown

/**
 * Makes every field check its texts and lists before it is resolved, in place. The check of a field is derived from the
 * types of its arguments and is also among its extensions, for callers that coerce arguments without executing.
 */
export function withBoundedInputs(schema: GraphQLSchema): GraphQLSchema {
  const known = new Map<string, Check>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const check = checkOfAll(field.name, field.args, known)
      if (check === null) continue
      const { resolve = defaultFieldResolver, subscribe } = field
      field.resolve = (source, args, context, info) => resolve(source, check(args), context, info)
      if (subscribe) field.subscribe = (source, args, context, info) => subscribe(source, check(args), context, info)
      field.extensions = { ...field.extensions, [checkExtension]: check }
    }
  }
  return schema
}

/** `owner` is the name of the field of arguments, or of the type of input fields. */
function checkOfAll(
  owner: string,
  inputs: readonly (GraphQLArgument | GraphQLInputField)[],
  known: Map<string, Check>,
) {
  const checks = inputs.flatMap(({ name, type }) => {
    const check = checkOf(name, type, known, textKinds.get(`${owner}.${name}`))
    return check === null ? [] : [[name, check] as const]
  })
  if (checks.length === 0) return null
  return (args: Readonly<Record<string, unknown>>, place = ''): Record<string, unknown> => {
    const checked: Record<string, unknown> = { ...args }
    for (const [name, check] of checks) if (args[name] != null) checked[name] = check(args[name], place + name)
    return checked
  }
}

/** Returns null if there is nothing to check: other scalars and enums check their own values. */
function checkOf(
  name: string,
  given: GraphQLInputType,
  known: Map<string, Check>,
  kind = textKinds.get(name) ?? 'other',
): Check | null {
  const type = getNullableType(given)
  if (isListType(type)) {
    const most = listBounds[listKinds.get(name) ?? 'values']
    const item = checkOf(name, type.ofType, known, kind)
    return (value, place) => {
      const items = value as readonly unknown[]
      boundedList(place, items.length, most)
      return item === null ? items : items.map((each, at) => (each == null ? each : item(each, `${place}[${at}]`)))
    }
  }
  if (isInputObjectType(type)) {
    const found = known.get(type.name)
    if (found !== undefined) return found
    const own: { check: ReturnType<typeof checkOfAll> } = { check: null } // a filter holds filters
    const check: Check = (value, place) => own.check?.(value as Record<string, unknown>, `${place}.`) ?? value
    known.set(type.name, check)
    own.check = checkOfAll(type.name, Object.values(type.getFields()), known)
    return check
  }
  return isScalarType(type) && ['String', 'ID'].includes(type.name) ? checkOfText(kind) : null
}

function checkOfText(kind: TextKind): Check {
  return (value, place) => {
    const text = String(value)
    // The content of a file is checked by its reader, and spans are of a press text as it was given.
    if (kind === 'content' || kind === 'draftContent' || kind === 'pressText') return boundedLength(place, text, kind)
    const bounded = boundedText(place, text, kind)
    return kind === 'code' || kind === 'reference' ? codeText(bounded) : bounded
  }
}
