import { createHash } from 'node:crypto'
import type { Language, Text } from '../../domain/text/language.js'
import { namesOfCodes } from '../../files/sdmx/artefacts.js'
import type { Component } from '../../files/sdmx/components.js'
import type { DataMessage, DataRow, MessageHead } from '../../files/sdmx/data.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import type { DataQuery } from './data-query.js'

/** Returns the head of a message, which is the same for equal requests of one version of the store. */
export function headOf(identity: string, { createdAt, stamp }: Snapshot, language: Language): MessageHead {
  const id = createHash('sha256').update(`${stamp} ${identity}`).digest('hex').slice(0, 32)
  return { id: `M${id}`, prepared: createdAt.toISOString(), language }
}

export function messageOf(
  head: MessageHead,
  { flow, measures, attributes, layout }: DataQuery,
  { codes }: Snapshot,
  rows: AsyncIterable<readonly DataRow[]>,
): DataMessage {
  const names = namesOfCodes(codes)
  const nameOf = ({ list }: Component, id: string): Text | null => names.get(list ?? '')?.get(id) ?? null
  return { head, flow, measures, attributes, layout, nameOf, rows }
}
