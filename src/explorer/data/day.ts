/** Returns the UTC offset of a timestamp: "+08:00" or "Z". */
export const offsetOf = (instant: string): string => /(?:Z|[+-]\d{2}:\d{2})$/.exec(instant)?.[0] ?? 'Z'

/** Returns the UTC offset of the office that published the latest release. */
export const officeOffset = (releases: readonly { readonly publishedAt: string }[]): string =>
  offsetOf(releases[0]?.publishedAt ?? '')

/** Returns the date of a timestamp at a UTC offset: 2023-01-12T16:00:00Z is 2023-01-13 at +08:00. */
export function dayAt(instant: string, offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? ['', '+', '0', '0']
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000)
  return new Date(Date.parse(instant) + shift).toISOString().slice(0, 10)
}

export const endOf = (day: string, offset: string): string => `${day}T23:59:59${offset}`
