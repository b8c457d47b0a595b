import { requireScope } from '../../domain/actor.js'
import { excerpt } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import type { importFormats, MapSource } from '../../import/formats.js'
import type { ImportFile } from '../../import/importer.js'
import type { IngestReport } from '../../store/ingest/refusal.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import { refuseLonger } from '../../store/query/page.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { findingType, releaseType } from '../relay/node.js'
import { stageType } from './release.js'

const mostFindings = 20_000

export const encodingType = builder.enumType('ContentEncoding', {
  description: 'The encoding of a file’s content in the request.',
  values: {
    TEXT: { description: 'Plain text, for files in UTF-8.' },
    BASE64: { description: 'Base64, for workbooks and for other encodings than UTF-8.' },
  },
})
const formatType = builder.enumType('ImportFormat', {
  description: 'The file formats that can be imported.',
  values: {
    CSV: { description: 'The tidy format: one figure per row.' },
    SDMX_CSV: { description: 'SDMX-CSV 1.0 and 2.0, read by a map.' },
    JSON_STAT: { description: 'JSON-stat 2.0, read by a map.' },
    TABLE: { description: 'A wide table in CSV or XLSX, read by a map.' },
  } satisfies Record<(typeof importFormats)[number], object>,
})

const fileInput = builder.inputType('ImportFile', {
  description: 'A file of a release.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The name, used in messages.' }),
    content: t.string({ required: true, description: 'The content.' }),
    encoding: t.field({ type: encodingType, defaultValue: 'TEXT', description: 'The encoding of the content.' }),
  }),
})

const releaseInput = builder.inputType('ImportReleaseInput', {
  description: 'A release to import: its metadata, its files, and how to read them.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: 'The code. A correction is a release of its own with another code.',
    }),
    dataset: t.string({
      description:
        'The code of the dataset of its figures. The default is that of the server, or the only one beside the exchange rates; otherwise the import is AMBIGUOUS.',
    }),
    title: t.string({ required: true, description: 'The title.' }),
    publisher: t.string({ required: true, description: 'The office that publishes it.' }),
    publishedAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'The time of publication, with the publisher’s offset.',
    }),
    stage: t.field({ type: stageType, defaultValue: 'MONTHLY', description: 'The stage of the release.' }),
    url: t.string({ description: 'The address of the publication.' }),
    note: t.string({ description: 'A note for readers.' }),
    format: t.field({ type: formatType, required: true, description: 'The format of the files.' }),
    map: t.string({ description: 'The name of a map that ships with the server, or a map as JSON.' }),
    period: t.field({ type: 'Period', description: 'The period of a table whose cells do not state the year.' }),
    sheet: t.string({
      description:
        'The name of the sheet to read from a workbook. The default is the sheet named by the map, or the only visible sheet.',
    }),
    files: t.field({ type: [fileInput], required: true, description: 'The files.' }),
    createCodes: t.boolean({ defaultValue: false, description: 'Creates codes that the store does not have.' }),
    createNearCodes: t.boolean({
      defaultValue: false,
      description:
        'Creates codes also for labels that match several known categories but for spelling, or are one letter away from one.',
    }),
    keepPointZero: t.boolean({
      defaultValue: false,
      description:
        'Keeps every ".0" in CSV files as printed. By default, if all values of a unit end in ".0", as programs write whole numbers, the values are read without decimals, and the report says so.',
    }),
    dryRun: t.boolean({ defaultValue: false, description: 'Runs the import and rolls it back.' }),
    acceptFindings: t.boolean({
      defaultValue: false,
      description:
        'Stores the release in spite of findings of severity ERROR. Cells that cannot be read are never accepted.',
    }),
  }),
})

