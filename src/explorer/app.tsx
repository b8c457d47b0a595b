import { type ReactNode, useEffect, useRef, useState } from 'react'
import {
  ChoicesDocument,
  FrontDocument,
  ReleaseOverviewDocument,
  TableDocument,
} from '../generated/gql/explorer/graphql.js'
import { Explore } from './components/explore.js'
import { FigureDialog } from './components/figure.js'
import { StateContext } from './components/go-link.js'
import { ReleaseOverview } from './components/headline.js'
import { Masthead } from './components/masthead.js'
import { FaultNotice, ReleaseNotice } from './components/notice.js'
import { UnitsContext } from './components/units.js'
import { listen, type Released } from './data/live.js'
import { type Language, languageOf, type State } from './data/state.js'
import { EpochContext, useAnswer } from './data/use-answer.js'
import { useStateInAddress } from './data/use-state-in-address.js'
import { viewOf } from './data/view.js'
import { LanguageContext, words } from './i18n/words.js'

/** Renders the page. The URL holds its state; the language defaults to that of the browser. */
export function App(): ReactNode {
  const [state, go] = useStateInAddress()
  const [epoch, setEpoch] = useState(0)
  const language = languageOf(state, navigator.language)
  useEffect(() => {
    document.documentElement.lang = words[language].tag
  }, [language])
  return (
    <StateContext value={[state, go]}>
      <LanguageContext value={language}>
        <EpochContext value={epoch}>
          <Page state={state} language={language} changed={() => setEpoch((before) => before + 1)} />
        </EpochContext>
      </LanguageContext>
    </StateContext>
  )
}

function Page({ state, language, changed }: { state: State; language: Language; changed: () => void }): ReactNode {
  const front = useAnswer(FrontDocument, {})
  const other = useAnswer(ReleaseOverviewDocument, state.release === null ? null : { code: state.release })
  const draft = viewOf(state, language, front.data, null)
  const choices = useAnswer(ChoicesDocument, draft === null ? null : { filter: draft.scope })
  const view = viewOf(state, language, front.data, choices.waits || choices.fault !== null ? null : choices.data)
  const answer = useAnswer(TableDocument, view?.table?.variables ?? null)
  const [released, setReleased] = useState<Released | null>(null)

  const version = front.data?.store.version
  const isOpen = version !== undefined
  useEffect(() => {
    if (version === undefined) return undefined
    return listen(version, (each) => {
      setReleased(each)
      changed()
    })
  }, [isOpen])

  const isUnknown = state.release !== null && other.data?.release === null && !other.waits
  const latest = front.data?.store.latestRelease
  const found = state.release === null || isUnknown ? latest : other.data?.release
  const release = useRef(found)
  if (found != null) release.current = found // stays until the next one is loaded, to avoid layout shifts
  const fault = front.fault ?? other.fault
  const isReady =
    front.data !== null &&
    !(release.current == null && other.waits) &&
    view !== null &&
    (choices.data !== null || choices.fault !== null)
  const again = (): void => {
    front.again()
    other.again()
  }
  return (
    <UnitsContext value={front.data?.units ?? []}>
      <Masthead />
      <main>
        <ReleaseNotice released={released} />
        {fault !== null && <FaultNotice fault={fault} again={again} />}
        {!isReady && fault === null && <p role="status">{words[language].loading}</p>}
        {isUnknown && (
          <p role="alert" className="notice">
            {words[language].noRelease(state.release ?? '')}
          </p>
        )}
        {isReady && front.data !== null && release.current != null && (
          <ReleaseOverview release={release.current} latest={latest?.code ?? null} releases={front.data.releases} />
        )}
        {isReady && front.data !== null && <Explore view={view} lists={front.data} choices={choices} answer={answer} />}
      </main>
      {isReady && (
        <footer>
          <p>{words[language].footer}</p>
        </footer>
      )}
      {state.figure !== null && <FigureDialog key={state.figure} id={state.figure} />}
    </UnitsContext>
  )
}
