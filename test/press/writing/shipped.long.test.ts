import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { summaryLengths } from '../../../src/press/writing/plan.js'
import { summaryOf } from '../../../src/press/writing/write.js'
import { dumpSeeded } from '../../../src/server/seed.js'
import { type Database, openDatabase } from '../../../src/store/database/open.js'
import { releaseSource } from '../../../src/store/query/release-figures.js'
import { Store } from '../../../src/store/query/store.js'
import { faultsOf, numbersOf } from './forbidden.js'

let database: Database
beforeAll(async () => {
  const template = await dumpSeeded(pino({ level: 'silent' }), 'all')
  database = await openDatabase({ kind: 'memory', template })
}, 240_000)
afterAll(() => database.close())

test.each(['EN', 'ZH'] as const)('summaries of all shipped releases read well in %s', async (language) => {
  const view = await new Store(database).view()
  const { codes, releases } = view.snapshot
  const texts: string[] = []
  for (const release of releases.toReversed())
    for (const length of summaryLengths) {
      const written = await summaryOf(release, releaseSource(view, release), { codes, language, length })
      const { text, spans } = written ?? { text: '', spans: [] }
      expect(spans.map(({ span }) => span)).toEqual(numbersOf(text))
      expect(faultsOf(text), release.code).toEqual([])
      texts.push(`${release.code} ${length}\n${text}\n`)
    }
  expect(texts).toHaveLength(releases.length * summaryLengths.length)
  await expect(texts.join('\n')).toMatchFileSnapshot(`shipped.${language.toLowerCase()}.txt`)
})
