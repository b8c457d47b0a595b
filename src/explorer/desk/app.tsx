import { type ReactNode, useEffect, useState } from 'react'
import { DeskDocument } from '../../generated/gql/explorer/graphql.js'
import { StateContext } from '../components/go-link.js'
import { Masthead } from '../components/masthead/masthead.js'
import { FaultNotice } from '../components/notice.js'
import { UnitsContext } from '../components/units.js'
import { preferredLanguage } from '../data/asking/rendering.js'
import { useAnswer } from '../data/asking/use-answer.js'
import { languageOf, printState, type State } from '../data/state.js'
import { useDocumentLook } from '../data/use-document-look.js'
import { useStateInAddress } from '../data/use-state-in-address.js'
import { LanguageContext } from '../i18n/words.js'
import { ClaimsDesk } from './components/claims-desk.js'
import { TableDesk } from './components/table-desk.js'
import { TextDesk } from './components/text-desk.js'
import { useDeskWords } from './i18n/words.js'

/** Renders the desk. Language and theme are in its address; what is chosen in its masthead opens the explorer. */
export function DeskPage(): ReactNode {
  const [state, stay] = useStateInAddress()
  const language = languageOf(state, preferredLanguage())
  useDocumentLook(language, state.theme)
  const go = (change: Partial<State>): void => {
    if (Object.keys(change).every((each) => each === 'language' || each === 'theme')) stay(change)
    else window.location.assign(`/${printState({ ...state, ...change })}`)
  }
  return (
    <StateContext value={[state, go]}>
      <LanguageContext value={language}>
        <Desk />
      </LanguageContext>
    </StateContext>
  )
}

const kinds = ['text', 'table', 'claims'] as const

function Desk(): ReactNode {
  const { words, desk } = useDeskWords()
  const { data, fault, again } = useAnswer(DeskDocument, {})
  const [kind, setKind] = useState<(typeof kinds)[number]>('text')
  useEffect(() => {
    document.title = `${desk.document} · ${words.site}`
  }, [words, desk])
  return (
    <UnitsContext value={data?.units ?? []}>
      <Masthead lists={data} current="desk" />
      <main id="figures" className="desk" tabIndex={-1}>
        <header className="desk-head">
          <h1>{desk.title}</h1>
          {/* biome-ignore lint/a11y/useSemanticElements: a group of two buttons, not of fields */}
          <div className="kinds" role="group" aria-label={desk.kind}>
            {kinds.map((each) => (
              <button
                key={each}
                type="button"
                className="button"
                aria-pressed={each === kind}
                onClick={() => setKind(each)}
              >
                {desk.kinds[each]}
              </button>
            ))}
          </div>
        </header>
        {fault !== null && <FaultNotice fault={fault} again={again} />}
        <div hidden={kind !== 'text'} className="desk-page">
          <TextDesk lists={data} />
        </div>
        <div hidden={kind !== 'table'} className="desk-page">
          <TableDesk lists={data} />
        </div>
        <div hidden={kind !== 'claims'} className="desk-page">
          <ClaimsDesk lists={data} />
        </div>
      </main>
    </UnitsContext>
  )
}
