import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FigureName, type Proven, verifyProof } from '../../src/domain/history-proof/figure-proof.js'
import { parseVerifier, type Verifier } from '../../src/domain/history-proof/signed-note.js'
import { encodeId } from '../../src/graphql/relay/id.js'
import { schema } from '../../src/graphql/schema.js'
import { headFileOf } from '../../src/history/head-file.js'
import { makeLeaves } from '../../src/history/leaf-maker.js'
import { SignedHistory } from '../../src/history/signed-history.js'
import { createSigningKey, readSigningKey } from '../../src/history/signing-key.js'
import { figure, release } from '../figures.js'
import { post, testApp } from '../server/support.js'
import type { TestStore } from '../support.js'

export const key = (metric: string, category: string, letter = 'A', measure = 'CNY'): string =>
  `CN_TRADE|${metric}|${category}|${measure}|${letter}`

/** Versions of every kind: a revision, a confirmation, a coarser rounding, a release that comes late, and a retraction. */
export async function fillHistory({ database }: TestStore): Promise<void> {
  const ships = (value: string, period = '2018') =>
    figure({ metric: 'EXPORTS', categories: ['PRODUCT:SHIPS'], period, value, yoy: '4.90' })
  const at = (day: number): string => `2025-01-0${day}T10:00:00+08:00`
  await release(database, { code: 'FIRST', title: 'Erste „Ausgabe“ \\ 第一版', publishedAt: at(1) }, [
    ships('1.10'),
    ships('2.0', '2017'),
    figure({ period: '2018', value: '556000', decimals: -3, unit: 'CNY_100_MILLION', qualifier: 'OVER' }),
    figure({
      metric: 'EXPORTS',
      period: '2018-11',
      value: '-3.5',
      note: { en: 'Tab\there,\nline "2"', zh: '注\u2028' },
    }),
  ])
  await release(database, { code: 'THIRD', publishedAt: at(3) }, [
    ships('1.20'),
    ships('2.0', '2017'),
    ships('3.0', '2016'),
  ])
  const inTable = { share: '12.50', shareOf: ['EXPORTS', 'TOTAL:ALL'], shareChange: '-0.3', flags: 'p' } as const
  await release(database, { code: 'SECOND', publishedAt: at(2), url: 'https://office.example/2?a=1&b=2' }, [
    ships('1.15'),
    ships('2.0', '2017'),
    figure({ metric: 'IMPORTS', period: '2018-01/2018-05', value: null, unit: 'CNY', status: 'MISSING', ...inTable }),
    figure({ metric: 'IMPORTS', period: '2018-Q3', value: '0.001', changes: [{ points: '1.0', base: '2018-Q2' }] }),
  ])
  await release(database, { code: 'TWIN', publishedAt: at(3).replace('T10', 'T11') }, [
    ...[ships('3.0', '2016'), ships('1.20'), ships('2.0', '2017')],
  ])
  await release(database, { code: 'WRONG', publishedAt: at(4) }, [
    ships('9.9'),
    ships('8', '2015'),
    ships('2.0', '2017'),
  ])
}

/** A release of more than one block, in which the periods of a series continue in the next block. */
export const fillBlocks = ({ database }: TestStore) =>
  release(
    database,
    { code: 'MANY', publishedAt: '2025-01-05T10:00:00+08:00' },
    ['EXPORTS', 'IMPORTS', 'TRADE'].flatMap((metric) =>
      Array.from({ length: 50 }, (_, n) => figure({ metric, period: `${1950 + n}`, value: `${n}.0` })),
    ),
  )

/** The signer of a store: a new one each time, with the same files. */
export interface Signing {
  readonly verifier: Verifier
  readonly file: string
  signer(origin?: string): Promise<SignedHistory>
  clear(): Promise<void>
}

export async function signing({ database }: TestStore, name = 'stats.example.org/history'): Promise<Signing> {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-signing-'))
  const file = join(folder, 'history.pem')
  await createSigningKey(file, name)
  const signer = async (origin = name): Promise<SignedHistory> =>
    new SignedHistory(database, await readSigningKey(file, origin), headFileOf(file), (error) => {
      throw error
    })
  return {
    verifier: parseVerifier((await signer()).verifier),
    file,
    signer,
    clear: () => rm(folder, { recursive: true }),
  }
}

/** A server that signs what the store is now. */
export async function signedApp({ database, store }: TestStore, { signer, verifier }: Signing) {
  await makeLeaves(database)
  const history = await signer()
  const { app } = testApp({ store, schema, history, config: { RATE_LIMIT_PER_MINUTE: '0' } })
  const get = async (path: string): Promise<string> => (await app.fetch(`http://test${path}`)).text()
  const file = async (name: FigureName, headers: Record<string, string> = {}): Promise<string> => {
    const indicator = encodeId('Indicator', name.release, name.series, name.period)
    const query = 'query ($indicator: ID!) { proof(indicator: $indicator) { file } }'
    const { data, errors } = await (await post(app, { query, variables: { indicator } }, headers)).json()
    if (errors !== undefined) throw Object.assign(new Error(errors[0].message), { code: errors[0].extensions.code })
    return data.proof.file
  }
  const prove = async (name: FigureName): Promise<Proven> => verifyProof(await file(name), verifier, name)
  return { app, history, get, file, prove }
}
