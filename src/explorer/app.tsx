import { type ReactNode, useEffect, useState } from 'react'
import { Card } from './components/card/card.js'
import { StateContext } from './components/go-link.js'
import { Masthead } from './components/masthead/masthead.js'
import { OfflineNotice, PassedOver, ReleaseNotice } from './components/notice.js'
import { Panels } from './components/panels/panels.js'
import { Strip } from './components/strip/strip.js'
import { UnitsContext } from './components/units.js'
import { listen, type Released } from './data/asking/live.js'
import { usePreferredLanguage } from './data/asking/rendering.js'
import { EpochContext } from './data/asking/use-answer.js'
import { type Language, languageOf, type State } from './data/state.js'
import { useDocumentLook } from './data/use-document-look.js'
import { usePage } from './data/use-page.js'
import { type Go, useStateInAddress } from './data/use-state-in-address.js'
import { LanguageContext, wordsIn } from './i18n/words.js'

/** Renders the page, in a browser or on the server. The URL holds its state; the language defaults to the reader's. */
export function App(): ReactNode {
  const [state, go] = useStateInAddress()
  const [epoch, setEpoch] = useState(0)
  const language = languageOf(state, usePreferredLanguage())
  useDocumentLook(language, state.theme)
  return (
    <LanguageContext value={language}>
      <EpochContext value={epoch}>
        <Page asked={state} go={go} language={language} changed={() => setEpoch((before) => before + 1)} />
      </EpochContext>
    </LanguageContext>
  )
}

interface PageProps {
  readonly asked: State
  readonly go: Go
  readonly language: Language
  readonly changed: () => void
}

function Page({ asked, go, language, changed }: PageProps): ReactNode {
  const words = wordsIn(language)
  const page = usePage(asked, language, words)
  const { state } = page
  const [released, setReleased] = useState<Released | null>(null)
  const [isLost, setLost] = useState(false)
  const store = page.front?.store
  const isOpen = store !== undefined
  useEffect(() => {
    if (store === undefined) return undefined
    return listen(store, {
      heard: (each) => {
        setReleased(each)
        changed()
      },
      lost: () => setLost(true),
      back: () => setLost(false),
      replaced: () => location.reload(),
    })
  }, [isOpen])
  const title = page.shown?.model?.title
  useEffect(() => {
    document.title = title === undefined ? words.site : `${title} · ${words.site}`
  }, [title, words])
  return (
    <StateContext value={[state, go]}>
      <UnitsContext value={page.front?.units ?? []}>
        <Masthead lists={page.front} />
        <main>
          <ReleaseNotice released={released} />
          <OfflineNotice isLost={isLost || page.fault?.kind === 'offline'} again={page.again} />
          <PassedOver />
          <Strip lists={page.front} />
          <Card page={page} state={state} />
        </main>
        <Panels page={page} />
      </UnitsContext>
    </StateContext>
  )
}
