// Writes the shipped units as code, to src/generated/units/shipped.ts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

const folder = new URL('../src/generated/units/', import.meta.url)
const rows = parse(readFileSync(new URL('seed/units.csv', import.meta.url)), { columns: true })
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('shipped.ts', folder), unitsAsCode(rows))

/** @param {readonly Record<string, string>[]} rows */
function unitsAsCode(rows) {
  const bases = new Set(rows.flatMap(({ code, measure, factor }) => (code === measure && factor === '1' ? [code] : [])))
  const lines = rows.map(({ code, measure, factor = '', name_en, name_zh, symbol, pattern_en, pattern_zh }) => {
    const name = { en: name_en, zh: name_zh }
    const pattern = { en: pattern_en || null, zh: pattern_zh || null }
    if (!/^(10*|0\.0*1)$/.test(factor)) throw new Error(`The factor of ${code} is "${factor}". Write a power of ten.`)
    if (!bases.has(measure))
      throw new Error(
        `The unit ${code} has the measure ${measure}, whose base unit has no row: one with its own code as the measure and the factor 1.`,
      )
    const exponent = factor.startsWith('0.') ? 2 - factor.length : factor.length - 1
    return `  ${JSON.stringify({ code, measure, exponent, name, symbol: symbol || null, pattern })},\n`
  })
  return `// Written by prisma/write-units.mjs from prisma/seed/units.csv.\nexport const shippedUnits = [\n${lines.join('')}] as const\n`
}
