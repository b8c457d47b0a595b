import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { verifierText } from '../domain/history-proof/signed-note.js'
import { headFileOf } from '../history/head-file.js'
import { LeafMaker } from '../history/leaf-maker.js'
import { SignedHistory } from '../history/signed-history.js'
import { readSigningKey } from '../history/signing-key.js'
import type { Database } from '../store/database/open.js'

interface Signed {
  readonly history: SignedHistory
  close(): Promise<void>
}

export interface Signing {
  readonly verifier: string
  start(database: Database): Signed
}

/** Reads the key of a history. Throws BAD_USER_INPUT if it is none. */
export async function prepareSigning({ key, origin }: NonNullable<Config['signing']>, log: Logger): Promise<Signing> {
  const signer = await readSigningKey(key, origin)
  const notKept = (err: unknown): void =>
    log.warn({ err }, 'the last signed head could not be kept beside the key; only the store remembers it')
  const signed = (versions: number): void => log.info({ versions }, 'signed the history')
  const failed = (err: unknown): void => log.error({ err }, 'the history could not be signed')
  return {
    verifier: verifierText(signer),
    start(database) {
      const history = new SignedHistory(database, signer, headFileOf(key), notKept)
      const maker = new LeafMaker(database, history, { signed, failed })
      return { history, close: () => maker.close() }
    },
  }
}
