import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { groupBys } from '../src/domain/observations/group-key.js'

/** Chooses a whole number below another. */
export type Choose = (below: number) => number

/** Values that mean something in a store: codes, ids, periods. */
export interface Words {
  readonly metrics: readonly string[]
  readonly dimensions: readonly string[]
  readonly categories: readonly string[]
  readonly releases: readonly string[]
  readonly periods: readonly string[]
  readonly ids: readonly string[]
}

export interface RandomDocument {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const deepest = 9

/**
 * A valid query of a schema, all of whose ways of asking are tried: aliases, nested lists, fragments, inline fragments,
 * directives, variables and their defaults.
 */
export function randomDocument(schema: GraphQLSchema, choose: Choose, words: Words): RandomDocument {
  return new Documents(schema, choose, words).make()
}

class Documents {
  readonly #schema: GraphQLSchema
  readonly #choose: Choose
  readonly #words: Words
  readonly #variables: { readonly name: string; readonly type: string; readonly value: unknown; preset: string }[] = []
  readonly #fragments: { readonly name: string; readonly on: string; readonly depth: number; text: string }[] = []
  #names = 0
  #fields = 0

  constructor(schema: GraphQLSchema, choose: Choose, words: Words) {
    this.#schema = schema
    this.#choose = choose
    this.#words = words
  }

  make(): RandomDocument {
    const body = this.#selection(this.#schema.getQueryType() as GraphQLNamedType, 0)
    const defined = this.#variables.map(({ name, type, preset }) => `$${name}: ${type}${preset}`)
    const fragments = this.#fragments.map(({ name, on, text }) => `fragment ${name} on ${on} ${text}`)
    const given = this.#variables.filter(({ preset }) => preset === '')
    return {
      query: `query ${defined.length > 0 ? `(${defined.join(', ')})` : ''} ${body}\n${fragments.join('\n')}`,
      variables: Object.fromEntries(given.map(({ name, value }) => [name, value])),
    }
  }

