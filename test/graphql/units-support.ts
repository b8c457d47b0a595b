import { importCodeLists } from '../../src/import/code-lists.js'
import type { Database } from '../../src/store/database/open.js'
import { figure, release } from '../figures.js'

/** What an office of Kazakhstan adds to the code lists: thousand barrels, a currency that does not ship, and its rate. */
export const kazakhUnits = `code,measure,factor,name_en,name_zh,symbol,pattern_en
BARREL,BARREL,1,barrel(s),桶,bbl,
BARREL_THOUSAND,BARREL,1000,thousand barrels,千桶,k bbl,
XDR,XDR,1,SDR,特别提款权,XDR,XDR {}
XDR_BILLION,XDR,1000000000,billion SDR,十亿特别提款权,XDR bn,XDR {} billion
XDR_PER_USD,XDR_PER_USD,1,SDR per US dollar,特别提款权/美元,XDR/USD,{} XDR per USD
`

export const addUnits = (database: Database, text = kazakhUnits) => importCodeLists(database, text, 'units.csv')

const kazakhFigures = [
  ['EXPORTS', '2023', '35000', 'XDR_BILLION'],
  ['EXPORTS', '2022', '38000', 'XDR_BILLION'],
  ['EXPORT_QUANTITY', '2023', '512.5', 'BARREL_THOUSAND'],
  ['EXCHANGE_RATE', '2023', '456.31', 'XDR_PER_USD'],
  ['EXCHANGE_RATE', '2023', '0.9239', 'EUR_PER_USD'],
] as const

/** Imports a tidy file with figures in these units, as the command and the mutation do. */
export const kazakhFile = `metric,dimension,category,period,value,unit\n${kazakhFigures
  .map(([metric, period, value, unit]) => `${metric},TOTAL,ALL,${period},${value},${unit}\n`)
  .join('')}`

export const laterRate = (database: Database) =>
  release(database, { code: 'KZ-RATES', publishedAt: '2025-01-01T00:00:00Z' }, [
    figure({ metric: 'EXCHANGE_RATE', unit: 'EUR_PER_USD', period: '2022', value: '0.9510' }),
  ])
