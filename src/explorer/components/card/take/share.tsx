import { type ReactNode, useContext } from 'react'
import { useWords } from '../../../i18n/words.js'
import { StateContext } from '../../go-link.js'
import { useServed } from '../../use-served.js'
import { addressOf, iframe } from './address.js'
import { Take } from './take.js'

interface ShareProps {
  readonly title: string
  readonly publisher: string
  readonly day: string
  readonly copy: (text: string) => void
}

export function Share({ title, publisher, day, copy }: ShareProps): ReactNode {
  const { words, language } = useWords()
  const { page } = words
  const [state] = useContext(StateContext)
  const isServed = useServed()
  const pinned = { ...state, asOf: state.asOf ?? day }
  const here = (path: '/' | '/embed', of = state): string => `${window.location.origin}${addressOf(path, of, language)}`
  const texts: Readonly<Record<string, () => string>> = {
    link: () => here('/'),
    pinned: () => here('/', pinned),
    embed: () => iframe(here('/embed'), title),
    oembed: () => `${window.location.origin}/oembed?url=${encodeURIComponent(here('/'))}`,
    cite: () => page.citation(publisher, title, pinned.asOf, words.site, here('/', pinned)),
  }
  return (
    <Take
      glyph="share"
      label={page.share}
      options={[
        { key: 'link', text: page.copyLink, help: page.copyLinkHelp },
        { key: 'pinned', text: page.copyPinned(pinned.asOf), help: page.copyPinnedHelp },
        ...(isServed('embed')
          ? [
              { key: 'embed', text: page.embed, help: page.embedHelp },
              { key: 'oembed', text: page.oembed, help: page.oembedHelp },
            ]
          : []),
        { key: 'cite', text: page.cite, help: page.citeHelp },
      ]}
      choose={(key) => copy(texts[key]?.() ?? '')}
    />
  )
}
