import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { figure, type Written } from '../../figures.js'
import { openFoldStore } from './fold-support.js'

const { close, forget, take, list, story, store } = await openFoldStore()
afterAll(close)
beforeEach(forget)

const trillion = (value: string, more: Partial<Written> = {}): Observation => figure({ value, ...more })
const billion = (value: string): Observation => figure({ value, unit: 'CNY_BILLION' })

describe('releases imported late', () => {
  test('before all others become the first to have printed it', async () => {
    await take('B', 2, trillion('10'))
    await take('C', 3, trillion('11'))
    expect(await take('A', 1, trillion('10'))).toMatchObject({ added: 1, revised: 0 })
    expect(await story()).toEqual(['10 (A, B): day 1 to 3', '11 (C): day 3 on'])
    expect((await store.view()).snapshot.indicators).toBe(1)
  })

  test('do not replace what a later release confirmed', async () => {
    await take('A', 1, trillion('10'))
    await take('C', 3, trillion('10'))
    await take('B', 2, trillion('11'))
    expect(await story()).toEqual(['10 (A): day 1 to 2', '11 (B): day 2 to 3', '10 (C): day 3 on'])
  })

  test('turn a later observation into a coarser rounding', async () => {
    await take('A', 1, trillion('41.7'))
    await take('C', 3, trillion('41.76'))
    await take('B', 2, billion('41756.8'))
    expect(await story()).toEqual(['41.7 (A): day 1 to 2', '41756.8 (B): day 2 on', '41.76 (C): day 3 never'])
  })

  test('of the same time are ordered by code, capitals first', async () => {
    await take('b', 1, trillion('12'))
    await take('B', 1, trillion('11'))
    await take('A', 1, trillion('10'))
    expect(await story()).toEqual(['10 (A): day 1 never', '11 (B): day 1 never', '12 (b): day 1 on'])
  })

  test('do not affect other observations of the same releases', async () => {
    const other = (value: string) => trillion(value, { period: '2022' })
    await take('A', 1, trillion('10'), other('5'))
    await take('C', 3, trillion('10'), other('5'))
    await take('B', 2, trillion('11'))
    expect((await list({ releases: ['C'] })).map(({ release }) => release.code)).toEqual(['C', 'A'])
    expect((await list({ releases: ['A'] })).length).toBe(2)
  })
})