const reportType = builder.objectRef<IngestReport>('ImportReleasePayload').implement({
  description: 'The result of an import or of a dry run.',
  fields: (t) => ({
    accepted: t.exposeBoolean('accepted', {
      description: 'True if the release was stored or, in a dry run, would be.',
    }),
    release: t.field({
      type: releaseType,
      nullable: true,
      description: 'The release, if it was stored.',
      resolve: ({ release }, _, { view }) => view.snapshot.releases.find(({ code }) => code === release) ?? null,
    }),
    added: t.expose('added', { type: 'Count', description: 'The number of new figures.' }),
    revised: t.expose('revised', { type: 'Count', description: 'The number of figures that replaced another value.' }),
    unchanged: t.expose('unchanged', {
      type: 'Count',
      description: 'The number of figures equal to those already stored.',
    }),
    rejected: t.expose('rejected', {
      type: 'Count',
      description: 'The number of rows or cells that could not be read or matched.',
    }),
    findings: t.field({
      ...costs({ items: 100 }),
      type: [findingType],
      description: 'The findings.',
      resolve: ({ findings, release, accepted, dryRun }, _, { view }) => {
        refuseLonger(findings.length, mostFindings, 'findings')
        const releaseId = accepted && !dryRun ? (view.snapshot.releaseIds.get(release) ?? null) : null
        return findings.map((finding) => ({ ...finding, code: release, releaseId }))
      },
    }),
    notices: t.field({
      ...costs({ items: 100 }),
      type: ['String'],
      description: 'The assumptions made in reading the files, as sentences.',
      resolve: ({ notices = [] }) => [...notices],
    }),
    dryRun: t.exposeBoolean('dryRun', { description: 'True for a dry run.' }),
  }),
})

const retractionType = builder.objectRef<{ readonly release: Release }>('RetractReleasePayload').implement({
  description: 'The result of a retraction.',
  fields: (t) => ({
    release: t.expose('release', { type: releaseType, description: 'The release, with retractedAt.' }),
  }),
})

builder.mutationType({ description: 'The mutations, for holders of a key with the scope publish.' })
builder.mutationFields((t) => ({
  importRelease: t.field({
    type: reportType,
    nullable: true,
    description:
      'Imports a release completely or not at all. A release stopped by its findings is reported with accepted false, not as an error.',
    args: {
      input: t.arg({ type: releaseInput, required: true, description: 'The release, its files and how to read them.' }),
    },
    resolve: async (_, { input }, context) => {
      requireScope(context.actor, 'publish')
      const { code, dataset = null, title, publisher, publishedAt, url = null, note = null } = input
      const { format, period = null, sheet = null } = input
      const report = await context.publishing.importRelease({
        head: { code, dataset, title, publisher, publishedAt, stage: input.stage ?? 'MONTHLY', url, note },
        files: input.files.map(fileOf),
        format,
        map: mapOf(input.map),
        period,
        encoding: null,
        sheet,
        createCodes: input.createNearCodes ? 'near' : (input.createCodes ?? false),
        keepPointZero: input.keepPointZero ?? false,
        dryRun: input.dryRun ?? false,
        acceptFindings: input.acceptFindings ?? false,
      })
      context.view = await context.publishing.view()
      return report
    },
  }),
  retractRelease: t.field({
    type: retractionType,
    nullable: true,
    description:
      'Retracts a release. Its figures no longer count as known, and remain in the histories of their series.',
    args: {
      code: t.arg.string({ required: true, description: 'The code.' }),
      reason: t.arg.string({ required: true, description: 'The reason, shown to readers.' }),
    },
    resolve: async (_, { code, reason }, context) => {
      requireScope(context.actor, 'publish')
      await context.publishing.retract(code, reason)
      context.view = await context.publishing.view()
      const release = context.view.snapshot.releases.find((each) => each.code === code)
      if (release === undefined) throw new Error(`release ${code} was retracted but is not in the snapshot`)
      return { release }
    },
  }),
}))

function mapOf(map: string | null | undefined): MapSource | null {
  if (map == null) return null
  return map.trimStart().startsWith('{') ? { file: 'map', text: map } : { name: map }
}

function fileOf(file: typeof fileInput.$inferInput): ImportFile {
  const bytes = bytesOf(file)
  return { name: file.name, bytes: once(bytes), again: () => once(bytes) }
}

/** Decodes the content of a file. Throws BAD_USER_INPUT if it is not Base64. */
export function bytesOf({ name, content, encoding }: typeof fileInput.$inferInput): Uint8Array {
  if (encoding === 'BASE64' && !/^[A-Za-z0-9+/]*={0,2}$/.test(content.replace(/\s/g, '')))
    throw new Refusal('BAD_USER_INPUT', `The content of "${excerpt(name)}" is not Base64.`)
  return Buffer.from(content, encoding === 'BASE64' ? 'base64' : 'utf8')
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
