import type { Tool } from './tool.js'
import { checkClaims } from './tools/check-claims.js'
import { compare } from './tools/compare.js'
import { describe } from './tools/describe.js'
import { getFigures } from './tools/get-figures.js'
import { getSeries } from './tools/get-series.js'
import { search } from './tools/search.js'
import { whatChanged } from './tools/what-changed.js'

export const tools: readonly Tool[] = [search, describe, getFigures, getSeries, compare, whatChanged, checkClaims]
