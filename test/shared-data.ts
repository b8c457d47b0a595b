import { existsSync } from 'node:fs'

const root = new URL('../../shared/data/', import.meta.url)

/** A folder of real tables beside the clone. They are not part of the repository. */
export interface SharedFolder {
  readonly url: URL
  readonly isPresent: boolean
}

const folder = (path: string): SharedFolder => {
  const url = new URL(path, root)
  return { url, isPresent: existsSync(url) }
}

/** Every folder of real tables that tests read. Where a folder is absent, its tests are skipped. */
export const sharedData = {
  all: folder('./'),
  locations: folder('gacc-location-2024/'),
  enterprises: folder('gacc-enterprise-by-regime-2023/'),
  eurostat: folder('eurostat-sdmx-csv/'),
  exchangeRates: folder('exchange-rates/'),
  tables: folder('gacc-tables/'),
  jsonStatFixtures: folder('json-stat/jsonstat-tests/fixtures/'),
  jsonStatSamples: folder('json-stat/jsonstat/examples/www.json-stat.org/'),
  sdmxExamples: folder('sdmx-csv-2.0/'),
  pressTexts: folder('press-texts/'),
  seed: folder('../seed/'),
}

/** The test files that are skipped, whole or in part, without these tables. */
export const readersOfSharedData: readonly string[] = [
  'analysis/exchange-rates.test.ts',
  'analysis/tables.long.test.ts',
  'e2e/places.test.ts',
  'files/json-stat/published-files.long.test.ts',
  'files/sdmx-csv/published-files.test.ts',
  'files/table-map/gacc-tables.test.ts',
  'files/xlsx/reader.test.ts',
  'graphql/changes-tables.long.test.ts',
  'graphql/map-draft.long.test.ts',
  'import/false-alarms.long.test.ts',
  'import/months.long.test.ts',
  'import/mutations/mutations.long.test.ts',
  'import/mutations/mutations.nightly.test.ts',
  'import/office-tables.long.test.ts',
  'import/small-tables.long.test.ts',
  'import/spoilt.long.test.ts',
  'press/metamorphic.long.test.ts',
  'press/press-texts.test.ts',
  'press/seed-article.test.ts',
  'server/shipped.long.test.ts',
]
