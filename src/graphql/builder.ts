import SchemaBuilder from '@pothos/core'
import type { Actor } from '../domain/actor.js'
import type { Decimal } from '../domain/numbers/decimal.js'
import type { Period } from '../domain/periods/period.js'
import type { ImportRequest } from '../import/importer.js'
import type { IngestReport } from '../store/ingest/ingest.js'
import type { Retraction } from '../store/ingest/retract.js'
import type { Published } from '../store/query/published.js'
import type { View } from '../store/query/view.js'
import type { Meter } from './meter.js'

/** What mutations do to the store; `view` is of what they have made of it. */
export interface Publishing {
  importRelease(request: ImportRequest): Promise<IngestReport>
  retract(code: string, reason: string): Promise<Retraction>
  view(): Promise<View>
}

/** What a resolver is given: the store at one version, and who asks; null where no key was sent. */
export interface Context {
  /** A mutation puts the newest here, so that its answer tells what it did. */
  view: View
  readonly actor: Actor | null
  readonly publishing: Publishing
  /** What counts the values of the answer; without it they are not counted. */
  readonly meter?: Meter
  /** Of a subscription: the releases that came after a version, or after now where it is null, and those that come. */
  readonly published: (since: number | null) => Promise<AsyncIterable<Published>>
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
