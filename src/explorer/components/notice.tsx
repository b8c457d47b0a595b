import { type ReactNode, useContext, useEffect, useState } from 'react'
import type { Fault } from '../data/asking/ask.js'
import type { Released } from '../data/asking/live.js'
import { initial, type OddParameter, oddParametersOf, type State } from '../data/state.js'
import { useWords } from '../i18n/words.js'
import { GoLink, StateContext } from './go-link.js'

export function FaultNotice({ fault, again }: { fault: Fault; again: () => void }): ReactNode {
  const { words } = useWords()
  const isRefused = fault.kind === 'refused'
  return (
    <div role="alert" className="notice">
      <p>
        <strong>{isRefused ? words.refused : fault.kind === 'busy' ? words.busy : words.offline}</strong>
        {isRefused && ` ${fault.message}`}
      </p>
      {fault.choices.length > 0 && (
        <p>
          {words.didYouMean} {words.listed(fault.choices)}
        </p>
      )}
      {!isRefused && <p>{fault.kind === 'busy' ? words.busyHelp : words.offlineHelp}</p>}
      <p className="actions">
        <button type="button" onClick={again}>
          {words.tryAgain}
        </button>
        {isRefused && <StartAgain />}
      </p>
    </div>
  )
}

const { language: _, theme: __, ...nothingChosen }: State = initial

export const afresh: Partial<State> = nothingChosen

function StartAgain(): ReactNode {
  const { words } = useWords()
  return <GoLink to={afresh}>{words.startAgain}</GoLink>
}

export function ReleaseNotice({ released }: { released: Released | null }): ReactNode {
  const { words } = useWords()
  const [closed, setClosed] = useState<Released | null>(null)
  const shown = released === closed ? null : released
  return (
    <div role="status" className="arrival">
      {shown !== null && (
        <p className="actions">
          <span>{shown.retractedAt === null ? words.arrived(shown.title) : words.takenBack(shown.title)}</span>
          <GoLink to={{ panel: 'releases', release: shown.code, since: null }}>{words.showIt}</GoLink>
          <button type="button" onClick={() => setClosed(shown)}>
            {words.figure.close}
          </button>
        </p>
      )}
    </div>
  )
}

export function OfflineNotice({ isLost, again }: { isLost: boolean; again: () => void }): ReactNode {
  const { words } = useWords()
  const [since, setSince] = useState('')
  useEffect(() => {
    if (isLost)
      setSince(new Date().toLocaleTimeString(words.tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }))
  }, [isLost, words])
  return (
    <div role="status" className="offline">
      {isLost && (
        <p>
          {words.page.offlineSince(since)}{' '}
          <button type="button" className="plain" onClick={again}>
            {words.tryAgain}
          </button>
        </p>
      )}
    </div>
  )
}

export function PassedOver(): ReactNode {
  const { words } = useWords()
  const [state] = useContext(StateContext)
  const [odd, setOdd] = useState<readonly OddParameter[]>([])
  useEffect(() => setOdd(oddParametersOf(window.location.search)), [state])
  if (odd.length === 0) return null
  return (
    <p role="status" className="passed-over">
      {words.page.passedOver(words.listed(odd.map(({ name, value }) => `${name}=${value}`)))}
    </p>
  )
}
