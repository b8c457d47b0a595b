import { Ajv2020, type AnySchemaObject, type ErrorObject } from 'ajv/dist/2020.js'
import { listBounds, shortened, textFault } from '../../domain/input-bounds.js'
import { formatCount } from '../../errors.js'
import { didYouMean, formatPath, getOwn, preview } from '../input/messages.js'

/** The dialect is JSON Schema 2020-12; `oneOf` tells its branches apart by their property `is`. */
export type Schema = AnySchemaObject

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

/** Compiles a schema to a function that returns the faults of a value, a line each, with path and expectation. */
export function compileSchema(schema: Schema): (value: unknown) => string[] {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, discriminator: true, strict: true, strictTypes: false })
  const validate = ajv.compile(expanded(schema, schema['$defs']) as Schema)
  return (value) => {
    const tooLarge = boundFaults(value, '')
    if (tooLarge.length > 0 || validate(value)) return tooLarge
    return (validate.errors ?? []).slice(0, listBounds.faults).map((error) => faultOf(error, value))
  }
}

/** Inlines references, so that a description beside one takes precedence over that of its target. */
function expanded(node: unknown, definitions: Readonly<Record<string, object>>): unknown {
  if (Array.isArray(node)) return node.map((each) => expanded(each, definitions))
  if (typeof node !== 'object' || node === null) return node
  const { $ref, $defs: _, ...rest } = node as { readonly $ref?: string; readonly $defs?: object }
  const target = $ref === undefined ? {} : getOwn(definitions, $ref.replace('#/$defs/', ''))
  if (!target) throw new Error(`The schema refers to ${$ref}, which it does not define.`)
  const all = { ...target, ...rest }
  const entries = Object.entries('oneOf' in all ? { ...all, discriminator: { propertyName: 'is' } } : all)
  return Object.fromEntries(entries.map(([key, each]) => [key, expanded(each, definitions)]))
}

const deepest = 20

function boundFaults(value: unknown, path: string, depth = 0): string[] {
  const fault = (what: string, text: string): string[] => {
    const found = textFault(text, 'mapText')
    return found === null ? [] : [line(path, `${what} ${found.message}`)]
  }
  if (typeof value === 'string') return fault('The text', value)
  if (typeof value !== 'object' || value === null || depth === deepest) return []
  const items = Object.entries(value)
  if (items.length > listBounds.mapItems) {
    const [count, most] = [formatCount(items.length), formatCount(listBounds.mapItems)]
    return [line(path, `There are ${count} items here, and ${most} are allowed.`)]
  }
  const isList = Array.isArray(value)
  return items.flatMap(([key, each], index) => [
    ...(isList ? [] : fault('A key', key)),
    ...boundFaults(each, formatPath(path, isList ? index : key), depth + 1),
  ])
}

const line = (path: string, message: string): string =>
  `${path === '' ? 'whole file' : shortened(path, 300)}: ${message}`

function faultOf({ instancePath, keyword, params, data, parentSchema }: ErrorObject, root: unknown): string {
  const schema: Schema = parentSchema ?? {}
  const path = pathTo(instancePath, root)
  const expected = ({ description }: Schema): string => (description ? ` Expected: ${description}` : '')
  const fault = (message: string): string => line(path, message + expected(schema))
  const oneOf = (found: unknown, choices: readonly string[]): string => {
    const advice = typeof found === 'string' ? didYouMean(found, choices) : ''
    return `${preview(found)} is none of ${choices.join(', ')}. ${advice}`.trimEnd()
  }
  switch (keyword) {
    case 'type': {
      const types = [schema['type']].flat().map((type) => typeNames[type])
      return fault(`${preview(data)} is not ${types.join(' or ')}.`)
    }
    case 'enum':
      return fault(oneOf(data, schema['enum']))
    case 'discriminator': {
      const names = (schema['oneOf'] as readonly Schema[]).flatMap(({ properties: { is } }) => is.const ?? is.enum)
      return line(formatPath(path, 'is'), oneOf(params['tagValue'], names) + expected(schema))
    }
    case 'pattern':
      return fault(`${preview(data)} does not match the pattern ${params['pattern']}.`)
    case 'minLength':
      return fault('The text is empty.')
    case 'minItems':
      return fault('The list has too few items.')
    case 'minProperties':
      return fault('The object is empty.')
    case 'minimum':
    case 'maximum':
      return fault(`${data} is not between ${schema['minimum'] ?? 'any less'} and ${schema['maximum'] ?? 'any more'}.`)
    case 'required': {
      const { missingProperty: key } = params
      return line(formatPath(path, key), `The key is missing.${expected(getOwn(schema['properties'], key) ?? {})}`)
    }
    case 'additionalProperties': {
      const { additionalProperty: key } = params
      const keys = Object.keys(schema['properties'] ?? {})
      const advice = didYouMean(key, keys) || `The keys are ${keys.join(', ')}.`
      return line(formatPath(path, key), `This key is unknown. ${advice}`)
    }
    default:
      throw new Error(`No message is known for the keyword "${keyword}" of a schema.`)
  }
}

function pathTo(pointer: string, root: unknown): string {
  let path = ''
  let at = root as Readonly<Record<string, unknown>>
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path = formatPath(path, Array.isArray(at) ? Number(key) : key)
    at = at[key] as typeof at
  }
  return path
}
