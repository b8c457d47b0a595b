import { Command, Option } from 'commander'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import type { Span } from '../../press/source.js'
import type { SummaryLength } from '../../press/writing/plan.js'
import type { Database } from '../../store/database/open.js'
import { Exit, status } from '../lib/exit.js'
import { asJson, print } from '../lib/output.js'
import { withSeededStore } from '../lib/store.js'

interface Options {
  readonly release: string
  readonly language: 'en' | 'zh'
  readonly length: 'short' | 'medium' | 'long'
  readonly json?: boolean
}

interface LinkedNumber {
  readonly span: Span
  readonly figure: { readonly series: string; readonly period: string; readonly release: string }
}

interface Summary {
  readonly release: string
  readonly language: Options['language']
  readonly length: Options['length']
  readonly text: string
  readonly spans: readonly LinkedNumber[]
}

export function writeCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('write')
    .description(
      'Write a text about a release: its totals, the largest and the fastest categories, and what it revised.',
    )
    .requiredOption('--release <code>', 'the code of the release')
    .addOption(new Option('--language <language>', 'the language of the text').choices(['en', 'zh']).default('en'))
    .addOption(
      new Option('--length <length>', 'the length of the text').choices(['short', 'medium', 'long']).default('medium'),
    )
    .option(...asJson)
    .action(async (options: Options) => {
      const written = await withSeededStore(env, (database) => writeFrom(database, options))
      await print(options.json ?? false, written, written.text.split('\n'))
    })
}

async function writeFrom(database: Database, { release: code, language, length }: Options): Promise<Summary> {
  const { Store } = await import('../../store/query/store.js')
  const { releaseSource } = await import('../../store/query/release-figures.js')
  const { summaryOf } = await import('../../press/writing/write.js')
  const view = await new Store(database).view()
  const { codes, releases, releaseIds } = view.snapshot
  const release = releases.find((each) => each.code === code)
  if (release === undefined) throw unknownRelease(code, releaseIds.keys())
  const written = await summaryOf(release, releaseSource(view, release), {
    codes,
    language: language === 'zh' ? 'ZH' : 'EN',
    length: length.toUpperCase() as SummaryLength,
  })
  if (written === null) {
    const why = release.retractedAt === null ? 'has no figures to write about' : 'was retracted'
    throw new Exit(status.failed, `The release ${code} ${why}.`)
  }
  const spans = written.spans.map(({ span, figure }): LinkedNumber => {
    const { series, period, release: own } = figure
    return { span, figure: { series: series.key, period: period.text, release: own.code } }
  })
  return { release: code, language, length, text: written.text, spans }
}
