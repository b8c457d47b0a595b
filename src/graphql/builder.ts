import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import type { Decimal } from '../domain/decimal.js'
import type { Period } from '../domain/period.js'
import type { View } from '../store/view.js'

/** What a resolver is given: the store at one version. */
export interface Context {
  readonly view: View
}

export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    Decimal: { Input: Decimal; Output: Decimal | string }
    Period: { Input: Period; Output: Period }
    Date: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    ID: { Input: string; Output: string }
  }
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {},
})
