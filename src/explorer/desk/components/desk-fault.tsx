import type { ReactNode } from 'react'
import type { Fault } from '../../data/asking/ask.js'
import { useDeskWords } from '../i18n/words.js'

interface DeskFaultProps {
  readonly fault: Fault
  readonly close: () => void
  /** Indicates that the request may have been carried out although its answer was lost. */
  readonly mayBeDone?: boolean
}

/** Tells of a request that failed, without offering what would leave the desk. */
export function DeskFault({ fault, close, mayBeDone = false }: DeskFaultProps): ReactNode {
  const { words, desk } = useDeskWords()
  const isRefused = fault.kind === 'refused'
  return (
    <div role="alert" className="notice">
      <p>
        {!isRefused && <strong>{fault.kind === 'busy' ? words.busy : words.offline} </strong>}
        {isRefused ? fault.message : mayBeDone ? desk.mayBeDone : desk.sendAgain}
      </p>
      {fault.choices.length > 0 && (
        <p>
          {words.didYouMean} {words.listed(fault.choices)}
        </p>
      )}
      <p className="actions">
        <button type="button" onClick={close}>
          {desk.close}
        </button>
      </p>
    </div>
  )
}
