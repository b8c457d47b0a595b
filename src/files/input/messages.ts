import { listBounds, shortened, textFault } from '../../domain/input-bounds.js'
import { nearest } from '../../domain/text/nearest.js'

const typeNames = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
} as const
type TypeName = keyof typeof typeNames

/** The part of JSON Schema (2020-12) that `checkSchema` knows. `oneOf` tells its branches apart by their property `is`. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly description?: string
  readonly type?: TypeName | readonly TypeName[]
  readonly const?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly additionalProperties?: false | Schema
  readonly oneOf?: readonly Schema[]
}

/** A value's own property; undefined for what an object only inherits. */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

/** The path of a key below another: columns[3].metric, aliases["a b"]. */
export function pathOf(above: string, key: string | number): string {
  if (typeof key === 'number') return `${above}[${key}]`
  if (!/^[A-Za-z$_][\w$]*$/.test(key)) return `${above}[${JSON.stringify(key)}]`
  return above === '' ? key : `${above}.${key}`
}

/** A value as a message shows it. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(begun(value, 0)) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** As much of a value as can be shown: a file may hold a list of a million. */
function begun(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, 100)
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  if (depth === 3) return '…'
  if (Array.isArray(value)) return value.slice(0, 20).map((each) => begun(each, depth + 1))
  const some: Record<string, unknown> = {}
  let count = 0
  for (const key in value) {
    if (++count > 20) break
    some[key.slice(0, 100)] = begun((value as Record<string, unknown>)[key], depth + 1)
  }
  return some
}

/** What is wrong with a value by a schema, everything at once: a line each, with path, what was found, what is right. */
export function checkSchema(value: unknown, root: Schema): string[] {
  const faults: string[] = []
  const report = (path: string, message: string) => {
    if (faults.length < listBounds.faults)
      faults.push(`${path === '' ? 'the whole' : shortened(path, 300)}: ${message}`)
  }

  const check = (found: unknown, given: Schema, path: string): void => {
    const schema = resolved(given, root)
    const about = schema.description ? ` Here stands: ${schema.description}` : ''
    const types = typeof schema.type === 'string' ? [schema.type] : schema.type
    if (types && !types.some((type) => type === typeOf(found))) {
      report(path, `${shown(found)} is not ${types.map((type) => typeNames[type]).join(' or ')}.${about}`)
      return
    }
    const tooMuch = boundFault(found)
    if (tooMuch !== null) {
      report(path, tooMuch)
      return
    }
    if (typeof found === 'string') checkText(found, schema, (message) => report(path, message + about))
    if (typeof found === 'number') {
      const { minimum = -Infinity, maximum = Infinity } = schema
      if (found < minimum || found > maximum)
        report(path, `${found} is not between ${minimum} and ${maximum === Infinity ? 'any more' : maximum}.${about}`)
    }
    if (Array.isArray(found)) {
      if (found.length < (schema.minItems ?? 0)) report(path, `The list has too few items.${about}`)
      if (schema.items) for (const [index, item] of found.entries()) check(item, schema.items, pathOf(path, index))
    } else if (typeof found === 'object' && found !== null) {
      checkObject(found as Readonly<Record<string, unknown>>, schema, path, about)
    }
  }

  const checkObject = (found: Readonly<Record<string, unknown>>, schema: Schema, path: string, about: string): void => {
    if (schema.oneOf) {
      const branches = schema.oneOf.map((each) => ({ each, names: namesOf(resolved(each, root)) }))
      const branch = branches.find(({ names }) => names.some((name) => name === found['is']))
      const names = branches.flatMap((each) => each.names).join(', ')
      if (branch) check(found, branch.each, path)
      else report(pathOf(path, 'is'), `${shown(found['is'])} is none of ${names}.${about}`)
      return
    }
    const keys = Object.keys(schema.properties ?? {})
    for (const key of schema.required ?? [])
      if (!Object.hasOwn(found, key))
        report(pathOf(path, key), `It is missing.${describe(own(schema.properties, key), root)}`)
    if (Object.keys(found).length < (schema.minProperties ?? 0)) report(path, `The object is empty.${about}`)
    for (const [key, each] of Object.entries(found)) {
      const known = own(schema.properties, key)
      if (known) check(each, known, pathOf(path, key))
      else if (schema.additionalProperties) check(each, schema.additionalProperties, pathOf(path, key))
      else if (schema.additionalProperties === false)
        report(
          pathOf(path, key),
          `There is no such key. ${suggestion(key, keys) || `The keys are ${keys.join(', ')}.`}`,
        )
    }
  }

  check(value, root, '')
  return faults
}

/** What is wrong with the size of a value, whatever the schema says of it. */
function boundFault(value: unknown): string | null {
  if (typeof value === 'string') return fault('The text', value)
  if (typeof value !== 'object' || value === null) return null
  const keys = Array.isArray(value) ? [] : Object.keys(value)
  const count = Array.isArray(value) ? value.length : keys.length
  if (count > listBounds.mapItems) return `There are ${count} items here, and ${listBounds.mapItems} are allowed.`
  return keys.map((key) => fault('A key', key)).find((each) => each !== null) ?? null
}

function fault(what: string, text: string): string | null {
  const found = textFault(text, 'mapText')
  return found === null ? null : `${what} ${found.message}`
}

function checkText(found: string, schema: Schema, report: (message: string) => void): void {
  const choices = schema.const === undefined ? schema.enum : [schema.const]
  if (choices && !choices.includes(found))
    report(`${shown(found)} is none of ${choices.join(', ')}. ${suggestion(found, choices)}`.trimEnd())
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(found))
    report(`${shown(found)} is not of the right form, ${schema.pattern}.`)
  if (found.length < (schema.minLength ?? 0)) report('The text is empty.')
}

/** "Did you mean …?", or nothing where nothing is near. */
export function suggestion(asked: string, known: readonly string[]): string {
  const alike = nearest(asked, known)
  return alike.length > 0 ? `Did you mean ${alike.join(', ')}?` : ''
}

const describe = (schema: Schema | undefined, root: Schema): string => {
  const description = schema && resolved(schema, root).description
  return description ? ` Here stands: ${description}` : ''
}

/** What `is` may be in a branch. */
function namesOf(schema: Schema): readonly string[] {
  const is = own(schema.properties, 'is')
  return is?.const === undefined ? (is?.enum ?? []) : [is.const]
}

/** What stands beside a reference says more than what it refers to. */
function resolved(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const target = own(root.$defs, schema.$ref.replace('#/$defs/', ''))
  if (!target) throw new Error(`the schema refers to ${schema.$ref}, which it does not have`)
  return { ...target, ...schema }
}

function typeOf(value: unknown): TypeName | 'other' {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (Number.isInteger(value)) return 'integer'
  const type = typeof value
  return type === 'string' || type === 'boolean' || type === 'object' ? type : 'other'
}
