import { refuse } from '../../errors.js'
import type { Version } from '../database/versions.js'

/** A version that a client names: its number, and its stamp or the beginning of it, which may be empty. */
export type Pin = Version

/** Reads the number and the stamp of a version; null if neither is given. Throws BAD_USER_INPUT for malformed ones. */
export function readPin(version: string | null, stamp: string | null): Pin | null {
  if (version === null && stamp === null) return null
  if (version === null) refuse('A stamp was given without the version that it belongs to.')
  if (!/^\d{1,10}$/.test(version) || Number(version) >= 2 ** 31)
    refuse('A version of the store must be a whole number, such as 45.')
  if (stamp !== null && !/^[0-9a-f-]{0,36}$/.test(stamp))
    refuse('A stamp must be as store { stamp } states it, or the beginning of that.')
  return { version: Number(version), stamp: stamp ?? '' }
}

export const isPinned = (known: Version, pin: Pin): boolean =>
  known.version === pin.version && known.stamp.startsWith(pin.stamp)