  #chance(of: number): boolean {
    return this.#choose(of) === 0
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const fields = this.#fieldsOf(type, depth)
    const count = 1 + this.#choose(depth === 0 ? 3 : 4)
    const parts: string[] = []
    for (let n = 0; n < count; n++) {
      const abstract = isAbstractType(type) && (fields.length === 0 || this.#chance(2))
      const on = abstract ? this.#of(this.#schema.getPossibleTypes(type)) : type
      if (abstract || this.#chance(8)) parts.push(this.#fragment(on, depth))
      else if (fields.length > 0) parts.push(this.#field(this.#of(fields), depth))
    }
    return `{ ${parts.join(' ') || '__typename'} }`
  }

  /** Deep down, only what has nothing below it. */
  #fieldsOf(type: GraphQLNamedType, depth: number): GraphQLField<unknown, unknown>[] {
    if (!isObjectType(type) && !isInterfaceType(type)) return []
    const all = Object.values(type.getFields())
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)))
    return depth >= deepest || this.#fields > 60 ? leaves : all
  }

  #fragment(on: GraphQLNamedType, depth: number): string {
    const directive = this.#directive()
    if (this.#chance(2))
      return `... ${this.#chance(2) ? `on ${on.name} ` : `on ${on.name} `}${directive}${this.#selection(on, depth + 1)}`
    const known = this.#fragments.filter((each) => each.on === on.name && each.depth >= depth && each.text !== '')
    if (known.length > 0 && this.#chance(2)) return `...${this.#of(known).name} ${directive}`
    const made = { name: this.#name('F'), on: on.name, depth, text: '' }
    made.text = this.#selection(on, depth + 1) // before it is known: no circles
    this.#fragments.push(made)
    return `...${made.name} ${directive}`
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields += 1
    const type = getNamedType(field.type)
    const args = field.args
      .filter((arg) => isNonNullType(arg.type) || this.#chance(3))
      .map((arg) => `${arg.name}: ${this.#argument(arg.name, arg.type)}`)
    const given = args.length > 0 ? `(${args.join(', ')})` : ''
    const below = isLeafType(type) ? '' : ` ${this.#selection(type, depth + 1)}`
    return `${this.#name('a')}: ${field.name}${given} ${this.#directive()}${below}`
  }

  #directive(): string {
    if (!this.#chance(6)) return ''
    const value = this.#chance(2)
    const name = this.#chance(2) ? 'include' : 'skip'
    return `@${name}(if: ${this.#chance(2) ? value : this.#variable('Boolean!', value, `${value}`)}) `
  }

  #argument(name: string, type: GraphQLInputType): string {
    const value = this.#value(name, type, 0)
    const literal = literalOf(value, type)
    return this.#chance(2) ? literal : this.#variable(String(type), value, literal)
  }

  #variable(type: string, value: unknown, literal: string): string {
    const name = this.#name('v')
    this.#variables.push({ name, type, value, preset: this.#chance(3) ? ` = ${literal}` : '' })
    return `$${name}`
  }

  #value(name: string, given: GraphQLInputType, depth: number): unknown {
    const type = getNullableType(given)
    if (isListType(type)) {
      const items = Array.from({ length: this.#choose(3) + (depth === 0 ? 1 : 0) }, () =>
        this.#value(name, type.ofType, depth + 1),
      )
      return name === 'rows' || name === 'columns' || name === 'groupBy' ? items.slice(0, 1) : items
    }
    if (isEnumType(type)) return this.#of(type.getValues()).name
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.#chance(5))
      if (type.name === 'GroupKey') return this.#groupKey()
      return Object.fromEntries(
        fields
          .filter((field) => depth < 2 || !isInputObjectType(getNamedType(field.type)))
          .map((field) => [field.name, this.#value(field.name, field.type, depth + 1)]),
      )
    }
    return this.#scalar(name, type.name)
  }

  #groupKey(): object {
    const by = this.#of(groupBys)
    return by === 'CATEGORY' ? { by, dimension: this.#of(this.#words.dimensions) } : { by }
  }

  #scalar(name: string, type: string): unknown {
    const { metrics, dimensions, categories, releases, periods, ids } = this.#words
    if (type === 'Boolean') return this.#chance(2)
    if (type === 'Int') return this.#of([0, 1, 3, 20, 1000])
    if (type === 'Period') return this.#of(periods)
    if (type === 'DateTime') return '2024-06-01T00:00:00Z'
    if (type === 'Decimal') return this.#of(['0', '1.5', '-3'])
    if (type === 'ID') return this.#of(ids)
    if (name === 'metric' || name === 'metrics') return this.#of(metrics)
    if (name === 'dimension' || name === 'dimensions') return this.#of(dimensions)
    if (name === 'release' || name === 'releases') return this.#of(releases)
    if (name === 'categories' || name === 'within') return this.#of(categories)
    if (name === 'text') return this.#of(['trade', 'a', 'ship eu', '出口'])
    return this.#of([...metrics, ...dimensions, ...releases, ...categories.map((each) => each.split(':')[1] ?? each)])
  }

  #of<T>(all: readonly T[]): T {
    return all[this.#choose(all.length)] as T
  }

  #name(letter: string): string {
    this.#names += 1
    return `${letter}${this.#names}`
  }
}

function literalOf(value: unknown, given: GraphQLInputType): string {
  const type = getNullableType(given)
  if (isListType(type)) return `[${(value as unknown[]).map((each) => literalOf(each, type.ofType)).join(', ')}]`
  if (isEnumType(type)) return String(value)
  if (!isInputObjectType(type)) return JSON.stringify(value)
  const fields = type.getFields()
  const parts = Object.entries(value as object).map(([name, each]) => {
    const field = fields[name]
    return field === undefined ? '' : `${name}: ${literalOf(each, field.type)}`
  })
  return `{ ${parts.join(', ')} }`
}
