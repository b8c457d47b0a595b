import SchemaBuilder from '@pothos/core'
import type { Actor } from '../domain/actor.js'
import type { Decimal } from '../domain/decimal.js'
import type { Period } from '../domain/period.js'
import type { View } from '../store/view.js'

/** What a resolver is given: the store at one version, and who asks; null where no key was sent. */
export interface Context {
  readonly view: View
  readonly actor: Actor | null
}

/** What the schema is built with. Fields and list items are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    Decimal: { Input: Decimal; Output: Decimal }
    Period: { Input: Period; Output: Period }
    Date: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    ID: { Input: string; Output: string }
  }
}>({ defaultFieldNullability: false })
