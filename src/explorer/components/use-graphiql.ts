import { useOfBrowser } from '../data/asking/rendering.js'

/** Indicates that the server offers GraphiQL, which its document denies otherwise. */
export const useGraphiql = (): boolean => useOfBrowser(isOffered, true)

const isOffered = (): boolean => document.querySelector('meta[name="graphiql"]') === null
