import { requireScope } from '../../domain/actor.js'
import { excerpt } from '../../domain/input-bounds.js'
import type { ReleaseStage } from '../../domain/observations/observation.js'
import { Refusal } from '../../errors.js'
import type { importFormats, MapSource } from '../../import/formats.js'
import type { ImportFile } from '../../import/importer.js'
import type { IngestReport } from '../../store/ingest/ingest.js'
import { refuseLonger } from '../../store/query/page.js'
import { builder } from '../builder.js'
import { costs } from '../cost.js'
import { findingType, releaseType } from '../relay/node.js'
import { stageType } from './release.js'

const mostFindings = 20_000

const encodingType = builder.enumType('ContentEncoding', {
  description: 'How the content of a file is given.',
  values: {
    TEXT: { description: 'As text, for files in UTF-8.' },
    BASE64: { description: 'In Base64, for workbooks and for bytes that are not UTF-8.' },
  },
})
const formatType = builder.enumType('ImportFormat', {
  description: 'What can be taken in.',
  values: {
    CSV: { description: 'The tidy format: one figure a row.' },
    SDMX_CSV: { description: 'SDMX-CSV 1.0 and 2.0, with a map.' },
    JSON_STAT: { description: 'JSON-stat 2.0, with a map.' },
    TABLE: { description: 'A wide table, CSV or XLSX, with a map.' },
  } satisfies Record<(typeof importFormats)[number], object>,
})

const fileInput = builder.inputType('ImportFile', {
  description: 'A file of a release.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name, for messages.' }),
    content: t.string({ required: true, description: 'What is in it.' }),
    encoding: t.field({ type: encodingType, defaultValue: 'TEXT', description: 'How that is given.' }),
  }),
})

const releaseInput = builder.inputType('ImportReleaseInput', {
  description: 'A release to be taken in: what it says of itself, its files, and how to read them.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Its code; a correction is a release of its own, under another.' }),
    title: t.string({ required: true, description: 'Its title.' }),
    publisher: t.string({ required: true, description: 'The office that published it.' }),
    publishedAt: t.field({ type: 'DateTime', required: true, description: 'When, by the clock of the publisher.' }),
    stage: t.field({
      type: stageType,
      defaultValue: 'MONTHLY',
      description: 'Where in the life of its figures it stands.',
    }),
    url: t.string({ description: 'Where it can be read.' }),
    note: t.string({ description: 'What is to be known of it.' }),
    format: t.field({ type: formatType, required: true, description: 'What its files are.' }),
    map: t.string({ description: 'The name of a map that ships, or a map of your own as JSON.' }),
    period: t.field({ type: 'Period', description: 'What a table is for, where its cells do not say the year.' }),
    sheet: t.string({
      description:
        'Which sheet of a workbook it is, by its name. Without it the one that its map says, else the only one that is visible.',
    }),
    files: t.field({ type: [fileInput], required: true, description: 'Its files.' }),
    createCodes: t.boolean({ defaultValue: false, description: 'Whether codes that are not there are created.' }),
    keepPointZero: t.boolean({
      defaultValue: false,
      description:
        'Whether every ".0" of the format CSV was printed, also where all values of a unit end so, as programs write whole numbers. Without it such values have no decimals, and the report says so.',
    }),
    dryRun: t.boolean({ defaultValue: false, description: 'Whether it is tried only: all of it is done, and undone.' }),
    acceptFindings: t.boolean({
      defaultValue: false,
      description: 'Whether it is stored in spite of errors; what cannot be read is never accepted.',
    }),
  }),
})

