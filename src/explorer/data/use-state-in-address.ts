import { useCallback, useEffect, useState } from 'react'
import { parseState, printState, type State } from './state.js'

/** Changes a part of the state and adds an entry to the browser history. */
export type Go = (change: Partial<State>) => void

export function useStateInAddress(): [State, Go] {
  const [state, setState] = useState(() => parseState(window.location.search))

  useEffect(() => {
    const read = (): void => setState(parseState(window.location.search))
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])

  const go = useCallback((change: Partial<State>) => {
    const search = printState({ ...parseState(window.location.search), ...change })
    if (search !== window.location.search)
      window.history.pushState(null, '', search === '' ? window.location.pathname : search)
    setState(parseState(search))
  }, [])

  return [state, go]
}
