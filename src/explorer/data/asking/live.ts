import { ReleasedDocument, type ReleasedSubscription } from '../../../generated/gql/explorer/graphql.js'
import { addressOf } from './ask.js'

interface ReleasedEvent {
  readonly data?: ReleasedSubscription
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[]
  readonly extensions?: { readonly storeVersion?: number; readonly storeStamp?: string }
}

export type Released = ReleasedSubscription['releasePublished']

/** The delays before reconnecting, in milliseconds; doubled after each failure. */
const pauses = { least: 1_000, most: 30_000 }

interface Listener {
  readonly heard: (released: Released) => void
  readonly lost: () => void
  readonly back: () => void
  /** The store has lost its version, as after a restore: what is shown may be wrong. */
  readonly replaced: () => void
}

interface Version {
  readonly version: number
  readonly stamp: string
}

/**
 * Hears every release after a version of the store, and whether the server can be reached. Returns a function that stops
 * listening. The connection is open only while the page is visible, because browsers limit connections; missed releases
 * are delivered afterwards.
 */
export function listen(since: Version, { heard, lost, back, replaced }: Listener): () => void {
  let source: EventSource | null = null
  let later: ReturnType<typeof setTimeout> | undefined
  let { version, stamp } = since
  let pause = pauses.least
  let failures = 0

  const open = (): void => {
    close()
    if (document.visibilityState === 'hidden') return
    source = new EventSource(addressOf(ReleasedDocument, { since: version, stamp }))
    source.addEventListener('open', () => {
      pause = pauses.least
      failures = 0
      back()
    })
    source.addEventListener('next', (event: MessageEvent<string>) => {
      const { data, errors, extensions } = JSON.parse(event.data) as ReleasedEvent
      if (errors?.some((error) => error.extensions?.code === 'CONFLICT')) replaced()
      if (data == null) return
      version = extensions?.storeVersion ?? data.releasePublished.version
      stamp = extensions?.storeStamp ?? stamp
      heard(data.releasePublished)
    })
    // EventSource would reconnect with the initial version and repeat events.
    const again = (): void => {
      close()
      // A connection that a proxy ended is opened again at once; one that cannot be opened is lost.
      if (++failures > 1) lost()
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
