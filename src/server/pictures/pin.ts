import { type Pin, readPin } from '../../store/query/pin.js'

export const pinOf = ({ searchParams }: URL): Pin | null =>
  readPin(searchParams.get('version'), searchParams.get('stamp'))
