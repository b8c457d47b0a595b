/**
 * Returns a test of origins for a pattern: an origin; one with `*` as its port or as its first label, which stands for any
 * port and for any subdomains; or `*`. Undefined for other texts.
 */
export function originPattern(pattern: string): ((origin: string) => boolean) | undefined {
  if (pattern === '*') return () => true
  const example = pattern.replace(/:\*$/, ':1').replace('//*.', '//any.')
  if (!isOrigin(example) || example.includes('*')) return undefined
  if (example === pattern) return (origin) => origin === pattern
  const source = pattern
    .replace(/[.[\]]/g, '\\$&')
    .replace(/:\*$/, '(:\\d{1,5})?')
    .replace('//*\\.', '//([\\w-]{1,63}\\.){1,8}')
  const expression = new RegExp(`^${source}$`)
  return (origin) => origin.length <= longest && expression.test(origin)
}

const longest = 300 // characters of an origin

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text
