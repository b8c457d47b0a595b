import { describe, expect, test } from 'vitest'
import { linesOf } from './support.js'

describe('a negative share or rate is read with its sign:', () => {
  test.each([
    [
      "In 2023, China's exports of ships accounted for minus 12.0% of exports.",
      'PRODUCT:SHIPS 2023 share -12.0 of EXPORTS',
    ],
    ["In 2023, China's exports of ships accounted for -12.0% of exports.", 'PRODUCT:SHIPS 2023 share -12.0 of EXPORTS'],
    ["In 2023, the growth of China's exports was minus 1.2 percent.", 'TOTAL:ALL 2023 -1.2 on 2022'],
    ['2023年，我国出口船舶占出口总值的负12.0%。', 'PRODUCT:SHIPS 2023 share -12.0 of EXPORTS'],
    ['2023年，我国出口船舶占出口总值的-12.0%。', 'PRODUCT:SHIPS 2023 share -12.0 of EXPORTS'],
    ['2023年，我国出口增速为负1.2%。', 'TOTAL:ALL 2023 -1.2 on 2022'],
  ])('%s', (text, line) => expect(linesOf(text)).toEqual([`EXPORTS ${line}`]))
})
