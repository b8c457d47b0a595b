import { Refusal } from '../errors.js'
import { excerpt } from './input-bounds.js'

export const scopes = ['publish'] as const
export type Scope = (typeof scopes)[number]

export interface Actor {
  readonly id: number | null
  readonly name: string
  readonly scopes: readonly Scope[]
}

export const hasScope = (actor: Actor | null, scope: Scope): boolean => actor?.scopes.includes(scope) ?? false

/** Returns the actor; throws UNAUTHENTICATED without one and FORBIDDEN if it lacks the scope. */
export function requireScope(actor: Actor | null, scope: Scope): Actor {
  if (!actor)
    throw new Refusal(
      'UNAUTHENTICATED',
      `The operation requires a key with the scope ${scope}. Send the header Authorization: Bearer ti_…`,
    )
  if (!hasScope(actor, scope))
    throw new Refusal(
      'FORBIDDEN',
      `The key or token of "${excerpt(actor.name)}" lacks the scope ${scope}. Send one that has it.`,
    )
  return actor
}
