import { type ReactNode, useEffect, useLayoutEffect } from 'react'
import { FrontDocument } from '../../generated/gql/explorer/graphql.js'
import { StateContext } from '../components/go-link.js'
import { Masthead } from '../components/masthead/masthead.js'
import { FaultNotice } from '../components/notice.js'
import { UnitsContext } from '../components/units.js'
import { preferredLanguage } from '../data/asking/rendering.js'
import { useAnswer } from '../data/asking/use-answer.js'
import { languageOf, printState, type State } from '../data/state.js'
import { useStateInAddress } from '../data/use-state-in-address.js'
import { LanguageContext, wordsIn } from '../i18n/words.js'
import { TextDesk } from './components/text-desk.js'
import { useDeskWords } from './i18n/words.js'

/** Renders the desk. Language and theme are in its address; what is chosen in its masthead opens the explorer. */
export function DeskPage(): ReactNode {
  const [state, stay] = useStateInAddress()
  const language = languageOf(state, preferredLanguage())
  useLayoutEffect(() => {
    document.documentElement.lang = wordsIn(language).tag
    document.documentElement.dataset['theme'] = state.theme ?? 'system'
  }, [language, state.theme])
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

function Desk(): ReactNode {
  const { words, desk } = useDeskWords()
  const { data, fault, again } = useAnswer(FrontDocument, {})
  useEffect(() => {
    document.title = `${desk.document} · ${words.site}`
  }, [words, desk])
  return (
    <UnitsContext value={data?.units ?? []}>
      <Masthead lists={data} current="desk" />
      <main id="figures" className="desk" tabIndex={-1}>
        <h1>{desk.title}</h1>
        {fault !== null && <FaultNotice fault={fault} again={again} />}
        <TextDesk lists={data} />
      </main>
    </UnitsContext>
  )
}
