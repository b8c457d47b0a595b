import { ReleasedDocument, type ReleasedSubscription } from '../../generated/gql/explorer/graphql.js'
import { addressOf } from './address.js'

/** A release that was taken in, or back, while the page is open. */
export type Released = ReleasedSubscription['releasePublished']

/** How long it waits before it listens again, in ms: longer each time that it was in vain. */
const pauses = { least: 5_000, most: 300_000 }

/**
 * Calls back for every release after a version of the store, until it is stopped. Listens while the page is in view
 * only, as a browser keeps few connections; what came meanwhile is told when it is in view again.
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
    // The browser would ask again with the version of the start, and hear everything twice.
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
