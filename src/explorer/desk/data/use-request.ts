import { useState } from 'react'
import { asFault, type Fault } from '../../data/asking/ask.js'

/** The state of the requests of a form, of which one is under way at a time. */
export interface Requests {
  readonly isBusy: boolean
  readonly fault: Fault | null
  readonly forget: () => void
  /** Runs a request, and keeps the Fault that it throws. */
  readonly run: (request: () => Promise<void>) => Promise<void>
}

export function useRequest(): Requests {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const run = async (request: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFault(null)
    try {
      await request()
    } catch (error) {
      setFault(asFault(error))
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, fault, forget: () => setFault(null), run }
}
