/** Indicates that a client has what an entity tag names, or accepts anything that there is (RFC 9110, 13.1.2). */
export function isKnown({ headers }: Request, tag: string): boolean {
  const known = headers.get('if-none-match')
  return known !== null && (known.trim() === '*' || known.includes(tag))
}
