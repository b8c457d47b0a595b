import { type ReleaseEvent, testEvent } from '../domain/release-event.js'
import { pageAddress, webAddress } from '../feeds/addresses.js'
import { nameUuid } from '../lib/name-uuid.js'
import type { Message } from '../store/admin/deliveries.js'
import type { Version } from '../store/database/versions.js'
import type { Release, Snapshot } from '../store/query/metadata-snapshot.js'
import { countReleaseChanges } from '../store/query/release-changes.js'
import type { View } from '../store/query/view.js'

export interface Event extends Version {
  readonly type: ReleaseEvent
  readonly code: string
  readonly dataset: string
}

export function eventsAfter(version: number, { releases }: Snapshot): readonly Event[] {
  return releases
    .flatMap(({ code, dataset, version, stamp, retractedVersion, retractedStamp }): Event[] => [
      { type: 'release.published', code, dataset: dataset.code, version, stamp },
      {
        ...{ type: 'release.retracted', code, dataset: dataset.code },
        ...{ version: retractedVersion ?? 0, stamp: retractedStamp ?? '' },
      },
    ])
    .filter((each) => each.version > version)
    .sort((a, b) => a.version - b.version)
}

/**
 * Writes the message of an event with a view of its version. `origin` is the address at which readers reach the server;
 * if it is null, links are paths.
 */
export async function messageOf(
  view: View,
  { type, code, version, stamp }: Event,
  origin: string | null,
): Promise<Message> {
  const release = view.snapshot.releases.find((each) => each.code === code)
  if (release === undefined) throw new Error(`release ${code} is not in version ${version}, which has its event`)
  const { ADDED, REVISED, RETRACTED } = (await countReleaseChanges(view, [release], {}))(release)
  const data = {
    ...descriptionOf(release),
    ...{ version, stamp },
    changes: { added: ADDED, revised: REVISED, retracted: RETRACTED },
    links: linksOf(release, version, origin ?? ''),
  }
  const timestamp = type === 'release.retracted' ? (release.retractedAt ?? release.importedAt) : release.importedAt
  return { id: `msg_${nameUuid(type, code, stamp)}`, type, release: code, body: bodyOf(type, timestamp, data) }
}

export const testMessage = (id: string, at: Date): Message => ({
  ...{ id: `msg_${id}`, type: testEvent, release: null },
  body: bodyOf(testEvent, at.toISOString(), { message: 'This is a test of a webhook of trade-indicators.' }),
})

const bodyOf = (type: string, timestamp: string, data: object): string => JSON.stringify({ type, timestamp, data })

const descriptionOf = ({ code, title, publisher, publishedAt, stage, dataset, ...release }: Release): object => ({
  release: code,
  ...{ title, publisher, dataset: dataset.code, publishedAt, stage },
  url: webAddress(release.url),
  ...(release.retractedAt !== null && { retractionReason: release.retractionReason }),
})

function linksOf({ code, stamp }: Release, version: number, origin: string): object {
  const variables = JSON.stringify({ fromVersion: version - 1, toVersion: version })
  return {
    page: pageAddress(origin, { release: code, panel: 'releases' }, 'EN'),
    changes: `${origin}/export?${new URLSearchParams({ query: 'changes', format: 'csv', variables })}`,
    feed: `${origin}/feed.atom`,
    entry: `urn:uuid:${nameUuid(code, stamp)}`,
  }
}
