import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read } from '../test/press/support.js'
import { type Key, kindOf, score } from './press-score.js'

/** Scores a folder of press texts and answer keys (NN.json): recall and precision of levels, changes and shares by kind. */
const folder = process.argv[2]
const detailed = process.argv.includes('--details')
const timed = process.argv.includes('--speed')
if (folder === undefined) throw new Error('Name a folder: npm run bench:press -- FOLDER [--details] [--speed]')

const say = (...words: readonly string[]): void => void process.stdout.write(`${words.join(' ')}\n`)

interface Sum {
  texts: number
  wanted: number
  found: number
  proposed: number
  milliseconds: number
}

const sums = new Map<string, Sum>()
const english: { readonly text: string; readonly publishedAt: string }[] = []
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
  const key: Key = JSON.parse(await readFile(join(folder, file), 'utf8'))
  const whole = await readFile(join(folder, key.text), 'utf8')
  const text = whole.startsWith('#') ? whole.slice(whole.indexOf('\n') + 1) : whole
  const began = performance.now()
  const proposals = read(text, { publishedAt: `${key.date}T00:00:00Z` })
  const milliseconds = performance.now() - began
  const found = score(key, proposals)
  const kind = kindOf(key)
  if (!/[\u4E00-\u9FFF]/u.test(text)) english.push({ text, publishedAt: `${key.date}T00:00:00Z` })
  const sum = sums.get(kind) ?? { texts: 0, wanted: 0, found: 0, proposed: 0, milliseconds: 0 }
  sums.set(kind, {
    texts: sum.texts + 1,
    wanted: sum.wanted + found.wanted,
    found: sum.found + found.found,
    proposed: sum.proposed + found.proposed,
    milliseconds: sum.milliseconds + milliseconds,
  })
  say(
    `${key.text}: ${found.found} of ${found.wanted} found, ${found.extra.length} other, ${proposals.notPlaced.length} not placed`,
  )
  if (!detailed) continue
  for (const atom of found.missed) say('  missed', JSON.stringify(atom))
  for (const atom of found.extra) say('  other', JSON.stringify(atom))
}

for (const [kind, { texts, wanted, found, proposed, milliseconds }] of sums) {
  const [recall, precision] = [found / wanted, found / Math.max(1, proposed)].map((ratio) => ratio.toFixed(3))
  say(
    `${kind}: ${texts} texts, recall ${recall}, precision ${precision} (${found} of ${wanted}), ${milliseconds.toFixed(0)} ms`,
  )
}

/** Takes the fastest of many rounds, as a server that has run for a while reads. */
if (timed) {
  const fastest = english.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < 40; round++)
    for (const [at, { text, publishedAt }] of english.entries()) {
      const began = performance.now()
      read(text, { publishedAt })
      fastest[at] = Math.min(fastest[at] ?? 0, performance.now() - began)
    }
  const words = english.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  const milliseconds = fastest.reduce((sum, each) => sum + each, 0)
  say(`English: ${words} words in ${english.length} texts, ${((milliseconds / words) * 2000).toFixed(1)} ms for 2,000`)
}
