import SchemaBuilder, { type ObjectRef } from '@pothos/core'
import type { Actor } from '../domain/actor.js'
import type { FigureName, FigureProof } from '../domain/history-proof/figure-proof.js'
import type { CanonicalText, Decimal } from '../domain/numbers/decimal.js'
import type { Period } from '../domain/periods/period.js'
import type { ImportRequest } from '../import/importer.js'
import type { IngestReport } from '../store/ingest/refusal.js'
import type { Retraction } from '../store/ingest/retract.js'
import type { Published, Since } from '../store/query/store.js'
import type { View } from '../store/query/view.js'
import type { Meter } from './meter.js'

/** The writes that mutations perform; `view` returns the store after them. */
export interface Publishing {
  importRelease(request: ImportRequest): Promise<IngestReport>
  retract(code: string, reason: string): Promise<Retraction>
  view(): Promise<View>
}

export interface Proofs {
  proof(view: View, name: FigureName): Promise<FigureProof>
}

/** The context of resolvers. `actor` is null if no key was sent. */
export interface Context {
  /** The store at one version. A mutation replaces it, so that its response shows the result. */
  view: View
  readonly actor: Actor | null
  readonly publishing: Publishing
  /** Proves figures of a view; null if the history is not signed. */
  readonly proofs: Proofs | null
  readonly meter?: Meter
  readonly isCompiled?: true
  /** Returns the releases imported after a version (after now if null), and those that follow. */
  readonly published: (since: Since | null) => Promise<AsyncIterable<Published>>
}

/** The schema builder. Fields and list items are non-null by default. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    Decimal: { Input: Decimal; Output: Decimal | CanonicalText }
    Period: { Input: Period; Output: Period }
    Date: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    Count: { Input: number; Output: number }
    ID: { Input: string; Output: string }
    _Any: { Input: Readonly<Record<string, unknown>>; Output: never } // of a subgraph
  }
}>({ defaultFieldNullability: false })

export type TypeRef<T> = ObjectRef<typeof builder.$inferSchemaTypes, T>
