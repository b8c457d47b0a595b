import { ReleasedDocument, type ReleasedSubscription } from '../../generated/gql/explorer/graphql.js'
import { addressOf } from './address.js'

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
    source.addEventListener('next', ({ data }: MessageEvent<string>) => {
      const released = (JSON.parse(data) as { data?: ReleasedSubscription }).data?.releasePublished
      if (released === undefined) return
      version = Math.max(
        version,
        (JSON.parse(data) as { extensions?: { storeVersion?: number } }).extensions?.storeVersion ?? released.version,
      )
      heard(released)
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
