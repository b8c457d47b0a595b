import { Command } from 'commander'
import { mostProofBytes, type Proven, verifyProof } from '../../domain/history-proof/figure-proof.js'
import { figureArgument, figureNameFrom } from '../lib/figure-name.js'
import { readText } from '../lib/files.js'
import { asJson, print } from '../lib/output.js'
import { verifierFrom } from '../lib/verifier.js'

interface Options {
  readonly proof: string
  readonly key: string
  readonly json?: boolean
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'Verify a proof that a signed history has a figure, without a store or a network. The exit status is 1 if the proof is refused.',
    )
    .argument(...figureArgument)
    .requiredOption('--proof <file>', 'the proof, as proof writes it')
    .requiredOption('--key <key>', 'the public key of the history, NAME+ID+KEY, or a file that contains it')
    .option(...asJson)
    .action(async (figure: string, { proof, key, json = false }: Options) => {
      const name = figureNameFrom(figure)
      const verifier = await verifierFrom(key)
      const proven = verifyProof(await readText(proof, mostProofBytes), verifier, name)
      await print(json, shown(proven), lines(proven))
    })
}

const shown = ({ figure, release, version: { version, stamp, time }, checkpoint: { origin, size } }: Proven) => ({
  figure,
  release,
  version,
  stamp,
  time,
  history: { origin, size },
})

function lines({ figure, release, version, checkpoint }: Proven): string[] {
  const { series, period, value, unit, decimals, qualifier, status, ...others } = figure
  const names = {
    yoy: 'change on a year before (%)',
    share: 'share (%)',
    shareOf: 'share of',
    shareChange: 'change of the share',
    more: 'more',
  }
  const more = Object.entries(names).map(([cell, name]) => [name, others[cell as keyof typeof names]] as const)
  const level = value === '' ? 'no level' : `${value} ${unit} (${qualifier}, ${decimals} decimals)`
  const rows: (readonly [name: string, text: string])[] = [
    ['series', series],
    ['period', period],
    ['printed', level],
    ['status', status],
    ...more.filter(([, text]) => text !== ''),
    ['release', `${release.code}: ${release.title}`],
    ['publisher', `${release.publisher}, ${release.publishedAt}`],
    ['version', `${version.version} of ${version.time}`],
    ['history', `${checkpoint.origin}, ${checkpoint.size} versions signed`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return ['The signed history has this figure:', ...rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`)]
}
