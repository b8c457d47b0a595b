import { describe, expect, test } from 'vitest'
import { statuses } from '../../../src/domain/observations/observation.js'
import { Refusal } from '../../../src/errors.js'
import { parseSdmxMap, sdmxMapSchema } from '../../../src/files/maps/map-files.js'

const least = { metric: { constant: 'TRADE' }, unit: { constant: 'CNY' } }

const read = (value: unknown) => parseSdmxMap(JSON.stringify(value), 'm.json')

const faults = async (value: unknown): Promise<string[]> => {
  try {
    await read(value)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).code).toBe('BAD_USER_INPUT')
    return (error as Refusal).message.split('\n').map((line) => line.replace('m.json, ', ''))
  }
}

test('a map may have every key', async () => {
  const map = {
    $schema: './src/files/maps/sdmx-map.schema.json',
    title: 'Trade by partner',
    datasets: ['trade'],
    metric: { column: ['FLOW', 'MEASURE'], codes: { 'X.V': 'EXPORTS' } },
    dimensions: { 'geo / area': { dimension: 'PARTNER', codes: { EL: 'GR', WORLD: null } } },
    period: { column: 'TIME' },
    value: { column: 'V', decimalMark: ',', missing: ['..'] },
    unit: { column: 'U', codes: { 千元: 'CNY_THOUSAND' } },
    multiplier: { column: 'M' },
    decimals: { constant: 1 },
    status: { columns: ['S'], codes: { x: 'NIL' } },
    confidentiality: { column: 'C', free: ['F', 'R'] },
    qualifier: { column: 'Q', codes: { '>': 'OVER' } },
    flags: { column: 'F' },
    yoyChange: { column: 'Y' },
    otherChanges: { column: 'O' },
    share: { column: 'SH' },
    shareOf: { column: 'SO' },
    shareChange: { column: 'SC' },
    note: { column: 'N' },
    noteZh: { column: 'Z' },
    only: { FREQ: ['A'] },
    ignore: ['X'],
  }
  expect(await read(map)).toEqual(map)
  expect(
    await faults({ ...least, multiplier: null, decimals: null, status: null, confidentiality: null, note: null }),
  ).toEqual([])
})

describe('a fault is reported with path, value and expectation', () => {
  test.each([
    [[], 'whole file: [] is not an object'],
    [{ unit: least.unit }, 'metric: The key is missing.'],
    [{ metric: least.metric }, 'unit: The key is missing.'],
    [{ ...least, dimension: {} }, 'dimension: This key is unknown. Did you mean dimensions'],
    [{ ...least, metric: 'TRADE' }, 'metric: "TRADE" is not an object.'],
    [{ ...least, metric: {} }, 'metric: {} has neither "constant" and "column"'],
    [{ ...least, metric: { constant: 'A', column: 'B' } }, 'metric: {"constant":"A","column":"B"} has both'],
    [{ ...least, metric: { constant: 'A', codes: {} } }, 'metric.codes: A constant has no translation'],
    [{ ...least, metric: { constant: 'A-B' } }, 'metric.constant: "A-B" is not a code'],
    [{ ...least, metric: { column: 'A', codes: { '1': 'A-B' } } }, 'metric.codes["1"]: "A-B" is not a code'],
    [
      { ...least, unit: { constant: 'CNY_TRILION' } },
      'unit.constant: There is no unit "CNY_TRILION". Did you mean CNY_TRILLION',
    ],
    [{ ...least, unit: { column: 'U', codes: { x: 'WON' } } }, 'unit.codes.x: There is no unit "WON".'],
    [{ ...least, period: { constant: '2023-13' } }, 'period.constant: "2023-13" is not a period'],
    [{ ...least, multiplier: { constant: 1.5 } }, 'multiplier.constant: 1.5 is not a whole number'],
    [{ ...least, multiplier: {} }, 'multiplier: {} has neither'],
    [{ ...least, decimals: { constant: 16 } }, 'decimals.constant: 16 is not between -15 and 15'],
    [{ ...least, value: { decimalMark: '·' } }, 'value.decimalMark: "·" is none of ., ,'],
    [{ ...least, status: { codes: { x: 'NORMALS' } } }, 'status.codes.x: "NORMALS" is none of NORMAL, PRELIMINARY'],
    [
      { ...least, qualifier: { column: 'Q', codes: { x: 'MORE' } } },
      'qualifier.codes.x: "MORE" is none of EXACT, OVER',
    ],
    [{ ...least, shareOf: {} }, 'shareOf.column: The key is missing'],
    [{ ...least, only: { FREQ: [] } }, 'only.FREQ: The list has too few items'],
    [{ ...least, dimensions: { geo: { codes: {} } } }, 'dimensions.geo.dimension: The key is missing'],
    [{ ...least, dimensions: { geo: { dimension: 'A B' } } }, 'dimensions.geo.dimension: "A B" is not a code'],
    [
      { ...least, dimensions: { geo: { dimension: 'TOTAL' } } },
      'dimensions.geo.dimension: TOTAL is reserved for figures',
    ],
    [
      { ...least, dimensions: { geo: { dimension: 'A', codes: { 'b c': 1 } } } },
      'dimensions.geo.codes["b c"]: 1 is not text or null',
    ],
    [
      { ...least, dimensions: { geo: { dimension: 'A', codes: { x: 'b c' } } } },
      'dimensions.geo.codes.x: "b c" is not a code',
    ],
    [
      { ...least, dimensions: { a: { dimension: 'A' }, b: { dimension: 'A' } } },
      'dimensions.b.dimension: The column "a" is A already',
    ],
  ])('%j', async (value, expected) => {
    const found = await faults(value)
    expect(found).toHaveLength(1)
    expect(found[0]?.slice(0, expected.length)).toBe(expected)
  })

  test('all faults are reported together', async () => {
    expect(
      (await faults({ metric: { constant: 'A-B' }, unit: { constant: 'WON' }, period: {} })).map(
        (each) => each.split(':')[0],
      ),
    ).toEqual(['metric.constant', 'period', 'unit.constant'])
  })
})

test('malformed JSON is refused with its file', async () => {
  await expect(parseSdmxMap('{"metric": }', 'm.json')).rejects.toThrow(/^m.json, whole file: This is not JSON: /)
})

test('the published schema lists all statuses', async () => {
  const { properties } = await sdmxMapSchema()
  expect(properties?.['status']?.properties?.['codes']?.additionalProperties).toMatchObject({ enum: statuses })
})
