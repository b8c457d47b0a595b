import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

// The reference `PostGraphile`, from a folder in which it is installed, as it requires a newer Node than the server: its
// default preset over views of the current figures and a function for each of two questions, so that it chooses no rows.

const [folder = '', connectionString = ''] = process.argv.slice(2)

const views = `
CREATE SCHEMA IF NOT EXISTS graphile;
CREATE OR REPLACE VIEW graphile.dimension AS SELECT id, code FROM dimension;
COMMENT ON VIEW graphile.dimension IS E'@primaryKey id';
CREATE OR REPLACE VIEW graphile.category AS SELECT id, code, name_en AS name, dimension_id FROM category;
COMMENT ON VIEW graphile.category IS
  E'@primaryKey id\\n@foreignKey (dimension_id) references graphile.dimension (id)|@fieldName dimension';
CREATE OR REPLACE VIEW graphile.metric AS SELECT id, code, name_en AS name FROM metric;
COMMENT ON VIEW graphile.metric IS E'@primaryKey id';
CREATE OR REPLACE VIEW graphile.indicator AS
  SELECT series_id, period, metric_id, breakdown_id, category_id, value FROM indicator
  WHERE known_to IS NULL AND to_version IS NULL AND qualifier <> 'UNDER';
COMMENT ON VIEW graphile.indicator IS
  E'@primaryKey series_id,period\\n@foreignKey (metric_id) references graphile.metric (id)|@fieldName metric\\n@foreignKey (category_id) references graphile.category (id)|@fieldName category';
CREATE OR REPLACE FUNCTION graphile.page(metric text, dimension text, period integer, at_least numeric)
RETURNS SETOF graphile.indicator STABLE LANGUAGE sql AS $$
  SELECT i.* FROM graphile.indicator i
  WHERE i.metric_id = (SELECT id FROM public.metric WHERE code = $1) AND i.breakdown_id = (
      SELECT b.id FROM public.breakdown b JOIN public.dimension d ON b.dimensions = ARRAY[d.id] WHERE d.code = $2
    ) AND i.period = $3 AND i.value >= $4
  ORDER BY i.value DESC NULLS LAST, i.series_id DESC
$$;
CREATE OR REPLACE FUNCTION graphile.one(metric text, dimension text, category text, at_least numeric)
RETURNS SETOF graphile.indicator STABLE LANGUAGE sql AS $$
  SELECT i.* FROM graphile.indicator i
  WHERE i.metric_id = (SELECT id FROM public.metric WHERE code = $1) AND i.category_id = (
      SELECT c.id FROM public.category c JOIN public.dimension d ON d.id = c.dimension_id WHERE d.code = $2 AND c.code = $3
    ) AND i.value >= $4
  ORDER BY i.period
$$`

const client = new pg.Client({ connectionString })
await client.connect()
await client.query(views)
await client.end()

const find = createRequire(pathToFileURL(`${folder}/`))
const load = (name: string) => import(pathToFileURL(find.resolve(name)).href)
const { postgraphile } = await load('postgraphile')
const { PostGraphileAmberPreset } = await load('postgraphile/presets/amber')
const { makePgService } = await load('postgraphile/adaptors/pg')
const { grafserv } = await load('postgraphile/grafserv/node')
const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ['graphile'] })],
  grafserv: { graphqlPath: '/graphql', watch: false, graphiql: false },
}).createServ(grafserv)
const server = createServer()
await service.addTo(server)
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening at http://127.0.0.1:${(server.address() as AddressInfo).port},\n`)
})
