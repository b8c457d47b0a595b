import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { retract } from '../../../src/store/ingest/retract.js'
import { openHardStore } from '../../export/support.js'
import { figure, prepareForGenerated, release } from '../../figures.js'
import type { TestStore } from '../../support.js'
import { media, structureMedia, textOf } from './sdmx-support.js'

// The schemas belong to SDMX, and are not copied into this repository. The folder has clones of github.com/sdmx-twg/sdmx-ml
// at v2.1 and v3.0.0, as `ml-2.1` and `ml-3.0`, and the schemas of SDMX-JSON 2.0.0, as `data.json` and `structure.json`.
const folder = process.env['SDMX_SCHEMAS']

let opened: TestStore
let work: string
/** The time after which a figure was revised and another deleted. */
let before: string
beforeAll(async () => {
  opened = await openHardStore()
  await prepareForGenerated(opened.database) // a Chinese code with a child
  const figures = ['2023', '1999'].map((period) => figure({ period, value: '1' }))
  await release(opened.database, { code: 'WRONG', publishedAt: '2026-01-01T00:00:00Z' }, figures)
  before = (await opened.store.view()).snapshot.createdAt.toISOString()
  await retract(opened.database, 'WRONG', 'A trial.')
  work = await mkdtemp(join(tmpdir(), 'trade-indicators-sdmx-'))
})
afterAll(async () => {
  await opened.close()
  await rm(work, { recursive: true })
})

const flow = 'data/dataflow/GACC/CN_TRADE/1.0.0'
const data = [
  ...['', '?dimensionAtObservation=AllDimensions', '?includeHistory=true', '?asOf=2022-01-01'],
  ...['?updatedAfter=2022-01-01', '?updatedAfter=BEFORE', '?attributes=none&measures=none', '?measures=none'],
].map((query) => flow + query)
const textAt = (path: string, type: string) => textOf(opened, path.replace('BEFORE', before), type)
const structures = [
  ...['structure', 'structure/dataflow?references=all&detail=allstubs', 'structure/codelist/*/CL_FREQ/+/A'],
  ...['structure/datastructure?references=conceptscheme&detail=referencepartial'],
  ...[
    'availability/dataflow/GACC/CN_TRADE?references=all',
    'availability/dataflow/GACC/CN_TRADE/1.0.0/A?mode=available',
  ],
]

describe.skipIf(folder === undefined)('with SDMX_SCHEMAS, a folder of the official schemas, they accept', () => {
  test.each([
    ['2.1', media.generic, data],
    ['2.1', structureMedia.xml21, structures],
    ['3.0', structureMedia.xml, structures],
  ])('SDMX-ML %s: %s', async (edition, type, paths) => {
    const schema = join(folder ?? '', `ml-${edition}`, 'schemas/SDMXMessage.xsd')
    for (const path of paths) {
      const file = join(work, 'message.xml')
      await writeFile(file, await textAt(path, type))
      const validate = () =>
        execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' })
      expect(validate, path).not.toThrow()
    }
  })

  test.each([
    ['data', media.json, data],
    ['structure', structureMedia.json, structures],
  ])('SDMX-JSON 2.0: %s', async (name, type, paths) => {
    const { $schema: _, id: __, ...schema } = JSON.parse(await readFile(join(folder ?? '', `${name}.json`), 'utf8'))
    const formats = Object.fromEntries(
      ['date-time', 'date', 'uri', 'email', 'uri-reference'].map((each) => [each, true]),
    )
    const date = (text: string): boolean => !text.includes('T') // a moment is not a date as well
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, formats: { ...formats, date } as never })
    const validate = ajv.compile(schema)
    for (const path of paths) {
      validate(JSON.parse(await textAt(path, type)))
      expect(validate.errors, path).toBe(null)
    }
  })
})
