import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import { initial, printState, type State } from '../data/state.js'
import type { Go } from '../data/use-state-in-address.js'

export const StateContext = createContext<readonly [State, Go]>([initial, () => undefined])

interface GoLinkProps {
  readonly to: Partial<State>
  readonly children: ReactNode
  readonly className?: string
  readonly title?: string | undefined
  readonly current?: boolean
}

/** Links to a change of the state without loading the page; modified clicks open its URL. */
export function GoLink({ to, children, current = false, ...rest }: GoLinkProps): ReactNode {
  const [state, go] = useContext(StateContext)
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={`/${printState({ ...state, ...to })}`} onClick={follow} aria-current={current || undefined} {...rest}>
      {children}
    </a>
  )
}
