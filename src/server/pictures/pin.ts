import { type Pin, readPin } from '../../store/query/pin.js'

/** Returns the version of the store that the address of a chart names; null is the newest. */
export const pinOf = ({ searchParams }: URL): Pin | null =>
  readPin(searchParams.get('version'), searchParams.get('stamp'))
