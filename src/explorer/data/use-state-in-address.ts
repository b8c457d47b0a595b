import { useCallback, useLayoutEffect, useState } from 'react'
import { hasWords, loadWords } from '../i18n/words.js'
import { preferredLanguage, useFirstSearch } from './asking/rendering.js'
import { languageOf, parseState, printState, type State } from './state.js'

/** Changes a part of the state and adds an entry to the browser history. */
export type Go = (change: Partial<State>) => void

export function useStateInAddress(): [State, Go] {
  const search = useFirstSearch()
  const [state, setState] = useState(() => parseState(search))

  useLayoutEffect(() => {
    const read = (): void => show(window.location.search, setState)
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])

  const go = useCallback((change: Partial<State>) => {
    const search = printState({ ...parseState(window.location.search), ...change })
    if (search !== window.location.search)
      window.history.pushState(null, '', search === '' ? window.location.pathname : search)
    show(search, setState)
  }, [])

  return [state, go]
}

function show(search: string, set: (state: State) => void): void {
  const state = parseState(search)
  const language = languageOf(state, preferredLanguage())
  if (hasWords(language)) set(state)
  else void loadWords(language).then(() => set(state))
}
