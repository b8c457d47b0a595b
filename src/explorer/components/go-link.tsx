import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import { initial, printState, type State } from '../data/state.js'
import type { Go } from '../data/use-state-in-address.js'

/** The state of the page, and how to change it. */
export const Place = createContext<readonly [State, Go]>([initial, () => undefined])

/** A link to the page in another state: an address like any other, that is gone to without loading anew. */
export function GoLink({
  to,
  children,
  ...rest
}: {
  to: Partial<State>
  children: ReactNode
  className?: string
}): ReactNode {
  const [state, go] = useContext(Place)
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={printState({ ...state, ...to }) || '/'} onClick={follow} {...rest}>
      {children}
    </a>
  )
}
