import type { Version } from '../store/database/versions.js'

/** The file in progress, which was not refused. It must be closed. */
export interface OpenedFile extends Version {
  readonly name: string
  readonly type: string
  readonly bytes: AsyncGenerator<string | Uint8Array>
  close(): Promise<void>
}
