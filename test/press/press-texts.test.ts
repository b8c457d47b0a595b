import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Key, score } from '../../bench/press-score.js'
import { sharedData } from '../shared-data.js'
import { read } from './support.js'

const { url, isPresent } = sharedData.pressTexts

describe.skipIf(!sharedData.pressTexts.isPresent)('the press texts with answer keys', () => {
  const files = isPresent ? readdirSync(url).filter((name) => name.endsWith('.json')) : []

  test.each(files)('%s: all figures, nothing else, every span exact', (file) => {
    const key: Key = JSON.parse(readFileSync(new URL(file, url), 'utf8'))
    const text = readFileSync(new URL(key.text, url), 'utf8').replace(/^#.*\n/, '')
    const found = read(text, { publishedAt: `${key.date}T00:00:00+08:00` })
    const { missed, extra } = score(key, found)
    expect({ missed, extra }).toEqual({ missed: [], extra: [] })
    for (const { value, spans } of found.proposals) {
      const digits = spans.value && text.slice(spans.value.start, spans.value.end)
      if (value !== null)
        expect(
          value.replace('-', '').startsWith(digits?.replace(/[.,]/g, '') ?? '?') || digits === value.replace('-', ''),
        ).toBe(true)
    }
  })
})
