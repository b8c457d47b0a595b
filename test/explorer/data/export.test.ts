import { expect, test } from 'vitest'
import { formatNames } from '../../../src/explorer/data/export.js'
import { fileFormats } from '../../../src/export/file-formats.js'

test('the page offers every format that the server writes', () => {
  expect(formatNames).toEqual([...fileFormats])
})
