import { codeText, isCode } from '../../domain/codes/code-text.js'
import { total } from '../../domain/codes/codes.js'
import { excerpt, textBounds } from '../../domain/input-bounds.js'
import type { ShareBase } from '../../domain/observations/observation.js'
import { refuse } from '../../errors.js'

/** Reads the base of a share: a metric for its TOTAL:ALL, or a metric with a category. */
export function parseShareBase(text: string): ShareBase {
  const [metric = '', category, ...more] = codeText(text.slice(0, textBounds.header.most)).split('|')
  const [dimension = '', of = '', ...rest] =
    category === undefined ? [total.dimension, total.code] : category.split(':')
  if (more.length > 0 || rest.length > 0 || ![metric, dimension, of].every(isCode))
    return refuse(`"${excerpt(text, 100)}" does not name the base of a share: write EXPORTS or EXPORTS|PRODUCT:SHIPS.`)
  return { metric, category: { dimension, code: of } }
}
