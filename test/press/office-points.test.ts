import { describe } from 'vitest'
import { testReadings } from './support.js'

describe('points and currencies in the texts of offices', () => {
  testReadings([
    [
      'reads points in short, and the next in their direction',
      '2026-08-19',
      "In January-June 2026, the share of Germany in Poland's exports decreased by 0.3 p.p. compared with the same period of 2025 and accounted for 26.0%, and in imports by 0.2 p.p. to 18.2%.",
      [
        'EXPORTS "Germany" 2026-H1 share 26.0 of EXPORTS share change -0.3',
        'IMPORTS "Germany" 2026-H1 share 18.2 of IMPORTS share change -0.2',
      ],
    ],
    [
      'reads trade in a named currency as all trade',
      '2026-08-19',
      "Poland's exports in PLN amounted to 746.4 bn in January-June 2026, an increase of 1.1%, and imports to 761.8 bn, up by 4.3%.",
      [
        'EXPORTS "total" 2026-H1 746.4 PLN_BILLION 1.1 on 2025-H1',
        'IMPORTS "total" 2026-H1 761.8 PLN_BILLION 4.3 on 2025-H1',
      ],
    ],
  ])
})
