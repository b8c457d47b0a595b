import { createContext, useContext, useLayoutEffect, useState } from 'react'

export interface Rendering {
  readonly search: string
  readonly language: string
  readonly answerTo: (address: string) => unknown
}

/** Is null in a browser. */
export const RenderingContext = createContext<Rendering | null>(null)

export const useFirstSearch = (): string => useContext(RenderingContext)?.search ?? window.location.search

export const usePreferredLanguage = (): string => useContext(RenderingContext)?.language ?? preferredLanguage()

export const preferredLanguage = (): string => document.documentElement.dataset['preferred'] ?? navigator.language

/**
 * Returns what `read` finds in the browser, again whenever `watch` calls back. Until the page has been hydrated, it is
 * `first`, which the server rendered.
 */
export function useOfBrowser<T>(read: () => T, first: T, watch?: (changed: () => void) => () => void): T {
  const [value, setValue] = useState(first)
  useLayoutEffect(() => {
    const look = (): void => setValue(read())
    look()
    return watch?.(look)
  }, [read, watch])
  return value
}
