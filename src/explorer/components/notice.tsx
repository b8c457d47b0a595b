import { type ReactNode, useState } from 'react'
import type { Fault } from '../data/ask.js'
import type { Released } from '../data/live.js'
import { initial, type State } from '../data/state.js'
import { useWords } from '../i18n/words.js'
import { GoLink } from './go-link.js'

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

const { language: _, ...nothingChosen }: State = initial

export function StartAgain(): ReactNode {
  const { words } = useWords()
  return <GoLink to={nothingChosen}>{words.startAgain}</GoLink>
}

export function Empty(): ReactNode {
  const { words } = useWords()
  return (
    <div role="status" className="notice">
      <p>
        <strong>{words.empty}</strong> {words.emptyHelp}
      </p>
      <p className="actions">
        <StartAgain />
      </p>
    </div>
  )
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
          <GoLink to={{ release: shown.code }}>{words.showIt}</GoLink>
          <button type="button" onClick={() => setClosed(shown)}>
            {words.figure.close}
          </button>
        </p>
      )}
    </div>
  )
}
