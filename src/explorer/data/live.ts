import { ReleasedDocument, type ReleasedSubscription } from '../../generated/gql/explorer/graphql.js'
import { addressOf } from './ask.js'

interface ReleasedEvent {
  readonly data?: ReleasedSubscription
  readonly extensions?: { readonly storeVersion?: number }
}

export type Released = ReleasedSubscription['releasePublished']

/** Delays before reconnecting, in milliseconds; doubled after each failure. */
const pauses = { least: 5_000, most: 300_000 }

/**
 * Calls `heard` for every release after store version `since`, and returns a function that stops listening. The connection
 * is open only while the page is visible, because browsers limit connections; missed releases are delivered afterwards.
 */
export function listen(since: number, heard: (released: Released) => void): () => void {
  let source: EventSource | null = null
  let later: ReturnType<typeof setTimeout> | undefined
  let version = since
  let pause = pauses.least

  const open = (): void => {
    close()
    if (document.visibilityState === 'hidden') return
    source = new EventSource(addressOf(ReleasedDocument, { since: version }))
    source.addEventListener('open', () => {
      pause = pauses.least
    })
    source.addEventListener('next', (event: MessageEvent<string>) => {
      const { data, extensions } = JSON.parse(event.data) as ReleasedEvent
      if (data === undefined) return
      version = Math.max(version, extensions?.storeVersion ?? data.releasePublished.version)
      heard(data.releasePublished)
    })
    // EventSource would reconnect with the initial version and repeat events.
    const again = (): void => {
      close()
      later = setTimeout(open, pause)
      pause = Math.min(pauses.most, pause * 2)
    }
    source.addEventListener('error', again)
    source.addEventListener('complete', again)
  }
  const close = (): void => {
    clearTimeout(later)
    source?.close()
    source = null
  }

  open()
  document.addEventListener('visibilitychange', open)
  window.addEventListener('online', open)
  return () => {
    close()
    document.removeEventListener('visibilitychange', open)
    window.removeEventListener('online', open)
  }
}
