import { Refusal } from '../errors.js'
import { excerpt } from './input-bounds.js'

/** What a key may allow beside reading, which needs none. */
export const scopes = ['publish'] as const
export type Scope = (typeof scopes)[number]

/** Who asks: whose key or token came with a request. */
export interface Actor {
  /** Of a key of the store; null for a token. */
  readonly id: number | null
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** Whether an actor may do what a scope allows; nobody may. */
export const hasScope = (actor: Actor | null, scope: Scope): boolean => actor?.scopes.includes(scope) ?? false

/** The actor, where it has the scope. UNAUTHENTICATED where no key was sent, FORBIDDEN where the key lacks the scope. */
export function requireScope(actor: Actor | null, scope: Scope): Actor {
  if (!actor)
    throw new Refusal(
      'UNAUTHENTICATED',
      `This needs a key with the scope ${scope}. Send a key: Authorization: Bearer ti_…`,
    )
  if (!hasScope(actor, scope))
    throw new Refusal(
      'FORBIDDEN',
      `The key or token of "${excerpt(actor.name)}" lacks the scope ${scope}. Send one that has it.`,
    )
  return actor
}
