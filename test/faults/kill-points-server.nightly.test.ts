import { describe } from 'vitest'
import { killEveryStatement } from './kill-every-statement.js'

// A file of its own, so that both stores are tried at the same time.
const server = process.env['TEST_DATABASE_URL'] ?? null

describe.skipIf(server === null)('on a server', () => killEveryStatement(server))
