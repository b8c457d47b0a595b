import { expect } from 'vitest'
import { type Category, type CodeListRows, CodeLists } from '../../../src/domain/codes/codes.js'
import { Refusal } from '../../../src/errors.js'
import { readCodeLists } from '../../../src/files/code-lists/reader.js'

export const dimensions = 'code,name_en,name_zh,description\nTOTAL,Total,总计,\nPARTNER,Trade partner,,Who with\n'
export const metrics =
  'code,additivity,name_en,name_zh,description\nTRADE,FLOW,Imports and exports,进出口,"All, both ways"\n'
export const head = 'dimension,code,parent,group,members,name_en,name_zh,description'
export const categories = `${head}
TOTAL,ALL,,,,All,总计,
PARTNER,EU,EUROPE,yes,DE FR,European Union,欧盟,
PARTNER,AFRICA,,yes,,Africa,非洲,
PARTNER,EUROPE,,,,Europe,,
PARTNER,DE,EUROPE,,,,德国,
PARTNER,FR,EUROPE,,,France,法国,
`
export const datasets = 'code,name_en,agency\nCN_TRADE,Foreign trade,GACC\n'
export const right = { datasets, dimensions, metrics, categories }

/** What a store may have: a group B that is known to hold C, and D below C. */
export const none = new CodeLists({ dimensions: [], metrics: [], categories: [], breakdowns: [] })
export const there = (() => {
  const text = (en: string) => ({ name: { en, zh: null }, description: null })
  const dimension = { id: 1, code: 'REGIME', ...text('Regime') }
  const place = (id: number, code: string, rest: Partial<Category> = {}): Category => {
    const alone = { parent: null, children: [], isAggregate: false, members: null, groups: [], synonyms: [] }
    return { id, rank: id, code, dimension, ...text(code), ...alone, ...rest }
  }
  const c = place(1, 'C')
  const categories = [c, place(2, 'B', { isAggregate: true, members: [c] }), place(3, 'D', { parent: c })]
  const trade = {
    id: 1,
    code: 'TRADE',
    rank: 1,
    ...text('Trade'),
    additivity: 'FLOW',
    identity: null,
    measures: [],
    dimensions: [],
    synonyms: [],
  } as const
  return new CodeLists({ dimensions: [dimension], metrics: [trade], categories, breakdowns: [] })
})()

/** What is wrong, a line each. */
export function wrongIn(read: () => CodeListRows): string[] {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).code).toBe('BAD_USER_INPUT')
    return (error as Refusal).message.split('\n')
  }
  return []
}

export const wrong = (texts: Partial<typeof right>): string[] => wrongIn(() => readCodeLists({ ...right, ...texts }))
