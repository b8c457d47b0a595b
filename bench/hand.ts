import Fastify from 'fastify'
import mercurius from 'mercurius'
import { poolOf, readCodes, statement } from './by-hand.js'

// The reference `hand`: Mercurius with its JIT over prepared statements, resolvers written for the two questions.

const pool = poolOf(process.argv[2] ?? '')
const { codes, metric, category } = await readCodes(pool)
const version = (await pool.query('SELECT version FROM store_state')).rows[0].version
const app = Fastify()
await app.register(mercurius, {
  jit: 1,
  schema: `
    scalar Period scalar Decimal
    enum Unit { CNY_10_THOUSAND }
    enum Field { VALUE PERIOD } enum Direction { ASC DESC }
    input Order { field: Field! direction: Direction! }
    input Range { gte: Decimal }
    input Filter { metrics: [String!] dimensions: [String!] categories: [String!] periods: [Period!] value: Range }
    type Query { indicators(filter: Filter, orderBy: [Order!], first: Int): Connection! }
    type Connection { nodes: [Indicator!]! }
    type Indicator { period: Period! metric: Metric! category: Category! value(unit: Unit): Decimal }
    type Metric { code: String! name: String! }
    type Category { code: String! name: String! dimension: Dimension! }
    type Dimension { code: String! }`,
  resolvers: {
    Query: {
      indicators: async (_: unknown, { filter }: { filter: Record<string, unknown> & { value?: { gte: string } } }) => {
        const name = filter['periods'] == null ? 'one' : 'page'
        const { rows } = await pool.query(statement(name, { ...filter, least: filter.value?.gte }, codes))
        if (rows.some((row) => row.version !== version)) throw new Error('the store has moved on')
        return { nodes: rows }
      },
    },
    Indicator: {
      period: ({ period }: Row) => `${Math.floor(period / 192)}`,
      metric: ({ metric_id }: Row) => metric.get(metric_id),
      category: ({ category_id }: Row) => category.get(category_id),
      value: ({ value }: Row) => shifted(value),
    },
    Metric: { name: ({ name_en }: { name_en: string }) => name_en },
    Category: {
      name: ({ name_en }: { name_en: string }) => name_en,
      dimension: ({ dimension }: { dimension: string }) => ({ code: dimension }),
    },
  } as never,
})

interface Row {
  readonly period: number
  readonly metric_id: number
  readonly category_id: number
  readonly value: string
}

/** Ten thousandths of a whole number, as text. */
function shifted(value: string): string {
  const digits = value.padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0+$/, '')
  return fraction === '' ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${fraction}`
}

process.stdout.write(`listening at ${await app.listen({ port: 0, host: '127.0.0.1' })},\n`)
