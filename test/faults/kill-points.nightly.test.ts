import { describe } from 'vitest'
import { killEveryStatement } from './kill-every-statement.js'

describe('on the embedded store', () => killEveryStatement(null))
