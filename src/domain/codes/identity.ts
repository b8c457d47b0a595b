export interface Term {
  readonly metric: string
  readonly sign: 1 | -1
}

export type Identity = readonly Term[]

const maxTerms = 20

export function parseIdentity(text: string): Identity | null {
  const words = text.trim().split(/\s+/)
  const signs = words.filter((_, index) => index % 2 === 1)
  const codes = words.filter((_, index) => index % 2 === 0)
  if (codes.length !== signs.length + 1 || codes.length < 2 || codes.length > maxTerms) return null
  if (new Set(codes).size < codes.length) return null
  if (!signs.every((sign) => sign === '+' || sign === '-')) return null
  return codes.map((metric, index) => ({ metric, sign: signs[index - 1] === '-' ? -1 : 1 }))
}

export const identityText = (terms: Identity): string =>
  terms.map(({ metric, sign }, index) => (index === 0 ? metric : `${sign < 0 ? '-' : '+'} ${metric}`)).join(' ')

export const mayBeNegative = (terms: Identity | null): boolean => terms?.some(({ sign }) => sign < 0) ?? false

type IdentityOf = (metric: string) => Identity | null | undefined

export function componentsOf(
  metric: string,
  identityOf: IdentityOf,
  above: readonly string[] = [],
): ReadonlySet<string> {
  const identity = above.includes(metric) ? null : identityOf(metric)
  if (!identity) return new Set([metric])
  return new Set(identity.flatMap((term) => [...componentsOf(term.metric, identityOf, [...above, metric])]))
}

interface WithIdentity {
  readonly code: string
  readonly identity: Identity | null
}

/**
 * Returns the difference (a metric whose identity has a negative term) that is this metric, has it as a term, or has
 * the same terms; null if there is none.
 */
export function balanceFor<M extends WithIdentity>({ code, identity }: WithIdentity, metrics: readonly M[]): M | null {
  const found = metrics.find((each) => {
    const isTerm = (metric: string): boolean => each.identity?.some((term) => term.metric === metric) ?? false
    const sameTerms = identity?.length === each.identity?.length && identity?.every((term) => isTerm(term.metric))
    return mayBeNegative(each.identity) && (each.code === code || isTerm(code) || sameTerms)
  })
  return found ?? null
}