const reportType = builder.objectRef<IngestReport>('ImportReport').implement({
  description: 'What an import did, or would do.',
  fields: (t) => ({
    accepted: t.exposeBoolean('accepted', { description: 'Whether it was stored, or would be.' }),
    release: t.field({
      type: releaseType,
      nullable: true,
      description: 'The release, where it is stored.',
      resolve: ({ release }, _, { view }) => view.snapshot.releases.find(({ code }) => code === release) ?? null,
    }),
    added: t.exposeInt('added', { description: 'How many figures were new.' }),
    revised: t.exposeInt('revised', { description: 'How many took the place of what was known.' }),
    unchanged: t.exposeInt('unchanged', { description: 'How many told nothing new.' }),
    rejected: t.exposeInt('rejected', { description: 'How many rows or cells could not be read or placed.' }),
    findings: t.field({
      ...costs({ items: 100 }),
      type: [findingType],
      description: 'All that does not add up.',
      resolve: ({ findings, release, accepted, dryRun }, _, { view }) => {
        refuseLonger(findings.length, mostFindings, 'findings')
        const releaseId = accepted && !dryRun ? (view.snapshot.releaseIds.get(release) ?? null) : null
        return findings.map((finding) => ({ ...finding, code: release, releaseId }))
      },
    }),
    notices: t.field({
      ...costs({ items: 100 }),
      type: ['String'],
      description: 'What was assumed in reading the files, in words.',
      resolve: ({ notices = [] }) => [...notices],
    }),
    dryRun: t.exposeBoolean('dryRun', { description: 'Whether it was tried only.' }),
  }),
})

builder.mutationType({ description: 'What a publisher can do, with a key of the scope publish.' })
builder.mutationFields((t) => ({
  importRelease: t.field({
    type: reportType,
    description:
      'Takes in a release, as a whole or not at all. Where its findings stop it, that is a report with accepted false, not an error.',
    args: { input: t.arg({ type: releaseInput, required: true, description: 'The release.' }) },
    resolve: async (_, { input }, context) => {
      requireScope(context.actor, 'publish')
      const {
        code,
        title,
        publisher,
        publishedAt,
        url = null,
        note = null,
        format,
        period = null,
        sheet = null,
      } = input
      const stage: ReleaseStage = input.stage ?? 'MONTHLY'
      const report = await context.publishing.importRelease({
        head: { code, title, publisher, publishedAt, stage, url, note },
        files: input.files.map(fileOf),
        format,
        map: mapOf(input.map),
        period,
        encoding: null,
        sheet,
        createCodes: input.createCodes ?? false,
        keepPointZero: input.keepPointZero ?? false,
        dryRun: input.dryRun ?? false,
        acceptFindings: input.acceptFindings ?? false,
      })
      context.view = await context.publishing.view()
      return report
    },
  }),
  retractRelease: t.field({
    type: releaseType,
    description:
      'Takes a release back, as one that should not have been taken in: what is known becomes what it was without it; its figures stay in their histories.',
    args: {
      code: t.arg.string({ required: true, description: 'Its code.' }),
      reason: t.arg.string({ required: true, description: 'Why; readers are told.' }),
    },
    resolve: async (_, { code, reason }, context) => {
      requireScope(context.actor, 'publish')
      await context.publishing.retract(code, reason)
      context.view = await context.publishing.view()
      const release = context.view.snapshot.releases.find((each) => each.code === code)
      if (release === undefined) throw new Error(`the release ${code} has been retracted and is not there`)
      return release
    },
  }),
}))

/** A map's name, or the map itself. */
function mapOf(map: string | null | undefined): MapSource | null {
  if (map == null) return null
  return map.trimStart().startsWith('{') ? { file: 'map', text: map } : { name: map }
}

function fileOf({ name, content, encoding }: typeof fileInput.$inferInput): ImportFile {
  if (encoding === 'BASE64' && !/^[A-Za-z0-9+/]*={0,2}$/.test(content.replace(/\s/g, '')))
    throw new Refusal('BAD_USER_INPUT', `The content of "${excerpt(name)}" is not Base64.`)
  const bytes = Buffer.from(content, encoding === 'BASE64' ? 'base64' : 'utf8')
  return { name, bytes: once(bytes), again: () => once(bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
