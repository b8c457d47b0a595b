import { parseVerifier, type Verifier } from '../../domain/history-proof/signed-note.js'
import { readText } from './files.js'

const mostBytes = 1000

/** Reads the public key of a history: NAME+ID+KEY, or a file that contains it. */
export const verifierFrom = async (given: string): Promise<Verifier> =>
  parseVerifier(given.split('+').length > 2 ? given : (await readText(given, mostBytes)).trim())
