import { useOfBrowser } from '../data/asking/rendering.js'

export type Part = 'graphiql' | 'schema' | 'mcp' | 'embed' | 'webhooks' | 'history'

/** Tells whether the server has a part, which its operator can switch off: its document names those it has not. */
export function useServed(): (part: Part) => boolean {
  const missing = useOfBrowser(readMissing, unusual).split(' ')
  return (part) => !missing.includes(part)
}

/** Is missing by default, so that the page is not rendered with it. */
const unusual: Part = 'history'

const readMissing = (): string => document.querySelector<HTMLMetaElement>('meta[name="not-served"]')?.content ?? ''
